package dev.envgate.rule;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A reference to a secret that belongs to another environment by its name. */
final class OtherEnvironment implements Rule {
    /** Words that are also said of other things than environments: {@code stripe-test-key}. Alone between slashes they are not. */
    private static final Set<String> AMBIGUOUS = Set.of("live", "qa", "stage", "test", "testing");

    @Override
    public String id() {
        return "other-environment";
    }

    @Override
    public String summary() {
        return "A name refers to a secret or parameter that belongs to another environment by its name.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> Told.environment(service, ledger.conventions()).stream()
                        .flatMap(own -> service(service, own, ledger.conventions())));
    }

    private Stream<Finding> service(ServiceLedger service, Environment own, Conventions conventions) {
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .flatMap(each -> each.given()
                        .flatMap(given -> other(given, own, conventions).stream())
                        .limit(1)
                        .map(other -> finding(each, own, other)));
    }

    private static Optional<Environment> other(Given given, Environment own, Conventions conventions) {
        String name = given instanceof Given.Secret(Reference reference) ? name(reference) : "";
        List<String> words = Told.words(name);
        List<String> alone = Arrays.asList(name.toLowerCase(Locale.ROOT).split("/"));
        return words.stream().anyMatch(own.words()::contains)
                ? Optional.empty()
                : words.stream()
                        .filter(word -> alone.contains(word) || !AMBIGUOUS.contains(word))
                        .flatMap(word -> conventions.environment(word).stream())
                        .findFirst();
    }

    private static String name(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) -> arn.resource().replaceFirst("^secret:", "");
            case Reference.Target.SecretName(String name, String _) -> name;
            case Reference.Target.ParameterArn(Arn arn) -> arn.resource().replaceFirst("^parameter", "");
            case Reference.Target.ParameterName(String name, String _) -> name;
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "";
        };
    }

    private Finding finding(Subject each, Environment own, Environment other) {
        return each.finding(
                this,
                Severity.WARNING,
                "The service runs in %s, and by its name what it refers to belongs to %s."
                        .formatted(own.name(), other.name()),
                "refer to the secret of %s; when both environments share it, a name without either of them says so."
                        .formatted(own.name()));
    }
}
