package dev.envgate.text;

/** A part of a source file, from {@code start} up to, not including, {@code end}, in UTF-16 units. */
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("a span outside of its file: " + start + " to " + end);
        }
    }

    /** The part from the beginning of this span to the end of another of the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    /** Counted from 1. */
    public int line() {
        return file.line(start);
    }

    /** Counted from 1, in code points. */
    public int column() {
        return file.column(start);
    }

    /** The text of the part itself. It may be a secret: never print it without looking at what it is. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** {@code path:line:column}, and never the text. */
    @Override
    public String toString() {
        return file.path() + ":" + line() + ":" + column();
    }
}
