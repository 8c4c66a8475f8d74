package dev.envgate.ledger;

/** A value that may be a secret. It can be compared and judged; it is never printed, and its {@code toString()} hides it. */
public sealed interface HiddenValue {
    /** Whether both are the same value. */
    default Agreement compare(HiddenValue other) {
        return this instanceof Known mine && other instanceof Known theirs
                ? (mine.secret.equals(theirs.secret) ? Agreement.SAME : Agreement.DIFFERENT)
                : Agreement.UNKNOWN;
    }

    /** A value that is known. */
    record Known(String secret) implements HiddenValue {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /**
     * A value that files do not decide, and that they take from a secret all the same.
     *
     * @param source the expression it comes from: {@code random_password.db.result}
     * @param key the member that is taken out of a JSON secret; empty for all of it
     */
    record FromSecret(String source, String key) implements HiddenValue {}

    /** A value that files do not decide; {@code why} is half a sentence that can follow "not known:". */
    record Unknown(String why) implements HiddenValue {}
}
