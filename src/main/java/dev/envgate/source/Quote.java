package dev.envgate.source;

/**
 * How one sort of string is written.
 *
 * @param hole what begins a piece of code inside; empty when there is none
 * @param bare whether {@code $name} is code too
 * @param lines whether it may go over several lines
 */
record Quote(String open, String close, Escape escape, String hole, boolean bare, boolean lines) {
    /** How the closing mark is written inside. */
    enum Escape {
        BACKSLASH,
        DOUBLED,
        NONE
    }

    static Quote plain(String mark) {
        return new Quote(mark, mark, Escape.BACKSLASH, "", false, false);
    }

    static Quote block(String mark) {
        return new Quote(mark, mark, Escape.BACKSLASH, "", false, true);
    }

    static Quote raw(String open, String close) {
        return new Quote(open, close, Escape.NONE, "", false, true);
    }

    Quote holes(String begin) {
        return new Quote(open, close, escape, begin, bare, lines);
    }

    Quote bareHoles() {
        return new Quote(open, close, escape, hole, true, lines);
    }

    Quote doubled() {
        return new Quote(open, close, Escape.DOUBLED, hole, bare, lines);
    }

    Quote overLines() {
        return new Quote(open, close, escape, hole, bare, true);
    }

    Quote after(String prefix) {
        return new Quote(prefix + open, close, escape, hole, bare, lines);
    }

    /** The character that ends a piece of code inside. */
    char holeEnd() {
        return hole.endsWith("(") ? ')' : '}';
    }

    /** The character that the piece of code may hold in pairs with {@link #holeEnd()}. */
    char holeStart() {
        return hole.endsWith("(") ? '(' : '{';
    }
}
