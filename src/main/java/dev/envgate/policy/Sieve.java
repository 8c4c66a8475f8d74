package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import java.util.Optional;

/** One way for a team to decide that a finding does not count. */
interface Sieve {
    SetAside.By by();

    /** Why the finding does not count, a sentence; empty when it does. */
    Optional<String> why(Finding finding);
}
