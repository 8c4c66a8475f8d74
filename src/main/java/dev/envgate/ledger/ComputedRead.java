package dev.envgate.ledger;

import dev.envgate.text.Span;

/**
 * A place where code reads a variable whose name it makes while it runs, or passes the whole environment on.
 *
 * @param span the expression
 * @param prefix what the name is known to begin with; empty when nothing is
 * @param suffix likewise, what it ends with
 */
public record ComputedRead(Span span, String prefix, String suffix, Reader reader) {
    /** Whether the name may be the one that is read. */
    public boolean mayBe(Name name) {
        String text = name.text();
        return text.length() >= prefix.length() + suffix.length() && text.startsWith(prefix) && text.endsWith(suffix);
    }
}
