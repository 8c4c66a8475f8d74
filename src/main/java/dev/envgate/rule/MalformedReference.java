package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** A {@code valueFrom} that ECS cannot read. */
final class MalformedReference implements Rule {
    @Override
    public String id() {
        return "malformed-reference";
    }

    @Override
    public String summary() {
        return "A `valueFrom` is nothing that ECS accepts, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> Stream.concat(
                                Malformations.in(each.row().configuredEntries()).map(why -> finding(each, why)),
                                Malformations.in(each.row().deployedEntries())
                                        .map(why -> each.configured() ? running(each, why) : finding(each, why)))
                        .limit(1));
    }

    /** Terraform has another one, which only has to be deployed. */
    private Finding running(Subject each, String why) {
        NextStep next = new NextStep(each.service());
        return each.finding(
                this,
                Severity.ERROR,
                "ECS cannot read the `valueFrom` that %s has: %s"
                        .formatted(next.live(), Character.toLowerCase(why.charAt(0)) + why.substring(1)),
                next.deploy());
    }

    private Finding finding(Subject each, String why) {
        return each.finding(
                this,
                Severity.ERROR,
                "ECS cannot read its `valueFrom`: " + Character.toLowerCase(why.charAt(0)) + why.substring(1),
                "write the full ARN of the secret, followed by nothing or by `:json-key:version-stage:version-id`, or the name or ARN of a parameter.");
    }
}
