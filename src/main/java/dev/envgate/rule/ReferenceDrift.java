package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** A name whose secret, key, stage or version is not the same in Terraform and in what runs. */
final class ReferenceDrift implements Rule {
    @Override
    public String id() {
        return "reference-drift";
    }

    @Override
    public String summary() {
        return "Terraform refers to another secret, key, stage or version than what runs.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.configuredOnce().stream()
                        .flatMap(configured -> each.deployedOnce().stream()
                                .filter(deployed -> differ(configured, deployed))
                                .filter(_ -> !each.brokenBeforeDeploy() && !each.brokenWhileRunning())
                                .map(_ -> finding(each))));
    }

    private static boolean differ(Given configured, Given deployed) {
        return configured instanceof Given.Secret mine
                && deployed instanceof Given.Secret theirs
                && Same.reference(mine.reference(), theirs.reference()) == Agreement.DIFFERENT;
    }

    private Finding finding(Subject each) {
        NextStep next = new NextStep(each.service());
        return each.finding(
                this,
                Severity.WARNING,
                "Terraform takes it from another place in the stores than %s.".formatted(next.live()),
                next.deploy());
    }
}
