package dev.envgate.rule;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that the application reads, without a value to go on with, and that nobody declares or gives it. */
final class UndeclaredInCode implements Rule {
    @Override
    public String id() {
        return "undeclared-in-code";
    }

    @Override
    public String summary() {
        return "The application reads a name that is neither declared nor given to any container.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Application.of(ledger).flatMap(this::application);
    }

    private Stream<Finding> application(Application application) {
        Set<String> known = application.folded();
        TreeMap<Name, List<CodeRead>> needed = application.code().reads().stream()
                .filter(read -> read.needed() && read.certainty() == CodeRead.Certainty.WRITTEN)
                .filter(read -> !known.contains(read.name().folded()))
                .filter(read -> !ForeignNames.ofPlatform(read.name().text()))
                .collect(Collectors.groupingBy(CodeRead::name, TreeMap::new, Collectors.toList()));
        return needed.values().stream().map(reads -> finding(application, reads));
    }

    private Finding finding(Application application, List<CodeRead> reads) {
        CodeRead first = reads.stream()
                .filter(read -> read.fallback() == Fallback.FAILS)
                .findFirst()
                .orElse(reads.getFirst());
        boolean fails = first.fallback() == Fallback.FAILS;
        return new Finding(
                id(),
                fails && secret(first.name()) && application.complete() ? Severity.WARNING : Severity.NOTE,
                "",
                "",
                first.name().text(),
                fails
                        ? "The application fails without it, but it is neither declared nor given to any container."
                        : "The application reads it and has no default for it, but it is neither declared nor given to any container.",
                "declare it in the contract, `.env.example`, and give it to the container when it is needed there.",
                new Place.InFile(first.span()));
    }

    private static boolean secret(Name name) {
        return Likeness.of(NameWords.of(name.text())) == Likeness.SECRET;
    }
}
