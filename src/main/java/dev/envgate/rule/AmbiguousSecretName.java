package dev.envgate.rule;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An ARN whose end can be a part of the secret's name or what Secrets Manager appends to it. */
final class AmbiguousSecretName implements Rule {
    /** What Secrets Manager appends has capitals or digits in all but one of two hundred cases; a word of a name has none. */
    private static final Pattern WORD = Pattern.compile("secret:.+(-[a-z]{6})");

    @Override
    public String id() {
        return "ambiguous-secret-name";
    }

    @Override
    public String summary() {
        return "The ARN of a secret ends with a hyphen and six letters of its name, which are taken for the suffix that every ARN has.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.given()
                        .flatMap(given -> end(given).stream())
                        .limit(1)
                        .map(end -> finding(each, end)));
    }

    private static Optional<String> end(Given given) {
        if (given instanceof Given.Secret(Reference reference)
                && reference.target() instanceof Reference.Target.SecretArn(Arn arn)) {
            Matcher word = WORD.matcher(arn.resource());
            return word.matches() ? Optional.of(word.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Finding finding(Subject each, String end) {
        return each.finding(
                this,
                Severity.WARNING,
                "The ARN that it refers to ends with `%s`, which Secrets Manager takes for the six characters that it appends to every name, so another secret is looked for."
                        .formatted(end),
                "write the whole ARN, with its own suffix behind the name, or refer to the `arn` of the secret's block.");
    }
}
