package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Deployment;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a large account costs: counted, not timed. */
class CountsTest {
    private static final int SERVICES = 1_000;
    private static final int FAMILIES = 20;

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
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"shop": {"services": {%s}}},
                 "taskDefinitions": [%s]}
                """.formatted(services, definitions));
    }
}
