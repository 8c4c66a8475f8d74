package dev.envgate.ledger;

import java.time.Instant;

/** When what a reference stands for got the value that it has now. */
public sealed interface Changed {
    /** The version that it stands for was made then. */
    record At(Instant time) implements Changed {}

    /** Nothing about it was changed later, and its value may be older. */
    record NoLaterThan(Instant time) implements Changed {}

    /** AWS does not say; {@code why} is half a sentence that can follow "not known:". */
    record Unknown(String why) implements Changed {}

    /** It was asked for, and the answer did not come; {@code why} is such half a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Changed {}
}
