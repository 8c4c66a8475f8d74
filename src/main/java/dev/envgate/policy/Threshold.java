package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;

/**
 * What keeps the gate shut.
 *
 * @param failOn the mildest finding that closes it
 * @param requireVerified whether anything at all that is not known does, too
 */
public record Threshold(Severity failOn, boolean requireVerified) {
    /** Whether a finding closes the gate. */
    public boolean closes(Finding finding) {
        return finding.severity().compareTo(failOn) <= 0;
    }

    /** Whether the gate stays shut because of something that could not be looked at. */
    public boolean holds(NotVerified each) {
        return requireVerified || each.cause() == NotVerified.Cause.FAILED;
    }
}
