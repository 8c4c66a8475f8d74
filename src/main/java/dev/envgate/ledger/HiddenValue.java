package dev.envgate.ledger;

import java.util.Optional;

/** A value that may be a secret. It can be compared and judged; it is never printed, and its {@code toString()} hides it. */
public sealed interface HiddenValue {
    /** Whether both are the same value. */
    default Agreement compare(HiddenValue other) {
        return switch (this) {
            case Known mine ->
                switch (other) {
                    case Known theirs -> mine.secret.equals(theirs.secret) ? Agreement.SAME : Agreement.DIFFERENT;
                    case Digest theirs -> theirs.digester.compare(theirs.digest, mine.secret);
                    case FromSecret _, Unknown _ -> Agreement.UNKNOWN;
                };
            case Digest mine -> other instanceof Known ? other.compare(mine) : Agreement.UNKNOWN;
            case FromSecret _, Unknown _ -> Agreement.UNKNOWN;
        };
    }

    /** What rules may ask of it; empty when it is not known. */
    default Optional<ValueTraits> looks() {
        return switch (this) {
            case Known(String secret) -> Optional.of(ValueTraits.of(secret));
            case Digest digest -> Optional.of(digest.traits);
            case FromSecret _, Unknown _ -> Optional.empty();
        };
    }

    /** Whether it is known to be empty. */
    default boolean isEmpty() {
        return switch (this) {
            case Known(String secret) -> secret.isEmpty();
            case Digest digest -> digest.traits.empty();
            case FromSecret _, Unknown _ -> false;
        };
    }

    /** Whether it is known to hold a text; of a digest nobody can tell. */
    default boolean holds(String text) {
        return switch (this) {
            case Known(String secret) -> secret.contains(text);
            case Digest _, FromSecret _, Unknown _ -> false;
        };
    }

    /** A value that is known. */
    record Known(String secret) implements HiddenValue {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /** A value that was known when a snapshot was made, and of which the snapshot has a digest and what rules ask of it. */
    record Digest(Digester digester, String digest, ValueTraits traits) implements HiddenValue {
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
