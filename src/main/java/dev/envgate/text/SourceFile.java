package dev.envgate.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that was read, under the name it is shown by. Offsets are counted in UTF-16 units of {@link #text()}; lines, columns and
 * bytes are worked out only when somebody asks.
 */
public final class SourceFile {
    /** Stands for a byte that is no UTF-8: a character that no text holds. */
    public static final char STRAY = '\uFFFF';

    private final String path;
    private final String text;
    private final int linesAbove;
    private volatile int[] lineStarts = {};

    /**
     * @param path as shown to people: relative to the repository where possible, with {@code /} between its parts
     * @param text the whole content, without a byte-order mark
     */
    public SourceFile(String path, String text) {
        this(path, text, 0);
    }

    private SourceFile(String path, String text, int linesAbove) {
        this.path = path;
        this.text = text;
        this.linesAbove = linesAbove;
    }

    /** A text that stands inside of this file from a line on, to be read as a file of its own; its lines keep their numbers. */
    public SourceFile inside(String part, int firstLine) {
        return new SourceFile(path, part, firstLine - 1);
    }

    /** A file that could not be read: it has a name to point at and no text to show. */
    public static SourceFile unread(String path) {
        return new SourceFile(path, "");
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The part from {@code start} up to, not including, {@code end}; both are moved into the text when they lie outside. */
    public Span span(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        return new Span(this, from, Math.clamp(end, from, text.length()));
    }

    /** The whole text. */
    public Span all() {
        return span(0, text.length());
    }

    /** The line that an offset lies on, counted from 1. Lines end at LF, CR LF or a lone CR. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return linesAbove + (found >= 0 ? found + 1 : -found - 1);
    }

    /** The column of an offset, counted from 1 in Unicode code points. */
    public int column(int offset) {
        return text.codePointCount(lineStart(line(offset)), offset) + 1;
    }

    /** The number of bytes before an offset when the text is encoded as UTF-8. */
    public int byteOffset(int offset) {
        return text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The number of the last line; an empty text has one. */
    public int lines() {
        return linesAbove + starts().length;
    }

    /** The offset at which a line, counted from 1, begins. */
    public int lineStart(int line) {
        return starts()[line - 1 - linesAbove];
    }

    /** The text of a line, counted from 1, without its line ending. */
    public String lineText(int line) {
        int end = line < lines() ? lineStart(line + 1) : text.length();
        int start = lineStart(line);
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private int[] starts() {
        if (lineStarts.length == 0) {
            lineStarts = findLineStarts();
        }
        return lineStarts;
    }

    private int[] findLineStarts() {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean beforeLf = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !beforeLf)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The name only: the text may hold a secret. */
    @Override
    public String toString() {
        return path;
    }
}
