package dev.envgate.report;

import dev.envgate.text.Span;
import java.nio.charset.StandardCharsets;

/**
 * A line of the repository that something is shown at.
 *
 * @param file relative to the repository, with {@code /} between its parts
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param endColumn the column after the last one that is meant
 */
record Anchor(String file, int line, int column, int endColumn) {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /** The first line of a part. */
    static Anchor of(Span span) {
        int line = span.line();
        int lineEnd = span.file().lineStart(line) + span.file().lineText(line).length();
        int end = Math.max(span.start() + 1, Math.min(span.end(), lineEnd));
        int wide = span.file().text().isEmpty()
                ? 1
                : span.file()
                        .text()
                        .codePointCount(
                                span.start(), Math.min(end, span.file().text().length()));
        return new Anchor(span.file().path(), line, span.column(), span.column() + Math.max(1, wide));
    }

    /** The beginning of a file. */
    static Anchor top(String file) {
        return new Anchor(file, 1, 1, 2);
    }

    /** A relative path as a URI has it. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            uri.append(UNRESERVED.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }
}
