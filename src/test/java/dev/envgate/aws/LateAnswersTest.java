package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers that come after everything they lead to was to be asked: that was not seen then, and is not passed over. */
class LateAnswersTest {
    private static final String CONFIGURED = "arn:aws:iam::123456789012:role/configured";
    private static final String RUNNING = "arn:aws:iam::123456789012:role/running";
    private static final Reference SECRET =
            Reference.parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf");
    private static final Reference PARAMETER = Reference.parse("/shop/url");
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1"}}}},
             "taskDefinitions": [{"family": "web", "revision": 1, "executionRoleArn": "%s",
               "containerDefinitions": [{"name": "web", "secrets": [{"name": "DB", "valueFrom": "%s"}]}]}],
             "secrets": [{"name": "db", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}}],
             "parameters": [{"name": "/shop/url", "type": "String", "value": "x"}],
             "roles": {"configured": {}, "running": {}}}
            """.formatted(
                    RUNNING,
                    "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                    "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"));

    @Test
    void theRoleOfAServiceThatWasFoundLateIsNotPassedOver() {
        CountDownLatch rolesAsked = new CountDownLatch(1);
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("iam:SimulatePrincipalPolicy", call -> true, then(rolesAsked));
            small.spoil("ecs:DescribeServices", call -> true, after(rolesAsked));
            Observation seen = look(
                    small, List.of(new Query.Service("shop", "web")), List.of(new Request.Reader(CONFIGURED, SECRET)));
            assertThat(seen.deployments()).singleElement().isInstanceOf(Deployment.Running.class);
            assertThat(seen.stores().access(new RoleReference.Named(Symbolic.of(RUNNING)), SECRET))
                    .isNotInstanceOf(Access.NotAsked.class);
        }
    }

    @Test
    void theValueOfASecretThatWasFoundLateIsNotPassedOver() {
        CountDownLatch valuesAsked = new CountDownLatch(2);
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ssm:GetParameters", call -> true, then(valuesAsked));
            small.spoil("secretsmanager:DescribeSecret", call -> true, after(valuesAsked));
            Observation seen = look(small, List.of(), List.of());
            assertThat(seen.stores().of(SECRET))
                    .isInstanceOfSatisfying(
                            Stored.Exists.class,
                            exists -> assertThat(exists.contents()).isNotInstanceOf(Contents.NotAsked.class));
            assertThat(seen.stores().of(PARAMETER))
                    .isInstanceOfSatisfying(
                            Stored.Exists.class,
                            exists -> assertThat(exists.contents())
                                    .isNotInstanceOfAny(Contents.NotAsked.class, Contents.NotSeen.class));
        }
    }

    private static Observation look(SmallAws small, List<Query> queries, List<Request.Reader> readers) {
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withAttempts(1)
                        .withTimeout(Duration.ofSeconds(6)))
                .observe(new Request(
                        queries,
                        List.of(SECRET, PARAMETER),
                        new Request.Files.Asked(List.of()),
                        readers,
                        readers.isEmpty(),
                        List.of()));
    }

    private static Fault then(CountDownLatch latch) {
        return (answer, client) -> {
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
            latch.countDown();
        };
    }

    private static Fault after(CountDownLatch latch) {
        return (answer, client) -> {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        };
    }
}
