package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** A name that is a secret on one side and plain text on the other. */
final class KindDrift implements Rule {
    @Override
    public String id() {
        return "kind-drift";
    }

    @Override
    public String summary() {
        return "A name is in `secrets` in Terraform and in `environment` of what runs, or the reverse.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.configuredOnce().stream()
                        .flatMap(configured -> each.deployedOnce().stream()
                                .filter(deployed -> other(configured, deployed))
                                .filter(_ -> !each.brokenBeforeDeploy())
                                .map(_ -> finding(each, configured))));
    }

    /** A secret on one side and plain text on the other; what comes from a file or the image is neither. */
    private static boolean other(Given configured, Given deployed) {
        return (configured instanceof Given.Secret && deployed instanceof Given.Plain)
                || (configured instanceof Given.Plain && deployed instanceof Given.Secret);
    }

    private Finding finding(Subject each, Given configured) {
        NextStep next = new NextStep(each.service());
        String message = configured instanceof Given.Secret
                ? "It is a secret in Terraform, but %s has it as plain text in `environment`."
                : "It is plain text in Terraform, but %s takes it from `secrets`.";
        return each.finding(this, Severity.WARNING, message.formatted(next.live()), next.deploy());
    }
}
