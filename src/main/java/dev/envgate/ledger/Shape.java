package dev.envgate.ledger;

import com.google.re2j.Pattern;

/** What a name has to look like: a regular expression that the whole name must match, in linear time. */
public record Shape(Pattern pattern) {
    /** Reads an expression of RE2. */
    public static Shape of(String expression) {
        return new Shape(Pattern.compile(expression));
    }

    public boolean fits(String name) {
        return pattern.matches(name);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
