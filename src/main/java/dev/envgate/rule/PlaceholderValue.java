package dev.envgate.rule;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.ValueTraits;
import java.util.stream.Stream;

/** A value that was to be replaced and is not. */
final class PlaceholderValue implements Rule {
    @Override
    public String id() {
        return "placeholder-value";
    }

    @Override
    public String summary() {
        return "The value of a name is a placeholder that nobody replaced.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.values().anyMatch(PlaceholderValue::isLeft)
                        ? Stream.of(finding(each))
                        : each.looking(Contents.Look.PLACEHOLDER).limit(1).map(lookup -> finding(each, lookup)));
    }

    private Finding finding(Subject each, Subject.Lookup<Stored.Exists> lookup) {
        return each.finding(
                this,
                Severity.WARNING,
                "What is stored in %s only says that it is to be replaced.".formatted(Titles.of(lookup.reference())),
                "store the value that is meant, and replace the tasks that run.");
    }

    private static boolean isLeft(HiddenValue value) {
        return value.looks().filter(ValueTraits::leftToReplace).isPresent();
    }

    private Finding finding(Subject each) {
        String secret = "put the value into a secret, and refer to it from `secrets` of the container `%s`.";
        String setting = "give it a value that is meant, or take it out of `environment` of the container `%s`.";
        return each.finding(
                this,
                Severity.WARNING,
                "Its value in `environment` only says that it is to be replaced.",
                (each.row().kind() == Kind.SECRET ? secret : setting)
                        .formatted(each.container().container()));
    }
}
