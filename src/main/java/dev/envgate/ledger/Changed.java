package dev.envgate.ledger;

import java.time.Instant;

/** When what a reference stands for got the value that it has now. */
public sealed interface Changed {
    /** The version that it stands for was made then. */
    record At(Instant time) implements Changed {}

    /** Nothing about it was changed later, and its value may be older. */
    record NoLaterThan(Instant time) implements Changed {}

    /** Not known; {@code why} is half a sentence that can follow "not known:". */
    record Unknown(String why) implements Changed {}
}
