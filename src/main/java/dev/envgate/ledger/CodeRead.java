package dev.envgate.ledger;

import dev.envgate.text.Span;

/**
 * A place where code reads a variable.
 *
 * @param span the name, or the words that stand for it, in the source
 */
public record CodeRead(Name name, Span span, Fallback fallback, Reader reader, Certainty certainty) {
    /** How surely the code reads a variable of exactly this name. */
    public enum Certainty {
        /** The name is written out where the environment is read. */
        WRITTEN,
        /** A library makes the name, or reads it from other places too: a field of a settings class, {@code ${app.key}} in YAML. */
        DERIVED,
        /** The name stands in the code, though not where the environment is seen to be read. */
        MENTIONED
    }

    /** The file that it stands in, as shown to people. */
    public String file() {
        return span.file().path();
    }

    /** Whether the application stands without a value where the variable is not set. */
    public boolean needed() {
        return reader == Reader.APPLICATION && fallback != Fallback.USABLE;
    }
}
