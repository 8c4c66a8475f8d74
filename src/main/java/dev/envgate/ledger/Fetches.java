package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/** Lists what ECS fetches for the containers of a service: by its Terraform, where that is one task definition, and by what runs. */
final class Fetches {
    private Fetches() {}

    static List<Fetch> of(Join.Service service, Stores stores) {
        Stream<TaskDefinition> configured =
                service.definitions().size() == 1 ? service.definitions().stream() : Stream.of();
        return Stream.concat(
                        configured.flatMap(each -> fetched(each, Station.CONFIGURED, stores)),
                        service.deployment().definitions().stream()
                                .flatMap(each -> fetched(each, Station.DEPLOYED, stores)))
                .toList();
    }

    private static Stream<Fetch> fetched(TaskDefinition definition, Station station, Stores stores) {
        return definition.presence() instanceof Presence.Present
                ? definition.containers().stream()
                        .flatMap(container -> wanted(container)
                                .map(each -> new Fetch(
                                        container.name().toString(),
                                        each.name(),
                                        each.variable(),
                                        each.reference(),
                                        station,
                                        each.place(),
                                        stores.of(each.reference()),
                                        definition.executionRole(),
                                        stores.access(definition.executionRole(), each.reference()),
                                        stores.access(definition.taskRole(), each.reference()))))
                : Stream.of();
    }

    /** Something that is fetched, there for certain. */
    private record Wanted(String name, boolean variable, Reference reference, Place place) {}

    private static Stream<Wanted> wanted(ContainerDefinition container) {
        return Stream.concat(
                container.entries().stream()
                        .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                ? certain(entry.name().text(), true, reference, entry.presence())
                                : Stream.of()),
                container.credentials().stream()
                        .flatMap(each -> certain(each.title(), false, each.reference(), each.presence())));
    }

    private static Stream<Wanted> certain(String name, boolean variable, Reference reference, Presence presence) {
        return presence instanceof Presence.Present(Place place)
                ? Stream.of(new Wanted(name, variable, reference, place))
                : Stream.of();
    }
}
