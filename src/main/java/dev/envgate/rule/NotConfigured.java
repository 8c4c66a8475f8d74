package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import java.util.stream.Stream;

/** A name that is declared and that Terraform gives to no container. */
final class NotConfigured implements Rule {
    @Override
    public String id() {
        return "not-configured";
    }

    @Override
    public String summary() {
        return "A name is declared, and Terraform gives it to no container.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .filter(each -> each.declared() && each.notConfigured() && !each.deployed())
                .flatMap(each -> each.row().standing().flatMap(Loudness::nowhere).stream()
                        .map(severity -> finding(each, severity)));
    }

    private Finding finding(Subject each, Severity severity) {
        NextStep next = new NextStep(each.service());
        String live =
                each.notDeployed() && next.runs() ? ", and %s does not have it either".formatted(next.live()) : "";
        return each.finding(
                this,
                severity,
                "It is declared, but Terraform gives it to no container%s.".formatted(live),
                "add it to `%s` of the container `%s` in Terraform%s."
                        .formatted(list(each), each.container().container(), orElse(each)));
    }

    /** A name that was called required is not to be called something else. */
    private static String orElse(Subject each) {
        return each.row().standing().filter(Standing.REQUIRED::equals).isPresent()
                ? ""
                : ", or mark it `@optional` or `@local` where it is declared";
    }

    private static String list(Subject each) {
        return switch (each.row().kind()) {
            case SECRET -> "secrets";
            case SETTING -> "environment";
        };
    }
}
