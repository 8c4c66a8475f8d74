package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name of the application that only a sidecar is given. */
final class WrongContainer implements Rule {
    /** What stands before the application may well have settings that the application does not. */
    private static final List<String> PROXIES = List.of("nginx", "envoy");

    @Override
    public String id() {
        return "wrong-container";
    }

    @Override
    public String summary() {
        return "A declared name is given to a sidecar, and the container of the application does not have it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        Neighbours neighbours = Neighbours.of(service);
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .filter(each -> each.declared() && each.notConfigured() && !each.deployed() && !each.refused())
                .flatMap(each -> finding(each, neighbours.holders(each)));
    }

    private Stream<Finding> finding(Subject each, List<Subject> holders) {
        return holders.isEmpty()
                ? Stream.empty()
                : each.row().standing().flatMap(Loudness::nowhere).stream()
                        .map(severity ->
                                finding(each, holders, spares(each, holders) ? Loudness.milder(severity) : severity));
    }

    /** What was called required, and a secret, is the application's wherever it went. */
    private static boolean spares(Subject each, List<Subject> holders) {
        return proxies(holders)
                && each.row()
                        .standing()
                        .filter(standing -> standing == Standing.REQUIRED || standing == Standing.SECRET)
                        .isEmpty();
    }

    private static boolean proxies(List<Subject> holders) {
        return holders.stream()
                .allMatch(holder -> PROXIES.stream().anyMatch(holder.container().container()::contains));
    }

    private Finding finding(Subject each, List<Subject> holders, Severity severity) {
        String container = each.container().container();
        String listed = holders.stream()
                .map(holder -> "`" + holder.container().container() + "`")
                .collect(Collectors.joining(", "));
        String list = each.row().kind() == Kind.SECRET ? "secrets" : "environment";
        return each.finding(
                this,
                severity,
                "Terraform gives it to the container %s, and `%s` does not have it, because a container sees its own names only."
                        .formatted(listed, container),
                "move it to `%s` of the container `%s`, or add it there when both need it.".formatted(list, container),
                holders.getFirst().row().place());
    }
}
