package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A secret that stands in {@code environment}, where everybody can read it who may describe the task definition. */
final class PlaintextSecret implements Rule {
    @Override
    public String id() {
        return "plaintext-secret";
    }

    @Override
    public String summary() {
        return "A secret stands in `environment`, where everybody can read it who may describe the task definition.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .filter(each -> !StaticCredentials.isKey(each.row().name()) && !inBoth(each))
                .flatMap(each -> because(each).map(why -> finding(each, why)).stream());
    }

    /** A name that is in {@code secrets} too is {@code duplicate-name}. */
    private static boolean inBoth(Subject each) {
        return each.given().anyMatch(Given.Secret.class::isInstance);
    }

    private static Optional<String> because(Subject each) {
        Secrecy secrecy = new Secrecy(each.row());
        return each.values()
                .flatMap(value -> value instanceof HiddenValue.FromSecret from
                        ? secrecy.drawn(from).stream()
                        : value.looks().flatMap(secrecy::literal).stream())
                .findFirst();
    }

    private Finding finding(Subject each, String why) {
        return each.finding(
                this,
                Severity.WARNING,
                "It is a secret, because %s, and it stands in plain text in `environment`.".formatted(why),
                "move it to `secrets` of the container `%s`, with a `valueFrom` that names a secret or a parameter; when it is none, say `@plain` where it is declared."
                        .formatted(each.container().container()));
    }
}
