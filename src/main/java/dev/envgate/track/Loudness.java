package dev.envgate.track;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How loud a fault is, worst first. */
public enum Loudness {
    ERROR,
    WARNING,
    NOTE;

    /** The one that a report calls so. */
    static Optional<Loudness> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** As reports call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
