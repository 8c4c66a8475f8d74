package dev.envgate.dotenv;

import dev.envgate.text.Span;

/** What one line of a contract is, or several when a quoted value goes over them. */
sealed interface Statement {
    /**
     * A name that is given something.
     *
     * @param name the name alone
     * @param remark the comment after the value, from its {@code #} on; empty when there is none
     * @param commentedOut whether it stands behind a {@code #}
     */
    record Assignment(Span name, Value value, Span remark, boolean commentedOut) implements Statement {}

    /** A line that begins with {@code #}; the span begins there too and has no line end. */
    record Comment(Span span) implements Statement {}

    record Blank() implements Statement {}

    /** A line of a template, or one that could not be read: what stands above it belongs to no name below. */
    record Gap() implements Statement {}
}
