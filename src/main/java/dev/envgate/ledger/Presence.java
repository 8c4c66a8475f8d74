package dev.envgate.ledger;

/** Whether something is there, as far as could be found out. Not knowing is an answer, and never counts as either. */
public sealed interface Presence {
    /** There, at a place. */
    record Present(Place place) implements Presence {}

    /** There when a condition holds that files do not decide; {@code condition} as a person would write it: {@code var.enable_db}. */
    record Conditional(Place place, String condition) implements Presence {}

    /** Looked for and not there. */
    record Absent() implements Presence {}

    /**
     * Not known.
     *
     * @param why half a sentence that can follow "not known:"
     * @param cause where the cause stands
     */
    record Unknown(String why, Place cause) implements Presence {}
}
