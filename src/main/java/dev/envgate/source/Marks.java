package dev.envgate.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts, two letters long at least, of which a file has one when there is anything to be found in it. Most of thousands of files have
 * none: all are looked for in one pass over the bytes, before anything else is done with a file.
 */
final class Marks {
    private static final int PAIRS = 1 << 12;

    private final List<String> texts;
    private final List<byte[]> marks;
    private final List<byte[]> words;
    private final boolean[] beginnings = new boolean[PAIRS];

    Marks(List<String> marks) {
        this(marks, marks, List.of());
    }

    /**
     * @param texts what a text has one of
     * @param marks of which its bytes have one, or one of {@code words}
     * @param words texts that count only where no letter, digit or {@code _} stands beside them
     */
    Marks(List<String> texts, List<String> marks, List<String> words) {
        this.texts = List.copyOf(texts);
        this.marks = bytes(marks);
        this.words = bytes(words);
        Stream.concat(this.marks.stream(), this.words.stream())
                .forEach(mark -> beginnings[pair(mark[0], mark[1])] = true);
    }

    private static List<byte[]> bytes(List<String> marks) {
        return marks.stream().map(mark -> mark.getBytes(StandardCharsets.UTF_8)).toList();
    }

    boolean in(String text) {
        return texts.stream().anyMatch(text::contains);
    }

    boolean in(byte[] content) {
        for (int at = 0; at + 1 < content.length; at++) {
            if (beginnings[pair(content[at], content[at + 1])] && beginsAt(content, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAt(byte[] content, int at) {
        for (byte[] mark : marks) {
            if (stands(mark, content, at)) {
                return true;
            }
        }
        for (byte[] word : words) {
            if (stands(word, content, at) && !letter(content, at - 1) && !letter(content, at + word.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] mark, byte[] content, int at) {
        int end = at + mark.length;
        return end <= content.length && Arrays.equals(content, at, end, mark, 0, mark.length);
    }

    private static boolean letter(byte[] content, int at) {
        int c = at < 0 || at >= content.length ? ' ' : content[at];
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static int pair(byte first, byte second) {
        return ((first & 63) << 6) | (second & 63);
    }
}
