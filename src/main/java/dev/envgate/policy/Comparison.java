package dev.envgate.policy;

import dev.envgate.ledger.NotVerified;
import java.util.List;

/**
 * What came of comparing two sides.
 *
 * @param same how many names of containers are alike
 */
public record Comparison(
        String from, String to, List<Difference> differences, List<NotVerified> notVerified, int same) {
    public Comparison {
        differences = List.copyOf(differences);
        notVerified = List.copyOf(notVerified);
    }

    /** Closed by any difference; not verified when something that was asked for could not be looked at, or does not decide whether the sides are alike. */
    public Verdict.Decision decision() {
        if (!differences.isEmpty()) {
            return Verdict.Decision.FAIL;
        }
        return notVerified.stream().anyMatch(each -> each.cause() != NotVerified.Cause.NOT_ASKED)
                ? Verdict.Decision.UNVERIFIED
                : Verdict.Decision.PASS;
    }
}
