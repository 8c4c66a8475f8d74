package dev.envgate.rule;

import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
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
        return "A line of the contract cannot be read, or a tag of it names nothing, so what it says may be lost.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .map(ServiceLedger::contract)
                .distinct()
                .flatMap(contract -> Stream.concat(contract(contract), environments(contract, ledger.conventions())))
                .distinct();
    }

    /** What {@code @required-in} calls an environment and nobody else does decides nothing, and was meant to. */
    private Stream<Finding> environments(Contract contract, Conventions conventions) {
        return contract.declarations().stream()
                .flatMap(declaration -> conventions.unknown(declaration).stream()
                        .map(word -> environment(declaration, word, conventions)));
    }

    private Finding environment(Declaration declaration, String word, Conventions conventions) {
        return new Finding(
                id(),
                Severity.WARNING,
                "",
                "",
                declaration.name().text(),
                "Its `@required-in` names `%s`, and there is no such environment.".formatted(word),
                conventions
                        .nearest(word)
                        .map("did you mean `%s`?"::formatted)
                        .orElseGet(() -> "name one of %s, or add it to `environments` of the configuration."
                                .formatted(conventions.told())),
                new Place.InFile(declaration.span()));
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
