package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;

/**
 * Keeps trees so shallow that whoever walks them recursively has room on a small stack: counts how deep the parser stands and how high the
 * subtree is that it has just made.
 */
final class Nesting {
    /** No real file comes near: the deepest of 20,000 public ones has 60 levels. */
    static final int LIMIT = 500;

    private int depth;
    private int height;

    /** Goes one level down. */
    void enter(Lexer lexer) {
        if (++depth > LIMIT) {
            throw tooDeep(lexer.span());
        }
    }

    void enter(Span at) {
        if (++depth > LIMIT) {
            throw tooDeep(at);
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Comes back to a level that was left by an error. */
    void returnTo(int level) {
        depth = level;
    }

    int height() {
        return height;
    }

    /** A node without children was made. */
    void leaf() {
        height = 0;
    }

    /** A node was made whose highest child has this height. */
    void above(int child, Span at) {
        height = child + 1;
        if (depth + height > LIMIT) {
            throw tooDeep(at);
        }
    }

    private static SyntaxError tooDeep(Span at) {
        return new SyntaxError(new Problem(
                at,
                "This is nested deeper than " + LIMIT + " levels.",
                "Move a part of it into a `locals` block of its own."));
    }
}
