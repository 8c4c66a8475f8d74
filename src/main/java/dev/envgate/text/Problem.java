package dev.envgate.text;

/**
 * Something in an input that cannot be read as meant. Readers collect problems and go on, so that one run shows all of them.
 *
 * @param span where; an empty span of an unread file where there is no text to show
 * @param message one sentence, with a capital and a full stop, that quotes no value
 * @param hint what to do about it, one sentence, or empty
 */
public record Problem(Span span, String message, String hint) {
    public static Problem at(Span span, String message) {
        return new Problem(span, message, "");
    }
}
