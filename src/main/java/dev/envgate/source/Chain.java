package dev.envgate.source;

import java.util.Arrays;
import java.util.List;

/**
 * Words with points between them.
 *
 * @param text as it is written: {@code os.environ}
 */
record Chain(String text, List<String> words) {
    Chain {
        words = List.copyOf(words);
    }

    static Chain of(String text) {
        return new Chain(text, List.of(text.split("\\.")));
    }

    static List<Chain> all(String... texts) {
        return Arrays.stream(texts).map(Chain::of).toList();
    }
}
