package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import java.util.Optional;

/** The change that a run is about, when it is about one: only what it touched can close the gate. */
public interface Change {
    /** There is no change to look at: everything counts. */
    Change EVERYTHING = _ -> Optional.empty();

    /** Why the change has nothing to do with the finding, a sentence; empty when it may have. */
    Optional<String> leavesAlone(Finding finding);

    /** Whether the change consists of nothing. */
    default boolean empty() {
        return false;
    }
}
