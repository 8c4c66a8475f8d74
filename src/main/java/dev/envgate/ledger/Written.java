package dev.envgate.ledger;

import java.time.Instant;

/** When the value that a secret or parameter gives was put there. */
public sealed interface Written {
    /** At a moment. */
    record At(Instant moment) implements Written {}

    /** At a moment or before it: nothing of the secret was changed later. */
    record By(Instant moment) implements Written {}

    /** Could not be found out; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Written {}

    /** Nobody asked; {@code why} is a sentence. */
    record NotAsked(String why) implements Written {}

    /** Whether it was put there after a moment, such as the start of a task: for certain, for certain not, or perhaps. */
    default Agreement after(Instant moment) {
        return switch (this) {
            case At(Instant own) -> own.isAfter(moment) ? Agreement.SAME : Agreement.DIFFERENT;
            case By(Instant latest) -> latest.isAfter(moment) ? Agreement.UNKNOWN : Agreement.DIFFERENT;
            case NotSeen _, NotAsked _ -> Agreement.UNKNOWN;
        };
    }
}
