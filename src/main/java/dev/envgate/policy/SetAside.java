package dev.envgate.policy;

import dev.envgate.ledger.Finding;

/**
 * A finding that does not count, because somebody decided so. It is not hidden: reports say how many there are, and why.
 *
 * @param why a sentence
 */
public record SetAside(Finding finding, By by, String why) {
    /** What decided it. */
    public enum By {
        /** The configuration turns the rule off. */
        CONFIGURATION
    }
}
