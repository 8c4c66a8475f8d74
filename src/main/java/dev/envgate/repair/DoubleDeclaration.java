package dev.envgate.repair;

import dev.envgate.ledger.Declaration;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Set;

/** Takes the later one of two declarations out of the contract, where both say the same. */
final class DoubleDeclaration implements Repair {
    private static final String DIFFERENT =
            "The lines are not the same, and which of them is meant only the team knows.";

    @Override
    public Outcome of(Fault fault) {
        List<Declaration> declarations = fault.services().stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream())
                .filter(row -> row.name().text().equals(fault.name()))
                .map(row -> row.declaredTwice())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (declarations.isEmpty() || !same(declarations)) {
            return new Outcome.ByHand(DIFFERENT);
        }
        Span later = declarations.getLast().span();
        SourceFile file = later.file();
        int line = later.line();
        int start = file.lineStart(line);
        int end = line < file.lines() ? file.lineStart(line + 1) : file.text().length();
        return new Outcome.Patches(
                List.of(new Patch(
                        "Take the second line of `%s` out of `%s`, which says the same as the first."
                                .formatted(fault.name(), file.path()),
                        List.of(new Edit(file.span(start, end), "")),
                        Set.of(),
                        "")),
                "The contract would say something else without it.");
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Takes the later line out of the contract, where both say the same.";
    }

    private static boolean same(List<Declaration> declarations) {
        return declarations.stream()
                        .map(each ->
                                each.span().file().lineText(each.span().line()).strip())
                        .distinct()
                        .count()
                == 1;
    }
}
