package dev.envgate.ledger;

import java.util.List;

/**
 * An endpoint that was called.
 *
 * @param tries how often
 */
public record Probe(Endpoint endpoint, int tries, Outcome outcome) {
    /** What the last call came to. */
    public sealed interface Outcome {
        /**
         * There was an answer.
         *
         * @param found those of the texts to look for that are in it
         * @param whole whether all of it was looked at, and not only its beginning
         */
        record Answered(int status, List<String> found, boolean whole) implements Outcome {
            public Answered {
                found = List.copyOf(found);
            }
        }

        /** It leads to a host that the configuration does not name, and nobody went there. */
        record Elsewhere(int status, String host) implements Outcome {}

        /** Nothing that is an answer came back; {@code why} is half a sentence that can follow "because". */
        record Broken(String why) implements Outcome {}

        /** It could not be called from here; {@code why} is a sentence, {@code hint} what to do about it. */
        record NotCalled(String why, String hint) implements Outcome {}
    }
}
