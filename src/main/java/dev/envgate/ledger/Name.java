package dev.envgate.ledger;

import java.util.Locale;

/** The name of an environment variable. ECS tells upper case from lower case, and so does a name. */
public record Name(String text) implements Comparable<Name> {
    /** The name as loaders of nested settings see it: case, {@code __}, {@code _}, {@code :}, {@code .} and {@code -} make no difference. */
    public String folded() {
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) { // asked of every word of a repository
            char c = small.charAt(i);
            if (c != '_' && c != ':' && c != '.' && c != '-') {
                folded.append(c);
            }
        }
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
