package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.stream.Stream;

/** A secret or parameter under a prefix of the service that nothing refers to: somebody stored it, and nobody wired it up. */
final class OrphanSecret implements Rule {
    @Override
    public String id() {
        return "orphan-secret";
    }

    @Override
    public String summary() {
        return "A secret or parameter is kept under a prefix of the service, and nothing refers to it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        List<ContainerDefinition> containers = ledger.services().stream()
                .flatMap(OrphanSecret::definitions)
                .flatMap(each -> each.containers().stream())
                .toList();
        return ledger.services().stream()
                .filter(OrphanSecret::whole)
                .flatMap(service -> service.keeping()
                        .items()
                        .filter(item -> ledger.services().stream()
                                .noneMatch(each -> each.keeping().uses().mayUse(item.name())))
                        .filter(item -> containers.stream().noneMatch(each -> uses(each, item)))
                        .map(item -> finding(service, item)));
    }

    private static Stream<TaskDefinition> definitions(ServiceLedger service) {
        return Stream.of(
                        service.definitions(),
                        service.others(),
                        service.deployment().definitions())
                .flatMap(List::stream);
    }

    /** Whether all that it refers to is known: what is not may be any of them. */
    private static boolean whole(ServiceLedger service) {
        return !(service.deployment() instanceof Deployment.NotSeen)
                && definitions(service)
                        .allMatch(definition -> definition.gaps().isEmpty()
                                && definition.containers().stream()
                                        .allMatch(each -> each.gaps().isEmpty()
                                                && each.references().noneMatch(OrphanSecret::unclear)));
    }

    private static boolean unclear(Reference reference) {
        return reference.target() instanceof Reference.Target.Unclear;
    }

    /** By a reference, or by a variable that tells the application what to fetch itself. */
    private static boolean uses(ContainerDefinition container, Kept.Item item) {
        return container.references().anyMatch(item::meantBy)
                || container.entries().stream()
                        .anyMatch(entry ->
                                entry.given() instanceof Given.Plain(HiddenValue value) && value.holds(item.name()));
    }

    private Finding finding(ServiceLedger service, Kept.Item item) {
        String where = switch (item.store()) {
            case SECRETS_MANAGER -> "Secrets Manager";
            case PARAMETER_STORE -> "the parameter store";
        };
        return new Finding(
                        id(),
                        Severity.NOTE,
                        service.service(),
                        "",
                        item.name(),
                        "It is kept in %s, and no container and no other block of Terraform uses it.".formatted(where),
                        "give it to a container under `secrets`, or delete it when nothing outside of this Terraform reads it.",
                        new Whereabouts(service).place())
                .apart(where);
    }
}
