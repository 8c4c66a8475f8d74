package dev.envgate.policy;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the declarations whose {@code @expires} has passed: names that were to be optional, or to have another beside them, for a while. */
record Expiry(LocalDate today) {
    Stream<Finding> in(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.contract().declarations().stream())
                .flatMap(declaration -> declaration.tags().stream()
                        .filter(tag -> tag.name().equals("expires"))
                        .flatMap(tag -> of(declaration, tag).stream()))
                .distinct();
    }

    private Optional<Finding> of(Declaration declaration, Tag tag) {
        String day = tag.items().findFirst().orElse("").split("\\s", 2)[0].replaceAll("\\.$", "");
        try {
            return LocalDate.parse(day).isBefore(today)
                    ? Optional.of(finding(
                            declaration,
                            "It was declared until %s, and that day has passed.".formatted(day),
                            "take it out wherever it is declared, read and given, or say until when it stays."))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(finding(
                    declaration,
                    "Its `@expires` names no day, so it never expires.",
                    "write the last day that counts, as in `@expires 2027-01-31`."));
        }
    }

    private static Finding finding(Declaration declaration, String message, String hint) {
        return new Finding(
                PolicyRule.EXPIRED_DECLARATION.id(),
                Severity.WARNING,
                "",
                "",
                declaration.name().text(),
                message,
                hint,
                new Place.InFile(declaration.span()));
    }
}
