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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Answers that come after everything they lead to was to be asked: that was not seen then, and is not passed over. */
class LateAnswersTest {
    private static final String CONFIGURED = "arn:aws:iam::123456789012:role/configured";
    private static final String RUNNING = "arn:aws:iam::123456789012:role/running";
    private static final Reference SECRET =
            Reference.parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf");
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1"}}}},
             "taskDefinitions": [{"family": "web", "revision": 1, "executionRoleArn": "%s",
               "containerDefinitions": [{"name": "web", "secrets": [{"name": "DB", "valueFrom": "%s"}]}]}],
             "secrets": [{"name": "db", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}}],
             "roles": {"configured": {}, "running": {}}}
            """.formatted(
                    RUNNING,
                    "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                    "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"));

    private final CountDownLatch lastStep = new CountDownLatch(1);

    @Test
    void theRoleOfAServiceThatWasFoundLateIsNotPassedOver() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:DescribeServices", call -> true, atTheLastStep());
            Observation seen = look(
                    small, List.of(new Query.Service("shop", "web")), List.of(new Request.Reader(CONFIGURED, SECRET)));
            assertThat(seen.deployments()).singleElement().isInstanceOf(Deployment.Running.class);
            assertThat(seen.stores().access(new RoleReference.Named(Symbolic.of(RUNNING)), SECRET))
                    .isInstanceOfSatisfying(
                            Access.NotSeen.class,
                            access -> assertThat(access.why()).contains("The time of the run was over"));
        }
    }

    @Test
    void theValueOfASecretThatWasFoundLateIsNotPassedOver() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("secretsmanager:DescribeSecret", call -> true, atTheLastStep());
            Observation seen = look(small, List.of(), List.of());
            assertThat(seen.stores().of(SECRET))
                    .isInstanceOfSatisfying(
                            Stored.Exists.class,
                            exists -> assertThat(exists.contents())
                                    .isInstanceOfSatisfying(
                                            Contents.NotSeen.class,
                                            contents -> assertThat(contents.why())
                                                    .contains("The time of the run was over")));
        }
    }

    /** The time of every step but the last is over from the beginning, and that of the last never. */
    private Observation look(SmallAws small, List<Query> queries, List<Request.Reader> readers) {
        Deadline over = Deadline.in(Duration.ZERO);
        Deadline last = new Deadline(Long.MAX_VALUE, Optional.empty(), () -> {
            lastStep.countDown();
            return 0;
        });
        Request request = new Request(
                queries, List.of(SECRET), new Request.Files.Asked(List.of()), readers, readers.isEmpty(), List.of());
        try (Endpoint at = Endpoint.at(small.endpointUrl());
                Calls calls = new Calls()) {
            Account account = new Account(at.clients(), calls);
            return new Run(at.clients(), calls, new Run.Steps(over, over, over, last), account, request).observe();
        }
    }

    private Fault atTheLastStep() {
        return (answer, client) -> {
            try {
                lastStep.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        };
    }
}
