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
        CONFIGURATION,
        /** The configuration suppresses it, with a reason. */
        SUPPRESSION,
        /** A comment beside the name ignores it, with a reason. */
        COMMENT,
        /** It was there when the baseline was written. */
        BASELINE,
        /** The change that is looked at did not touch the name. */
        CHANGE
    }
}
