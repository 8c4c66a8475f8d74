package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import java.util.stream.Stream;

/** A name that is declared and that nothing in the repository reads. */
final class UnusedDeclaration implements Rule {
    @Override
    public String id() {
        return "unused-declaration";
    }

    @Override
    public String summary() {
        return "A name is declared, and nothing in the repository reads it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Application.of(ledger)
                .filter(application -> application.code().complete())
                .flatMap(application -> application
                        .declarations()
                        .filter(UnusedDeclaration::promised)
                        .filter(each -> unread(application.code(), each.name()))
                        .map(this::finding));
    }

    /** What is commented out or local is documentation, and its reader may be a tool. */
    private static boolean promised(Declaration declaration) {
        return !declaration.commentedOut()
                && declaration.standing() != Standing.LOCAL
                && !ForeignNames.ofLibrary(declaration.name().text());
    }

    private static boolean unread(Code.Searched code, Name name) {
        return code.reads(name).isEmpty() && !code.mayRead(name);
    }

    private Finding finding(Declaration declaration) {
        return new Finding(
                id(),
                Severity.NOTE,
                "",
                "",
                declaration.name().text(),
                "It is declared, but no code in the repository was seen to read it.",
                "take it out of the contract, or say `@ignore REASON` above it when something else reads it.",
                new Place.InFile(declaration.span()));
    }
}
