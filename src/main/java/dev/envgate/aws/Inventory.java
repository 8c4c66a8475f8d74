package dev.envgate.aws;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Wildcard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    static CompletableFuture<Answer<Told<Inventory>>> take(Clients clients, Calls calls, String cluster) {
        Set<String> arns = ConcurrentHashMap.newKeySet();
        return in(
                cluster.isEmpty()
                        ? listed(clients, calls, arns)
                        : CompletableFuture.completedFuture(new Clusters(List.of(cluster), List.of())),
                clients,
                calls,
                arns);
    }

    /** Those of the clusters that a pattern means, which have all the tags. */
    static CompletableFuture<Answer<Told<Inventory>>> take(
            Clients clients, Calls calls, List<Wildcard> patterns, Map<String, String> tags) {
        Set<String> arns = ConcurrentHashMap.newKeySet();
        CompletableFuture<Clusters> clusters = listed(clients, calls, arns)
                .thenApply(found -> new Clusters(
                        found.arns().stream()
                                .filter(arn -> patterns.isEmpty()
                                        || patterns.stream().anyMatch(each -> each.matches(Names.last(arn))))
                                .toList(),
                        found.gaps()));
        CompletableFuture<Answer<Told<Inventory>>> all = in(clusters, clients, calls, arns);
        return tags.isEmpty()
                ? all
                : all.thenCompose(answer -> answer.thenAsk(told -> new Tagged(clients, calls, tags)
                        .of(told.value())
                        .thenApply(
                                tagged -> tagged.then(found -> new Answer.Got<>(new Told<>(found, told.account()))))));
    }

    /** All clusters; whose they are is written down. */
    private static CompletableFuture<Clusters> listed(Clients clients, Calls calls, Set<String> arns) {
        return Clusters.list(clients, calls).thenApply(found -> {
            arns.addAll(found.arns());
            return found;
        });
    }

    private static CompletableFuture<Answer<Told<Inventory>>> in(
            CompletableFuture<Clusters> clusters, Clients clients, Calls calls, Set<String> arns) {
        return clusters.thenCompose(found -> {
            CompletableFuture<Inventory> all = CompletableFuture.completedFuture(new Inventory(
                    List.of(),
                    found.gaps().stream()
                            .map(gap -> gap("further clusters", gap))
                            .toList()));
            for (String each : found.arns()) {
                all = all.thenCombine(list(clients, calls, each, "", arns), Inventory::and);
            }
            return all.thenApply(inventory -> new Answer.Got<>(Told.of(inventory, List.copyOf(arns))));
        });
    }

    private static CompletableFuture<Inventory> list(
            Clients clients, Calls calls, String cluster, String token, Set<String> arns) {
        String region = Names.region(cluster, clients.region());
        Action action = Action.of("ecs:ListServices", Names.last(cluster), clients.place(region));
        ListServicesRequest.Builder request =
                ListServicesRequest.builder().cluster(cluster).maxResults(PAGE);
        return calls.make(
                        action,
                        () -> clients.ecs(region)
                                .listServices((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.resolve(
                        page -> goOn(clients, calls, action, cluster, page, arns),
                        failure -> unseen(cluster, failure)));
    }

    private static CompletableFuture<Inventory> goOn(
            Clients clients, Calls calls, Action action, String cluster, ListServicesResponse page, Set<String> arns) {
        if (!page.hasServiceArns()) {
            return unseen(cluster, Failure.of(Trouble.LEFT_OUT, action));
        }
        arns.addAll(page.serviceArns());
        Inventory these = new Inventory(
                page.serviceArns().stream()
                        .map(arn -> new Item(Names.last(cluster), Names.last(arn)))
                        .toList(),
                List.of());
        String next = Names.text(page.nextToken());
        return next.isEmpty()
                ? CompletableFuture.completedFuture(these)
                : list(clients, calls, cluster, next, arns).thenApply(these::and);
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
