package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** A name that the container is given and that the contract does not know. */
final class Undeclared implements Rule {
    @Override
    public String id() {
        return "undeclared";
    }

    @Override
    public String summary() {
        return "The container is given a name that the contract does not declare.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream()
                        .filter(container -> ofTheApplication(service, container))
                        .flatMap(container -> Subject.of(service, container)))
                .filter(each -> each.notDeclared() && (each.configured() || runs(each)))
                .map(this::finding);
    }

    /** The contract is the application's: a sidecar's own names are not its business. */
    private static boolean ofTheApplication(ServiceLedger service, ContainerLedger container) {
        return service.containers().size() == 1
                || Subject.of(service, container).anyMatch(Subject::declared);
    }

    /** A name that Terraform is known not to have is `unmanaged`. */
    private static boolean runs(Subject each) {
        return each.deployed() && !each.notConfigured();
    }

    private Finding finding(Subject each) {
        return each.finding(
                this,
                each.row().kind() == Kind.SECRET ? Severity.WARNING : Severity.NOTE,
                "The container is given it, but the contract does not declare it, so nobody who runs the application elsewhere knows of it.",
                "declare it in the contract, `.env.example`, or take it out of Terraform when nothing reads it.");
    }
}
