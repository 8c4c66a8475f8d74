package dev.envgate.aws;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Wildcard;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;

/**
 * The services that there are.
 *
 * @param gaps why there may be more; empty when these are all
 */
public record Inventory(List<Item> services, List<NotVerified> gaps) {
    private static final int PAGE = 100;

    public Inventory {
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
    }

    /** A service in its cluster, both by name. */
    public record Item(String cluster, String service) {}

    /** Those of a cluster, or of all when none is named. */
    static CompletableFuture<Answer<Inventory>> take(Clients clients, Calls calls, String cluster) {
        return in(
                cluster.isEmpty()
                        ? Clusters.list(clients, calls)
                        : CompletableFuture.completedFuture(new Clusters(List.of(cluster), List.of())),
                clients,
                calls);
    }

    /** Those of the clusters that a pattern means, which have all the tags. */
    static CompletableFuture<Answer<Inventory>> take(
            Clients clients, Calls calls, List<Wildcard> patterns, Map<String, String> tags) {
        CompletableFuture<Clusters> clusters = Clusters.list(clients, calls)
                .thenApply(found -> new Clusters(
                        found.arns().stream()
                                .filter(arn -> patterns.isEmpty()
                                        || patterns.stream().anyMatch(each -> each.matches(Names.last(arn))))
                                .toList(),
                        found.gaps()));
        CompletableFuture<Answer<Inventory>> all = in(clusters, clients, calls);
        return tags.isEmpty()
                ? all
                : all.thenCompose(answer -> answer.thenAsk(found -> new Tagged(clients, calls, tags).of(found)));
    }

    private static CompletableFuture<Answer<Inventory>> in(
            CompletableFuture<Clusters> clusters, Clients clients, Calls calls) {
        return clusters.thenCompose(found -> {
            CompletableFuture<Inventory> all = CompletableFuture.completedFuture(new Inventory(
                    List.of(),
                    found.gaps().stream()
                            .map(gap -> gap("further clusters", gap))
                            .toList()));
            for (String each : found.arns()) {
                all = all.thenCombine(list(clients, calls, each, ""), Inventory::and);
            }
            return all.thenApply(Answer.Got::new);
        });
    }

    private static CompletableFuture<Inventory> list(Clients clients, Calls calls, String cluster, String token) {
        String region = Names.region(cluster, clients.region());
        Action action = Action.of("ecs:ListServices", Names.last(cluster), clients.place(region));
        ListServicesRequest.Builder request =
                ListServicesRequest.builder().cluster(cluster).maxResults(PAGE);
        return calls.make(
                        action,
                        () -> clients.ecs(region)
                                .listServices((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.resolve(
                        page -> goOn(clients, calls, action, cluster, page), failure -> unseen(cluster, failure)));
    }

    private static CompletableFuture<Inventory> goOn(
            Clients clients, Calls calls, Action action, String cluster, ListServicesResponse page) {
        if (!page.hasServiceArns()) {
            return unseen(cluster, Failure.of(Trouble.LEFT_OUT, action));
        }
        Inventory these = new Inventory(
                page.serviceArns().stream()
                        .map(arn -> new Item(Names.last(cluster), Names.last(arn)))
                        .toList(),
                List.of());
        String next = Names.text(page.nextToken());
        return next.isEmpty()
                ? CompletableFuture.completedFuture(these)
                : list(clients, calls, cluster, next).thenApply(these::and);
    }

    private static CompletableFuture<Inventory> unseen(String cluster, Failure failure) {
        return CompletableFuture.completedFuture(
                new Inventory(List.of(), List.of(gap("further services of " + Names.last(cluster), failure))));
    }

    static NotVerified gap(String what, Failure failure) {
        return new NotVerified(Station.DEPLOYED, what, failure.why(), failure.hint());
    }

    Inventory and(Inventory other) {
        return new Inventory(
                Stream.concat(services.stream(), other.services.stream()).toList(),
                Stream.concat(gaps.stream(), other.gaps.stream()).toList());
    }
}
