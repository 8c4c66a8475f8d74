package dev.envgate.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes names and placeholders apart into lower-case words: at signs, and where a capital follows a small letter. */
public final class NameWords {
    private NameWords() {}

    public static List<String> of(String text) {
        String parted = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        return Arrays.stream(parted.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
