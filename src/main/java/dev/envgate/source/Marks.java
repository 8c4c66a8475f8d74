package dev.envgate.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts of ASCII, two letters long at least, of which a file has one when there is anything to be found in it. Most of thousands of files have
 * none: all are looked for in one pass over the bytes, before anything else is done with a file.
 */
final class Marks {
    private static final int PAIRS = 1 << 12;

    private final List<String> texts;
    private final List<byte[]> marks;
    private final boolean[] beginnings = new boolean[PAIRS];

    Marks(List<String> marks) {
        this.texts = List.copyOf(marks);
        this.marks = marks.stream()
                .map(mark -> mark.getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.marks.forEach(mark -> beginnings[pair(mark[0], mark[1])] = true);
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
            int end = at + mark.length;
            if (end <= content.length && Arrays.equals(content, at, end, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(byte first, byte second) {
        return ((first & 63) << 6) | (second & 63);
    }
}
