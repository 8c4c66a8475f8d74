package dev.envgate.ledger;

/** What a store says of a secret or parameter; never its value. */
public sealed interface Stored {
    /**
     * It exists and has a value to give.
     *
     * @param changed when it got that value
     * @param contents what a look at the value has shown
     */
    record Exists(String id, Changed changed, Contents contents) implements Stored {
        /** With a value that nobody looked at. */
        public Exists(String id, Changed changed) {
            this(id, changed, new Contents.NotAsked());
        }

        /** Without a word about when. */
        public Exists(String id) {
            this(id, new Changed.Unknown("nobody asked"));
        }
    }

    /**
     * There is none with this ARN, and one with its name that was made anew.
     *
     * @param id the ARN of that one
     */
    record Recreated(String id) implements Stored {}

    /** It exists and is scheduled for deletion; {@code date} as {@code 2026-11-24}. */
    record Deleting(String id, String date) implements Stored {}

    /** It exists and was never given a value, or has no version with the stage asked for. */
    record WithoutValue(String id, String stage) implements Stored {}

    /** The store has no such secret or parameter. */
    record Missing() implements Stored {}

    /** Could not be looked up; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Stored {}

    /** Nobody asked: the run is offline. */
    record NotAsked(String why) implements Stored {}
}
