package dev.envgate.aws;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/**
 * The clusters of an account, as far as they could be listed.
 *
 * @param gaps why there may be more; empty when these are all
 */
record Clusters(List<String> arns, List<Failure> gaps) {
    /** Services are looked for in each: beyond this many it is cheaper to be told which. */
    private static final int MOST = 200;

    Clusters {
        arns = List.copyOf(arns);
        gaps = List.copyOf(gaps);
    }

    static CompletableFuture<Clusters> list(Clients clients, Calls calls) {
        return Regions.fault(clients.region())
                .map(fault -> CompletableFuture.completedFuture(new Clusters(List.of(), List.of(fault))))
                .orElseGet(() -> new Clusters(List.of(), List.of()).more(clients, calls, ""));
    }

    private CompletableFuture<Clusters> more(Clients clients, Calls calls, String token) {
        Action action = Action.of("ecs:ListClusters", List.of(), clients.place(clients.region()));
        if (arns.size() >= MOST) {
            return cutShort(Failure.of(Trouble.TOO_MANY, action));
        }
        return calls.make(action, () -> clients.ecs(clients.region()).listClusters(request(token)))
                .thenCompose(answer -> answer.resolve(
                        page -> page.hasClusterArns()
                                ? goOn(clients, calls, page)
                                : cutShort(Failure.of(Trouble.LEFT_OUT, action)),
                        this::cutShort));
    }

    private static ListClustersRequest request(String token) {
        ListClustersRequest.Builder request = ListClustersRequest.builder();
        return token.isEmpty() ? request.build() : request.nextToken(token).build();
    }

    private CompletableFuture<Clusters> goOn(Clients clients, Calls calls, ListClustersResponse page) {
        Clusters longer = new Clusters(
                Stream.concat(arns.stream(), page.clusterArns().stream()).toList(), List.of());
        String token = Names.text(page.nextToken());
        return token.isEmpty() ? CompletableFuture.completedFuture(longer) : longer.more(clients, calls, token);
    }

    private CompletableFuture<Clusters> cutShort(Failure failure) {
        return CompletableFuture.completedFuture(new Clusters(arns, List.of(failure)));
    }
}
