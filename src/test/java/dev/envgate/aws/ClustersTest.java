package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Deployment;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service whose cluster nobody named, in an account with more clusters than one page lists. */
class ClustersTest {
    private static final Fault BROKEN =
            Fault.response("HTTP/1.1 500 -\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aServiceOnTheSecondPageIsFound() {
        try (SmallAws small = SmallAws.start(world(150, 140))) {
            assertThat(look(small))
                    .isInstanceOfSatisfying(
                            Deployment.Running.class,
                            running -> assertThat(running.cluster()).isEqualTo("cluster-140"));
        }
    }

    @Test
    void aServiceIsNotMissingWhenTheSecondPageCouldNotBeRead() {
        try (SmallAws small = SmallAws.start(world(150, 140))) {
            small.spoil("ecs:ListClusters", call -> call > 1, BROKEN);
            assertThat(look(small))
                    .isInstanceOfSatisfying(
                            Deployment.NotSeen.class,
                            seen -> assertThat(seen.why()).contains("`ecs:ListClusters`"));
        }
    }

    @Test
    void aServiceOnTheFirstPageIsFoundAllTheSame() {
        try (SmallAws small = SmallAws.start(world(150, 3))) {
            small.spoil("ecs:ListClusters", call -> call > 1, BROKEN);
            assertThat(look(small)).isInstanceOf(Deployment.Running.class);
        }
    }

    @Test
    void tooManyClustersAreNotSearchedToTheEnd() {
        try (SmallAws small = SmallAws.start(world(350, 340))) {
            assertThat(look(small))
                    .isInstanceOfSatisfying(
                            Deployment.NotSeen.class,
                            seen -> assertThat(seen.why())
                                    .startsWith("There are too many clusters to look for a service in each"));
            assertThat(small.calls())
                    .filteredOn(call -> call.operation().equals("ecs:ListClusters"))
                    .hasSize(2);
        }
    }

    private static Deployment look(SmallAws small) {
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1").withAttempts(1))
                .observe(new Request(List.of(new Query.Service("", "web")), List.of()))
                .deployments()
                .getFirst();
    }

    private static World world(int clusters, int home) {
        String all = IntStream.range(0, clusters)
                .mapToObj(i -> "\"cluster-%d\": {\"services\": %s}"
                        .formatted(i, i == home ? "{\"web\": {\"taskDefinition\": \"web:1\"}}" : "{}"))
                .collect(Collectors.joining(", "));
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {%s},
                 "taskDefinitions": [{"family": "web", "revision": 1, "containerDefinitions": [{"name": "web"}]}]}
                """.formatted(all));
    }
}
