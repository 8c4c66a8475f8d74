package dev.envgate.ledger;

/** Whether a role may do something, as far as its own policies tell. */
public sealed interface Decision {
    /** A statement allows it, and nothing can stand against that. */
    record Allowed(Statement by) implements Decision {}

    /** No statement can allow it. */
    record NotGranted() implements Decision {}

    /** A statement denies it, which no other can undo. */
    record Refused(Statement by) implements Decision {}

    /** Not to be decided; {@code why} is half a sentence that can follow "not known:". */
    record Undecidable(String why, Place cause) implements Decision {}
}
