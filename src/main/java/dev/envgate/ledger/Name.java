package dev.envgate.ledger;

import java.util.Locale;

/** The name of an environment variable. ECS tells upper case from lower case, and so does a name. */
public record Name(String text) implements Comparable<Name> {
    /** The name as loaders of nested settings see it: case, {@code __}, {@code _}, {@code :}, {@code .} and {@code -} make no difference. */
    public String folded() {
        StringBuilder folded = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).chars().filter(c -> "_:.-".indexOf(c) < 0).forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    @Override
    public int compareTo(Name other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
