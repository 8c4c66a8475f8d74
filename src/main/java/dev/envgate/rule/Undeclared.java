package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Row;
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
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        Neighbours neighbours = Neighbours.of(service);
        return service.containers().stream()
                .filter(container -> ofTheApplication(service, container))
                .flatMap(container -> Subject.of(service, container))
                .filter(each -> each.notDeclared() && (each.configured() || runs(each)))
                .filter(each -> !neighbours.alternatives().knows(each.row().name()))
                .map(each -> finding(each, neighbours));
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

    private Finding finding(Subject each, Neighbours neighbours) {
        String file = Neighbours.file(each.service().contract());
        String meant = neighbours
                .declaredAs(each.row().name())
                .map(near -> ", or give it the name `%s`, which is declared and given to nobody".formatted(near))
                .orElse("");
        return each.finding(
                this,
                severity(each.row(), neighbours),
                "The container is given it, but the contract does not declare it, so nobody who runs the application elsewhere knows of it.",
                "declare it in `%s`%s, or take it out of Terraform when nothing reads it.".formatted(file, meant));
    }

    /** Whoever runs the application elsewhere has to get a secret from somebody; a setting that lies in the store, and a part of what is declared, are no such thing. */
    private static Severity severity(Row row, Neighbours neighbours) {
        boolean setting =
                Likeness.of(NameWords.of(row.name().text())) == Likeness.SETTING || neighbours.standsIn(row.name());
        return row.kind() == Kind.SECRET && !setting ? Severity.WARNING : Severity.NOTE;
    }
}
