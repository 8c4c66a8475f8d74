package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer in which nothing stands, as a proxy gives it: it never says that there is nothing. */
class EmptyAnswersTest {
    private static final Fault EMPTY =
            Fault.response("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

    /** Two roles may read the secret, each in its own way; the stranger may nothing. */
    private static World world(String denied) {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "denied": [%s],
                 "roles": {
                   "by-own": {"policies": {"read": %s}},
                   "by-attached": {"attached": ["arn:aws:iam::123456789012:policy/read"]},
                   "stranger": {}},
                 "policies": {"arn:aws:iam::123456789012:policy/read": %s},
                 "secrets": [{"name": "db", "arn": "%s", "versions": {"v": ["AWSCURRENT"]}}]}
                """.formatted(denied, statement(), statement(), SECRET));
    }

    private static String statement() {
        return "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"secretsmanager:GetSecretValue\","
                + " \"Resource\": \"*\"}}";
    }

    private static Access access(String denied, String role, String... spoilt) {
        Reference reference = Reference.parse(SECRET);
        try (SmallAws small = SmallAws.start(world(denied))) {
            List.of(spoilt).forEach(operation -> small.spoil(operation, call -> true, EMPTY));
            Request request = new Request(
                    List.of(),
                    List.of(reference),
                    new Request.Files.Asked(List.of()),
                    List.of(new Request.Reader("arn:aws:iam::123456789012:role/" + role, reference)),
                    false,
                    List.of());
            return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                            .withTimeout(Duration.ofSeconds(60)))
                    .observe(request)
                    .stores()
                    .access(new RoleReference.Named(Symbolic.of("arn:aws:iam::123456789012:role/" + role)), reference);
        }
    }

    private static void notSeen(Access access) {
        assertThat(access)
                .isInstanceOfSatisfying(
                        Access.NotSeen.class, why -> assertThat(why.why()).matches("[A-Z`].*\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam:ListRolePolicies", "iam:GetRolePolicy", "iam:GetRole"})
    void anEmptyAnswerAboutPoliciesOfTheRoleDoesNotRefuseIt(String operation) {
        assertThat(access("\"iam:SimulatePrincipalPolicy\"", "by-own")).isEqualTo(new Access.Allowed());
        notSeen(access("\"iam:SimulatePrincipalPolicy\"", "by-own", operation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam:ListAttachedRolePolicies", "iam:GetPolicy", "iam:GetPolicyVersion"})
    void anEmptyAnswerAboutAttachedPoliciesDoesNotRefuseIt(String operation) {
        assertThat(access("\"iam:SimulatePrincipalPolicy\"", "by-attached")).isEqualTo(new Access.Allowed());
        notSeen(access("\"iam:SimulatePrincipalPolicy\"", "by-attached", operation));
    }

    @Test
    void anEmptyAnswerAboutTheSecretsOwnPolicyDoesNotSayThatItHasNone() {
        assertThat(access("", "stranger")).isInstanceOf(Access.Denied.class);
        notSeen(access("", "stranger", "secretsmanager:GetResourcePolicy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecs:ListClusters",
                "events:ListRuleNamesByTarget",
                "events:ListTargetsByRule",
                "events:DescribeRule",
                "scheduler:ListSchedules",
                "scheduler:GetSchedule"
            })
    void anEmptyAnswerAboutRulesAndSchedulesDoesNotSayThatThereAreNone(String operation) {
        assertThat(unseen()).isEmpty();
        assertThat(unseen(operation)).contains("answered `" + operation + "`");
    }

    /** What is not known of what starts a family that nothing starts. */
    private static String unseen(String... spoilt) {
        World world = World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"jobs": {}},
                 "rules": [{"name": "nightly", "targets": [{"cluster": "jobs", "taskDefinition": "report:1"}]}],
                 "schedules": [{"name": "hourly", "cluster": "jobs", "taskDefinition": "report:1"}],
                 "taskDefinitions": [{"family": "job", "revision": 1, "containerDefinitions": [{"name": "job"}]}]}
                """);
        try (SmallAws small = SmallAws.start(world)) {
            List.of(spoilt).forEach(operation -> small.spoil(operation, call -> true, EMPTY));
            Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                            .withTimeout(Duration.ofSeconds(60)))
                    .observe(new Request(List.of(new Query.Standalone("job")), List.of()));
            assertThat(seen.deployments()).singleElement().isInstanceOf(Deployment.Newest.class);
            return ((Deployment.Newest) seen.deployments().getFirst()).unseen();
        }
    }

    /** AWS may send a page without anything on it and say that more come. */
    @ParameterizedTest
    @CsvSource({
        "ecs:ListClusters, clusterArns, nextToken",
        "events:ListRuleNamesByTarget, RuleNames, NextToken",
        "events:ListTargetsByRule, Targets, NextToken",
        "scheduler:ListSchedules, Schedules, NextToken"
    })
    void anEmptyPageWithATokenIsNotTheLast(String operation, String list, String token) {
        String rules =
                "\"rules\": [{\"name\": \"nightly\", \"targets\": [{\"cluster\": \"jobs\", \"taskDefinition\": \"job:1\"}]}]";
        String schedules =
                "\"schedules\": [{\"name\": \"hourly\", \"cluster\": \"jobs\", \"taskDefinition\": \"job:1\"}]";
        World world = World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"jobs": {}}, %s,
                 "taskDefinitions": [{"family": "job", "revision": 1, "containerDefinitions": [{"name": "job"}]}]}
                """.formatted(operation.startsWith("scheduler") ? schedules : rules));
        try (SmallAws small = SmallAws.start(world)) {
            small.spoil(operation, call -> call == 1, page(list, token));
            Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                            .withTimeout(Duration.ofSeconds(60)))
                    .observe(new Request(List.of(new Query.Standalone("job")), List.of()));

            assertThat(seen.deployments()).singleElement().isInstanceOf(Deployment.Started.class);
        }
    }

    @Test
    void tasksAreSeenBehindAnEmptyPage() {
        World world = World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"jobs": {"services": {"web": {"taskDefinition": "job:1",
                   "tasks": [{"taskDefinition": "job:1", "lastStatus": "RUNNING"}]}}}},
                 "taskDefinitions": [{"family": "job", "revision": 1, "containerDefinitions": [{"name": "job"}]}]}
                """);
        try (SmallAws small = SmallAws.start(world)) {
            small.spoil("ecs:ListTasks", call -> call == 1, page("taskArns", "nextToken"));
            Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                            .withTimeout(Duration.ofSeconds(60)))
                    .observe(new Request(List.of(new Query.Service("jobs", "web")), List.of()));

            assertThat(seen.deployments())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Deployment.Running.class,
                            running -> assertThat(running.progress().tasks().seen())
                                    .hasSize(1));
        }
    }

    private static Fault page(String list, String token) {
        String body = "{\"%s\": [], \"%s\": \"after-0\"}".formatted(list, token);
        return Fault.response(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
    }
}
