package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a large account costs: counted, not timed. */
class CountsTest {
    private static final int SERVICES = 1_000;
    private static final int FAMILIES = 20;
    private static final int REFERENCES = 200;

    @Test
    void aThousandServicesAreDescribedTenAtATimeAndEachTaskDefinitionOnce() {
        List<Query> queries = IntStream.range(0, SERVICES)
                .mapToObj(i -> (Query) new Query.Service("shop", "service-" + i))
                .toList();
        try (SmallAws small = SmallAws.start(world())) {
            Observation seen = new Aws(
                            AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                                    .withTimeout(Duration.ofMinutes(2)),
                            new Traffic(10_000))
                    .observe(new Request(queries, List.of()));
            assertThat(seen.deployments()).hasSize(SERVICES).allMatch(Deployment.Running.class::isInstance);
            assertThat(count(small, "ecs:DescribeServices")).isEqualTo(SERVICES / 10);
            // The revision that runs, and once for each family its newest one.
            assertThat(count(small, "ecs:DescribeTaskDefinition")).isEqualTo(FAMILIES + FAMILIES);
            assertThat(count(small, "sts:GetCallerIdentity")).isEqualTo(1);
        }
    }

    /**
     * Two hundred calls that need nothing of each other take no more than thirteen times as long as one. No clock says so: each is answered
     * only when sixteen, or all that are left, have come in together, so that a run that asks for fewer at once comes to no end.
     */
    @Test
    void twoHundredReferencesAreLookedUpSixteenAtATime() {
        List<Reference> references = IntStream.range(0, REFERENCES)
                .mapToObj(i -> Reference.parse(secret(i)))
                .toList();
        Gate gate = new Gate(REFERENCES, 16);
        try (SmallAws small = SmallAws.start(world())) {
            small.spoil("secretsmanager:DescribeSecret", call -> true, gate);
            Observation seen = new Aws(
                            AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                                    .withAttempts(1)
                                    .withTimeout(Duration.ofSeconds(60)),
                            new Traffic(10_000))
                    .observe(new Request(List.of(new Query.Service("shop", "service-1")), references));
            assertThat(references)
                    .allSatisfy(each -> assertThat(seen.stores().of(each)).isInstanceOf(Stored.Exists.class));
            assertThat(seen.deployments()).singleElement().isInstanceOf(Deployment.Running.class);
            assertThat(gate.rounds()).isEqualTo((REFERENCES + 15) / 16);
            assertThat(count(small, "secretsmanager:DescribeSecret")).isEqualTo(REFERENCES);
        }
    }

    /** On a machine that is busy the time may be over before the calls that end have had their turn: then there is more of it. */
    @Test
    void theDeadlineEndsARunOfAThousandServicesAndSaysWhichAreNotKnown() throws InterruptedException {
        Observation soon = halfAnswered(Duration.ofSeconds(8));
        Observation seen = running(soon) == 40 * 10 ? soon : halfAnswered(Duration.ofSeconds(96));
        assertThat(seen.deployments()).hasSize(SERVICES);
        assertThat(running(seen)).isEqualTo(40 * 10);
        assertThat(seen.deployments().stream().filter(Deployment.NotSeen.class::isInstance))
                .hasSize(SERVICES - 40 * 10)
                .allSatisfy(each -> assertThat(each.toString())
                        .contains("The time of the run was over before `ecs:DescribeServices`")
                        .contains("`--timeout`"));
    }
    /** Four hundred of the services are described, and no answer comes for the others. */
    private static Observation halfAnswered(Duration run) throws InterruptedException {
        List<Query> queries = IntStream.range(0, SERVICES)
                .mapToObj(i -> (Query) new Query.Service("shop", "service-" + i))
                .toList();
        CountDownLatch over = new CountDownLatch(1);
        try (SmallAws small = SmallAws.start(world())) {
            small.spoil("ecs:DescribeServices", call -> call > 40, (answer, client) -> waitFor(over));
            Observation seen = new Aws(
                            AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                                    .withTimeout(run),
                            new Traffic(10_000))
                    .observe(new Request(queries, List.of()));
            over.countDown();
            Together.awaitThreads("envgate-aws");
            return seen;
        }
    }

    private static long running(Observation seen) {
        return seen.deployments().stream()
                .filter(Deployment.Running.class::isInstance)
                .count();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers when as many as can be have come in together. */
    private static final class Gate implements Fault {
        private final int most;
        private int left;
        private int inside;
        private int rounds;

        Gate(int calls, int most) {
            this.left = calls;
            this.most = most;
        }

        @Override
        public void play(byte[] answer, Socket client) throws IOException {
            pass();
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        }

        private synchronized void pass() {
            int mine = rounds;
            inside++;
            if (inside == Math.min(most, left)) {
                left -= inside;
                inside = 0;
                rounds++;
                notifyAll();
            }
            while (mine == rounds) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        synchronized int rounds() {
            return rounds;
        }
    }

    private static String secret(int i) {
        return "arn:aws:secretsmanager:us-east-1:123456789012:secret:secret-%d-AbCdEf".formatted(i);
    }

    private static long count(SmallAws small, String operation) {
        return small.calls().stream()
                .map(Call::operation)
                .filter(operation::equals)
                .count();
    }

    private static World world() {
        String services = IntStream.range(0, SERVICES)
                .mapToObj(i -> "\"service-%d\": {\"taskDefinition\": \"app-%d:1\"}".formatted(i, i % FAMILIES))
                .collect(Collectors.joining(", "));
        String definitions = IntStream.range(0, FAMILIES)
                .mapToObj(i ->
                        "{\"family\": \"app-%d\", \"revision\": 1, \"containerDefinitions\": [{\"name\": \"app\"}]}"
                                .formatted(i))
                .collect(Collectors.joining(", "));
        String secrets = IntStream.range(0, REFERENCES)
                .mapToObj(i -> "{\"name\": \"secret-%d\", \"arn\": \"%s\", \"versions\": {\"v\": [\"AWSCURRENT\"]}}"
                        .formatted(i, secret(i)))
                .collect(Collectors.joining(", "));
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"shop": {"services": {%s}}},
                 "taskDefinitions": [%s], "secrets": [%s]}
                """.formatted(services, definitions, secrets));
    }
}
