package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.TaskDefinition;
import java.util.stream.Stream;

/** A task definition with secrets and without an execution role, which AWS does not register. */
final class NoExecutionRole implements Rule {
    @Override
    public String id() {
        return "no-execution-role";
    }

    @Override
    public String summary() {
        return "A container has secrets and its task definition names no execution role, so AWS refuses to register it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .filter(service -> service.definitions().size() == 1)
                .flatMap(service -> service(service, service.definitions().getFirst()));
    }

    private Stream<Finding> service(ServiceLedger service, TaskDefinition definition) {
        boolean certain = definition.executionRole() instanceof RoleReference.None
                && definition.presence() instanceof Presence.Present;
        return certain ? definition.containers().stream().flatMap(each -> container(service, each)) : Stream.of();
    }

    private Stream<Finding> container(ServiceLedger service, ContainerDefinition container) {
        return Stream.concat(entries(container), credentials(container))
                .limit(1)
                .map(fetched -> new Finding(
                        id(),
                        Severity.ERROR,
                        service.service(),
                        container.name().toString(),
                        "",
                        ("ECS has to fetch %s, and the task definition names no execution role to do it with,"
                                        + " so AWS refuses to register it.")
                                .formatted(fetched.title()),
                        "set `execution_role_arn` of the task definition to a role that may read its secrets.",
                        fetched.place()));
    }

    /** Something that needs the role, and where it is written. */
    private record Fetched(String title, Place place) {}

    private static Stream<Fetched> entries(ContainerDefinition container) {
        return container.entries().stream()
                .filter(entry -> entry.given() instanceof Given.Secret)
                .flatMap(entry -> fetched("`" + entry.name() + "`", entry.presence()));
    }

    private static Stream<Fetched> credentials(ContainerDefinition container) {
        return container.credentials().stream().flatMap(each -> fetched(title(each), each.presence()));
    }

    private static Stream<Fetched> fetched(String title, Presence presence) {
        return presence instanceof Presence.Present(Place place) ? Stream.of(new Fetched(title, place)) : Stream.of();
    }

    private static String title(Credential credential) {
        return credential.option().isEmpty()
                ? "the secret of `%s`".formatted(credential.use().member())
                : "`%s` of `%s`".formatted(credential.option(), credential.use().member());
    }
}
