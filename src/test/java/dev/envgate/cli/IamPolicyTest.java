package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the printed policy against what a run really asks: all of it is allowed, and nothing else. */
class IamPolicyTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final String ACCOUNT = "arn:aws:iam::123456789012:";

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve(".env.example"), "# @secret\nTOKEN=\n");
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_ecs_task_definition" "app" {
                  family                = "app"
                  execution_role_arn    = "%srole/app"
                  container_definitions = jsonencode([{
                    name             = "app"
                    secrets          = [{ name = "TOKEN", valueFrom = "%sapp/token-AbCdEf" }, { name = "KEYED", valueFrom = "%sapp/keyed-AbCdEf" },
                                        { name = "URL", valueFrom = "/app/url" }]
                    environmentFiles = [{ type = "s3", value = "arn:aws:s3:::config/app.env" }]
                  }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """.formatted(ACCOUNT, SECRET, SECRET));
    }

    /**
     * A world in which everything that may have to be looked at has to be: a secret that was changed, one with a key, one that no policy allows,
     * and a condition on what IAM is not given.
     */
    static World world() {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"main": {"services": {"app": {"taskDefinition": "app:7",
                  "tasks": [{"taskDefinition": "app:7", "startedAt": 1700000000, "containers": [{"name": "app", "imageDigest": "sha256:%3$s"}]}]}}}},
                 "taskDefinitions": [{"family": "app", "revision": 7, "executionRoleArn": "%1$srole/app", "containerDefinitions": [{"name": "app", "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/app",
                  "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::config/app.env"}],
                  "secrets": [{"name": "TOKEN", "valueFrom": "%2$sapp/token-AbCdEf"}, {"name": "KEYED", "valueFrom": "%2$sapp/keyed-AbCdEf"},
                   {"name": "URL", "valueFrom": "/app/url"}]}]}],
                 "secrets": [
                  {"name": "app/token", "arn": "%2$sapp/token-AbCdEf", "lastChangedDate": 1800000000, "versions": {"v": ["AWSCURRENT"]},
                   "versionDates": {"v": 1}, "values": {"v": {"SecretString": "x"}}},
                  {"name": "app/keyed", "arn": "%2$sapp/keyed-AbCdEf", "kmsKeyId": "alias/app", "versions": {"v": ["AWSCURRENT"]},
                   "values": {"v": {"SecretString": "x"}}}],
                 "parameters": [{"name": "/app/url", "type": "String", "value": "x"}],
                 "repositories": {"123456789012.dkr.ecr.us-east-1.amazonaws.com/app": [{"tags": ["latest"], "digest": "sha256:%3$s", "env": ["A=b"]}]},
                 "buckets": {"config": {"app.env": "A=1"}},
                 "keys": [{"arn": "arn:aws:kms:us-east-1:123456789012:key/1", "aliases": ["alias/app"]}],
                 "roles": {"app": {"policies": {"read": {"Statement": [
                  {"Effect": "Allow", "Action": "*", "Resource": ["%2$sapp/keyed-??????", "arn:aws:ssm:*", "arn:aws:kms:*"]}]}},
                  "attached": ["%1$spolicy/shell"]}},
                 "policies": {"%1$spolicy/shell": {"Statement": {"Effect": "Allow", "Action": "ssmmessages:*", "Resource": "*",
                  "Condition": {"StringEquals": {"aws:PrincipalTag/team": "app"}}}}}}
                """.formatted(ACCOUNT, SECRET, "a".repeat(64)));
    }

    @Test
    void aRunAsksForAllThatThePolicyAllowsAndForNothingElse() throws IOException {
        assertThat(operations("check")).isEqualTo(actions());
    }

    @Test
    void whatTerraformCreatesNothingOfIsSaidToBeThat() throws IOException {
        String text = Files.readString(directory.resolve("main.tf"));
        Files.writeString(
                directory.resolve("main.tf"),
                text.replace("\"aws_ecs_service\" \"app\" {", "\"aws_ecs_service\" \"app\" {\n  count = var.on ? 1 : 0")
                                .replace(
                                        "\"aws_ecs_task_definition\" \"app\" {",
                                        "\"aws_ecs_task_definition\" \"app\" {\n  count = var.on ? 1 : 0")
                                .replace("definition.app.arn", "definition.app[0].arn")
                        + "variable \"on\" {\n  default = false\n}\n");

        Ran ran = Ran.in(directory, arguments("iam-policy"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("Terraform describes `app` and creates nothing of it", "`--var-file` or `--var`")
                .doesNotContain("--offline");
    }

    /** Decryption is done for the caller by Secrets Manager and SSM, with the caller's right to it. */
    @Test
    void aDeepRunAsksForTheValuesBesides() throws IOException {
        Set<String> actions = actions("--deep");
        assertThat(actions.remove("kms:Decrypt")).isTrue();
        assertThat(actions).contains("secretsmanager:GetSecretValue");
        assertThat(operations("check", "--deep")).isEqualTo(actions);
    }

    @Test
    void withoutEnvironmentFilesNoObjectMayBeRead() throws IOException {
        assertThat(actions("--no-env-files"))
                .doesNotContain("s3:GetObject")
                .isEqualTo(operations("check", "--no-env-files"));
    }

    @Test
    void whoLooksForOrphansMayListThem() throws IOException {
        assertThat(actions()).doesNotContain("secretsmanager:ListSecrets", "ssm:DescribeParameters");
        assertThat(actions("--secret-prefix", "app/"))
                .contains("secretsmanager:ListSecrets", "ssm:DescribeParameters")
                .isEqualTo(operations("check", "--secret-prefix", "app/"));
    }

    @Test
    void whoLooksAtImagesMayReadThem() throws IOException {
        assertThat(actions()).noneMatch(each -> each.startsWith("ecr:"));
        assertThat(actions("--image-env"))
                .contains("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                .isEqualTo(operations("check", "--image-env"));
        assertThat(resources("Images", "--image-env")).containsExactly("arn:aws:ecr:*:*:repository/*");
    }

    @Test
    void aClusterThatIsNotKnownIsLookedFor() throws IOException {
        Files.writeString(
                directory.resolve("main.tf"),
                Files.readString(directory.resolve("main.tf")).replace("\"main\"", "var.cluster")
                        + "variable \"cluster\" {}\n");
        assertThat(actions()).contains("ecs:ListClusters").isEqualTo(operations("check"));
    }

    @Test
    void whoLooksAtAllServicesMayListThem() throws IOException {
        assertThat(actions()).doesNotContain("ecs:ListServices", "ecs:ListClusters");
        assertThat(actions("--all"))
                .contains("ecs:ListServices", "ecs:ListClusters")
                .isEqualTo(operations("check", "--all"));
        assertThat(actions("--all", "--cluster", "main")).doesNotContain("ecs:ListClusters");
        assertThat(resources("Services", "--all", "--cluster", "main", "--region", "us-east-1"))
                .contains("arn:aws:ecs:us-east-1:*:service/main/*");
    }

    @Test
    void onlyWhatIsReferredToIsAllowed() throws IOException {
        assertThat(resources("Secrets", "--region", "us-east-1"))
                .containsExactly(
                        SECRET + "app/keyed",
                        SECRET + "app/keyed-??????",
                        SECRET + "app/token",
                        SECRET + "app/token-??????");
        assertThat(resources("Services", "--region", "us-east-1"))
                .containsExactly("arn:aws:ecs:us-east-1:*:service/main/app");
        assertThat(resources("Parameters", "--region", "us-east-1"))
                .containsExactly("arn:aws:ssm:us-east-1:*:parameter/app/url");
        assertThat(resources("EnvironmentFiles")).containsExactly("arn:aws:s3:::config/app.env");
        assertThat(resources("Roles")).containsExactly(ACCOUNT + "role/app");
        assertThat(resources("Policies")).containsExactly("arn:aws:iam::*:policy/*", "arn:aws:iam::aws:policy/*");
    }

    @Test
    void nothingIsWrittenAndNothingIsOfferedToAll() throws IOException {
        assertThat(actions("--deep", "--image-env"))
                .allSatisfy(action ->
                        assertThat(action).matches("[a-z0-9]+:(?:Describe|List|Get|BatchGet|Simulate|Decrypt).*"));
        assertThat(resources("Secrets")).doesNotContain("*");
    }

    @Test
    void theSameAsTerraform() {
        String text = Ran.in(directory, arguments("iam-policy", "--format", "terraform"))
                .out();
        assertThat(text)
                .contains("actions   = [\"ecs:DescribeServices\"]")
                .contains("resource \"aws_iam_role_policy\" \"envgate\"")
                .contains("sts:AssumeRoleWithWebIdentity")
                .contains("variable = \"ecs:cluster\"");
        assertThat(text.chars().filter(c -> c == '{').count())
                .isEqualTo(text.chars().filter(c -> c == '}').count());
    }

    @Test
    void aRunThatAsksNothingNeedsNoPolicy() {
        Ran ran = Ran.in(directory, arguments("iam-policy", "--offline"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no permission is needed");
    }

    private Set<String> operations(String... command) {
        try (SmallAws aws = SmallAws.start(world())) {
            Ran.against(aws, directory, arguments(command));
            assertThat(aws.unknownOperations()).isEmpty();
            return aws.calls().stream()
                    .map(Call::operation)
                    .filter(each -> !each.equals("sts:GetCallerIdentity") && !each.equals("ecr:Layer"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> actions(String... options) throws IOException {
        return statements(options).stream()
                .flatMap(each -> each.path("Action").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> resources(String sid, String... options) throws IOException {
        return statements(options).stream()
                .filter(each -> each.path("Sid").asText().equals(sid))
                .flatMap(each -> each.path("Resource").valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    private List<JsonNode> statements(String... options) throws IOException {
        Ran ran = Ran.in(
                directory,
                arguments(Stream.concat(Stream.of("iam-policy"), Arrays.stream(options))
                        .toArray(String[]::new)));
        assertThat(ran.exit()).as(ran.all()).isZero();
        return new JsonMapper()
                .readTree(ran.out())
                .path("Statement")
                .valueStream()
                .toList();
    }

    private static String[] arguments(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--env-file", ".env.example", "--terraform", "."));
        return all.toArray(String[]::new);
    }
}
