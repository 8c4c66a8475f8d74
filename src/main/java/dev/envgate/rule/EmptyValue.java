package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
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
                .filter(each -> each.values().anyMatch(HiddenValue::isEmpty))
                .flatMap(each -> severity(each).map(severity -> finding(each, severity)).stream());
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
