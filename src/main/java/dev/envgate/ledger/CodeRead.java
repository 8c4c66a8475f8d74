package dev.envgate.ledger;

import dev.envgate.text.Span;
import java.util.Set;

/**
 * A place where code reads a variable.
 *
 * @param span the name, or the words that stand for it, in the source
 * @param instead the variables one of which would do as well, by the place of the read: {@code env.A ?? env.B}
 */
public record CodeRead(Name name, Span span, Fallback fallback, Reader reader, Certainty certainty, Set<Name> instead) {
    public CodeRead {
        instead = Set.copyOf(instead);
    }

    /** A read that stands for itself. */
    public CodeRead(Name name, Span span, Fallback fallback, Reader reader, Certainty certainty) {
        this(name, span, fallback, reader, certainty, Set.of());
    }

    /** The same read, and what would do as well. */
    public CodeRead or(Set<Name> others) {
        return new CodeRead(name, span, fallback, reader, certainty, others);
    }

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
