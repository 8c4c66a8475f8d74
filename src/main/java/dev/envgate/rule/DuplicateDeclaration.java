package dev.envgate.rule;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that the contract declares twice. */
final class DuplicateDeclaration implements Rule {
    @Override
    public String id() {
        return "duplicate-declaration";
    }

    @Override
    public String summary() {
        return "The contract declares a name twice, and only one of the two counts when the file is loaded.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        Map<Name, List<Declaration>> declared = Subject.of(ledger)
                .map(Subject::row)
                .collect(Collectors.toMap(Row::name, DuplicateDeclaration::active, (first, _) -> first, TreeMap::new));
        return declared.values().stream().filter(each -> each.size() > 1).map(this::finding);
    }

    /** A commented-out line beside the real one is documentation. */
    private static List<Declaration> active(Row row) {
        return row.declarations().stream().filter(each -> !each.commentedOut()).toList();
    }

    private Finding finding(List<Declaration> declarations) {
        Declaration last = declarations.getLast();
        return new Finding(
                id(),
                Severity.WARNING,
                "",
                "",
                last.name().text(),
                "It is declared %d times, and only one of the declarations counts.".formatted(declarations.size()),
                "keep one of them.",
                new Place.InFile(last.span()));
    }
}
