package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** A plain value that is not the same in Terraform and in what runs. */
final class ValueDrift implements Rule {
    @Override
    public String id() {
        return "value-drift";
    }

    @Override
    public String summary() {
        return "A plain value in Terraform is not the one that runs.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.configuredOnce().stream()
                        .flatMap(configured -> each.deployedOnce().stream()
                                .filter(deployed -> differ(configured, deployed))
                                .map(_ -> finding(each))));
    }

    private static boolean differ(Given configured, Given deployed) {
        return configured instanceof Given.Plain mine
                && deployed instanceof Given.Plain theirs
                && mine.value().compare(theirs.value()) == Agreement.DIFFERENT;
    }

    private Finding finding(Subject each) {
        NextStep next = new NextStep(each.service());
        return each.finding(
                this,
                Severity.WARNING,
                "Its value in Terraform is not the one that %s has.".formatted(next.live()),
                next.deploy());
    }
}
