package dev.envgate.rule;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Stored;
import java.util.Optional;
import java.util.stream.Stream;

/** A name that the container is given with nothing in it. */
final class EmptyValue implements Rule {
    @Override
    public String id() {
        return "empty-value";
    }

    @Override
    public String summary() {
        return "A name is given to the container with an empty value.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> severity(each).stream()
                        .flatMap(severity -> each.values().anyMatch(HiddenValue::isEmpty)
                                ? Stream.of(finding(each, severity))
                                : each.looking(Contents.Look.EMPTY)
                                        .limit(1)
                                        .map(lookup -> finding(each, severity, lookup))));
    }

    private Finding finding(Subject each, Severity severity, Subject.Lookup<Stored.Exists> lookup) {
        return each.finding(
                this,
                severity,
                "What is stored in %s is empty, and code that asks whether the variable is there finds it."
                        .formatted(Titles.of(lookup.reference())),
                "store a value, and replace the tasks that run; when empty is meant, say `@optional` where it is declared.");
    }

    /** Empty where that is as it should be. */
    private static Optional<Severity> severity(Subject each) {
        return each.row().standing().flatMap(standing -> switch (standing) {
            case REQUIRED, SECRET -> Optional.of(Severity.WARNING);
            case SETTING, DEFAULTED -> Optional.of(Severity.NOTE);
            case OPTIONAL, LOCAL -> Optional.<Severity>empty();
        });
    }

    private Finding finding(Subject each, Severity severity) {
        boolean required =
                each.row().standing().filter(Standing.REQUIRED::equals).isPresent();
        return each.finding(
                this,
                severity,
                "Its value in `environment` is empty, and code that asks whether it is there finds it.",
                required
                        ? "give it a value in `environment` of the container `%s`."
                                .formatted(each.container().container())
                        : "give it a value, or take it out of `environment` of the container `%s`; when empty is meant, say `@optional` where it is declared."
                                .formatted(each.container().container()));
    }
}
