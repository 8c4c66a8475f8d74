package dev.envgate.fleet;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;

/**
 * Something that could not be looked at, as a fleet keeps it.
 *
 * @param what the thing, by its name
 * @param why a sentence
 * @param hint what to do about it; empty when nothing can be done
 * @param holds whether the gate stays shut for it
 */
public record Unseen(Station station, String what, String why, String hint, NotVerified.Cause cause, boolean holds) {
    /** Whether a fault may be behind it that was seen before: it was looked for in vain, or what AWS has does not decide it. */
    boolean clouds() {
        return switch (cause) {
            case FAILED -> true;
            case NOT_ASKED -> station == Station.DEPLOYED || station == Station.STORED;
            case UNDECIDED -> station == Station.STORED || station == Station.DEPLOYED;
        };
    }
}
