package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Iam;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Need;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A secret that the execution role for certain may not read: by its policies in the same Terraform, or as AWS says. */
final class SecretUnreadable implements Rule {
    @Override
    public String id() {
        return "secret-unreadable";
    }

    @Override
    public String summary() {
        return "The execution role may not read the secret or parameter that a name refers to, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::both);
    }

    /** What the files show comes first: it has a line, and is there before a deploy. */
    private Stream<Finding> both(ServiceLedger service) {
        List<Finding> byFiles = service.definitions().size() == 1
                ? service(service, service.definitions().getFirst()).toList()
                : List.of();
        return Stream.concat(
                byFiles.stream(),
                new RefusedByAws(id(), service)
                        .findings()
                        .filter(live -> byFiles.stream()
                                .noneMatch(each -> each.container().equals(live.container())
                                        && each.name().equals(live.name()))));
    }

    private Stream<Finding> service(ServiceLedger service, TaskDefinition definition) {
        Optional<Role> role = definition.presence() instanceof Presence.Present
                ? service.iam().role(definition.executionRole())
                : Optional.empty();
        return role.stream()
                .flatMap(each -> definition.containers().stream()
                        .filter(container -> shown(service, container))
                        .flatMap(container -> wanted(container)
                                .flatMap(fetched -> judged(service, definition, each, container, fetched))));
    }

    /** A container that was not asked for has no place in the ledger. */
    private static boolean shown(ServiceLedger service, ContainerDefinition container) {
        return service.containers().stream()
                .anyMatch(each -> each.container().equals(container.name().toString()));
    }

    /** Something that ECS fetches for a container, there for certain. */
    private record Wanted(String name, Reference reference, Place place) {}

    private static Stream<Wanted> wanted(ContainerDefinition container) {
        return Stream.concat(
                container.entries().stream()
                        .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                ? certain(entry.name().text(), reference, entry.presence())
                                : Stream.of()),
                container.credentials().stream()
                        .flatMap(each -> certain(each.title(), each.reference(), each.presence())));
    }

    private static Stream<Wanted> certain(String name, Reference reference, Presence presence) {
        return presence instanceof Presence.Present(Place place)
                ? Stream.of(new Wanted(name, reference, place))
                : Stream.of();
    }

    private Stream<Finding> judged(
            ServiceLedger service, TaskDefinition definition, Role role, ContainerDefinition container, Wanted wanted) {
        Iam iam = service.iam();
        return Need.of(wanted.reference(), iam).stream()
                .flatMap(need -> {
                    Refusal refusal = new Refusal(wanted.reference(), need, role, iam.role(definition.taskRole()));
                    return severity(need, role, refusal).stream()
                            .map(severity -> new Finding(
                                    id(),
                                    severity,
                                    service.service(),
                                    container.name().toString(),
                                    wanted.name(),
                                    refusal.message(),
                                    refusal.hint(),
                                    wanted.place()));
                })
                .limit(1);
    }

    /** Where a policy of the secret itself may grant it, only a statement that misses its aim is worth a warning. */
    private static Optional<Severity> severity(Need need, Role role, Refusal refusal) {
        return switch (need.of(role)) {
            case Decision.Refused _ -> Optional.of(Severity.ERROR);
            case Decision.NotGranted _ when need.grants().isEmpty() -> Optional.of(Severity.ERROR);
            case Decision.NotGranted _ ->
                refusal.withoutSuffix().isPresent() ? Optional.of(Severity.WARNING) : Optional.empty();
            case Decision.Allowed _, Decision.Undecidable _ -> Optional.empty();
        };
    }
}
