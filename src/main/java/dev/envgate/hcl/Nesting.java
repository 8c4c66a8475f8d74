package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;

/**
 * Keeps trees so shallow that whoever walks them recursively has room on a small stack: counts how deep the parser stands and how high the
 * subtree is that it has just made.
 */
final class Nesting {
    /** How deep brackets and blocks may be nested. The deepest of 7,800 public files has 36; a stack of 1 MB, the JVM's own, has room for 260. */
    static final int DEEPEST = 200;

    /** How high a tree may be: brackets, and chains like {@code a + b + c}, which lean to the left. */
    static final int HIGHEST = 500;

    private int depth;
    private int height;

    /** Goes one level down. */
    void enter(Lexer lexer) {
        if (++depth > DEEPEST) {
            throw tooDeep(lexer.span(), DEEPEST);
        }
    }

    void enter(Span at) {
        if (++depth > DEEPEST) {
            throw tooDeep(at, DEEPEST);
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
        if (depth + height > HIGHEST) {
            throw tooDeep(at, HIGHEST);
        }
    }

    private static SyntaxError tooDeep(Span at, int limit) {
        return new SyntaxError(new Problem(
                at,
                "This is nested deeper than " + limit + " levels.",
                "Move a part of it into a `locals` block of its own."));
    }
}
