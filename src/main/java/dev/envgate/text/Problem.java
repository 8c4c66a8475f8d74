package dev.envgate.text;

/**
 * Something in an input that cannot be read as meant. Readers collect problems and go on, so that one run shows all of them.
 *
 * @param span where; an empty span of an unread file where there is no text to show
 * @param message one sentence, with a capital and a full stop, that quotes no value
 * @param hint what to do about it, one sentence, or empty
 * @param named whether the part that is pointed at is a name or a word with a meaning, so that it may be shown
 */
public record Problem(Span span, String message, String hint, boolean named) {
    /** The part that is pointed at is masked as everything else. */
    public Problem(Span span, String message, String hint) {
        this(span, message, hint, false);
    }

    public static Problem at(Span span, String message) {
        return new Problem(span, message, "");
    }
}
