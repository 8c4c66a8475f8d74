package dev.envgate.aws;

import dev.envgate.ledger.NotVerified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Finds out which services have certain tags; of which that is not known is a gap and no answer. */
record Tagged(Clients clients, Calls calls, Map<String, String> tags) {
    private static final int SIZE = 10;

    CompletableFuture<Answer<Inventory>> of(Inventory all) {
        Map<String, List<Inventory.Item>> byCluster = all.services().stream()
                .collect(Collectors.groupingBy(Inventory.Item::cluster, LinkedHashMap::new, Collectors.toList()));
        CompletableFuture<Inventory> found = CompletableFuture.completedFuture(new Inventory(List.of(), all.gaps()));
        for (List<Inventory.Item> each : byCluster.values()) {
            for (int from = 0; from < each.size(); from += SIZE) {
                found = found.thenCombine(
                        described(each.subList(from, Math.min(each.size(), from + SIZE))), Inventory::and);
            }
        }
        return found.thenApply(Answer.Got::new);
    }

    private CompletableFuture<Inventory> described(List<Inventory.Item> items) {
        String cluster = items.getFirst().cluster();
        List<String> names = items.stream().map(Inventory.Item::service).toList();
        Action action = Action.of("ecs:DescribeServices", names, clients.place(clients.region()));
        return calls.make(
                        action,
                        () -> clients.ecs(clients.region())
                                .describeServices(request ->
                                        request.cluster(cluster).services(names).include(ServiceField.TAGS)))
                .thenApply(answer -> answer.resolve(
                        response -> among(items, action, response),
                        failure -> new Inventory(List.of(), List.of(gap(items, failure)))));
    }

    private static NotVerified gap(List<Inventory.Item> items, Failure failure) {
        return Inventory.gap(
                "whether "
                        + items.stream().map(Inventory.Item::service).collect(Collectors.joining(", "))
                        + " of " + items.getFirst().cluster() + " are meant",
                failure);
    }

    /** A service that comes back neither as found nor as missing was not answered. */
    private Inventory among(List<Inventory.Item> items, Action action, DescribeServicesResponse response) {
        Map<String, Service> found = response.services().stream()
                .collect(Collectors.toMap(
                        each -> Names.text(each.serviceName()), Function.identity(), (first, _) -> first));
        List<String> missing = response.failures().stream()
                .filter(each -> Names.text(each.reason()).equals("MISSING"))
                .map(each -> Names.last(Names.text(each.arn())))
                .toList();
        List<Inventory.Item> meant = new ArrayList<>();
        List<Inventory.Item> unanswered = new ArrayList<>();
        for (Inventory.Item each : items) {
            Optional<Service> service = Optional.ofNullable(found.get(each.service()));
            if (service.map(this::has).orElse(false)) {
                meant.add(each);
            } else if (service.isEmpty() && !missing.contains(each.service())) {
                unanswered.add(each);
            }
        }
        return new Inventory(
                meant,
                unanswered.isEmpty() ? List.of() : List.of(gap(unanswered, Failure.of(Trouble.LEFT_OUT, action))));
    }

    private boolean has(Service service) {
        Map<String, String> own = service.tags().stream()
                .collect(Collectors.toMap(each -> Names.text(each.key()), each -> value(each), (first, _) -> first));
        return tags.entrySet().stream().allMatch(each -> each.getValue().equals(own.get(each.getKey())));
    }

    private static String value(Tag tag) {
        return Names.text(tag.value());
    }
}
