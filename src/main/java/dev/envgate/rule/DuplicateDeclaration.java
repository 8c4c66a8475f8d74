package dev.envgate.rule;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A name that the contract declares twice. */
final class DuplicateDeclaration implements Rule {
    @Override
    public String id() {
        return "duplicate-declaration";
    }

    @Override
    public String summary() {
        return "The contract declares a name twice in one file, and only one of the declarations counts.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .map(each -> each.row().declaredTwice())
                .filter(each -> !each.isEmpty())
                .distinct()
                .map(this::finding);
    }

    private Finding finding(List<Declaration> declarations) {
        Declaration last = declarations.getLast();
        return new Finding(
                id(),
                Severity.WARNING,
                "",
                "",
                last.name().text(),
                "It is declared %d times in one file, and only one of the declarations counts."
                        .formatted(declarations.size()),
                "keep one of them.",
                new Place.InFile(last.span()));
    }
}
