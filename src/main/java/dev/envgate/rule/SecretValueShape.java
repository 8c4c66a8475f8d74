package dev.envgate.rule;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret holds no text, so that ECS hands over something else than what is stored. */
final class SecretValueShape implements Rule {
    @Override
    public String id() {
        return "secret-value-shape";
    }

    @Override
    public String summary() {
        return "What a name refers to is stored as something else than text, and the container is given something else than what is stored.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.lookups(Stored.Exists.class)
                        .flatMap(lookup -> lookup.state().contents() instanceof Contents.Changed(Contents.Form form)
                                ? Stream.of(finding(each, lookup, form))
                                : Stream.of())
                        .limit(1));
    }

    private Finding finding(Subject each, Subject.Lookup<Stored.Exists> lookup, Contents.Form form) {
        String stored = lookup.reference().jsonKey().isEmpty()
                ? "What the secret %s holds".formatted(Titles.of(lookup.reference()))
                : "The key `%s` of the secret %s"
                        .formatted(lookup.reference().jsonKey(), Titles.of(lookup.reference()));
        return each.finding(
                this,
                form == Contents.Form.NUMBER ? Severity.WARNING : Severity.ERROR,
                "%s is %s.".formatted(stored, outcome(form)),
                form == Contents.Form.BINARY
                        ? "store it as text, with `--secret-string` in the place of `--secret-binary`."
                        : "store it as text, in quotes.");
    }

    private static String outcome(Contents.Form form) {
        return switch (form) {
            case BINARY -> "binary, of which ECS makes an empty text without any error";
            case NUMBER -> "a number that ECS writes in another way, with an exponent or with other digits";
            case OBJECT -> "a JSON object, which ECS writes as `map[…]`";
            case LIST -> "a JSON list, which ECS writes as `[…]` without commas";
            case NULL -> "`null`, which ECS writes as `<nil>`";
        };
    }
}
