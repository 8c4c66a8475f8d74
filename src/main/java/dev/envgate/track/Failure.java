package dev.envgate.track;

/**
 * Why something was not done.
 *
 * @param why a sentence
 * @param hint what to do about it
 */
public record Failure(Reach reach, String why, String hint) {
    /** How far it reaches. */
    public enum Reach {
        /** This one thing was refused; the next may be taken. */
        THIS,
        /** No answer came, and it may have been done. */
        LOST,
        /** What comes next would fail as well. */
        ALL
    }

    /** Nothing can be looked up; {@code token} is the variable for it, in back-ticks. */
    public static Failure withoutToken(String token) {
        return all(
                "It cannot be seen which follow-ups there are, because %s is not set.".formatted(token),
                "set it to a token that may read issues, and with `--write` one that may write them.");
    }

    static Failure all(String why, String hint) {
        return new Failure(Reach.ALL, why, hint);
    }
}
