package dev.envgate.rule;

import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Unreadable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line of the contract that does not say what it means. */
final class EnvSyntax implements Rule {
    @Override
    public String id() {
        return "env-syntax";
    }

    @Override
    public String summary() {
        return "A line of the contract cannot be read, so what it declares may be lost.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .map(ServiceLedger::contract)
                .distinct()
                .flatMap(this::contract)
                .distinct();
    }

    private Stream<Finding> contract(Contract contract) {
        return IntStream.range(0, contract.unreadable().size())
                .mapToObj(i -> finding(contract.unreadable().get(i)).apart(apart(contract, i)));
    }

    /** Lines without a name are told apart by their number among these, which stays the same when other lines come and go. */
    private static String apart(Contract contract, int index) {
        return contract.unreadable().get(index).name().isEmpty()
                ? String.valueOf(contract.unreadable().subList(0, index).stream()
                        .filter(each -> each.name().isEmpty())
                        .count())
                : "";
    }

    private Finding finding(Unreadable line) {
        return new Finding(
                id(),
                line.lost() ? Severity.ERROR : Severity.WARNING,
                "",
                "",
                line.name(),
                line.why(),
                line.hint(),
                line.place());
    }
}
