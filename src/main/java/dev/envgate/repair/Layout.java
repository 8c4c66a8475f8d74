package dev.envgate.repair;

import dev.envgate.text.SourceFile;

/** How a text is laid out: where its lines begin and end, and what stands between two places. */
record Layout(SourceFile file) {
    private String text() {
        return file.text();
    }

    /** What ends a line here. */
    String newline(int offset) {
        int feed = text().indexOf('\n', offset);
        int last = feed >= 0 ? feed : text().lastIndexOf('\n');
        return last > 0 && text().charAt(last - 1) == '\r' ? "\r\n" : "\n";
    }

    int lineStart(int offset) {
        return file.lineStart(file.line(offset));
    }

    /** Where the line ends that an offset lies on, before what ends it. */
    int lineEnd(int offset) {
        int at = offset;
        while (at < text().length() && text().charAt(at) != '\n' && text().charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** The blanks that the line of an offset begins with. */
    String indent(int offset) {
        int start = lineStart(offset);
        int at = start;
        while (at < text().length() && (text().charAt(at) == ' ' || text().charAt(at) == '\t')) {
            at++;
        }
        return text().substring(start, at);
    }

    /** One step of indentation, as the line of an offset has it. */
    String step(int offset) {
        return indent(offset).startsWith("\t") ? "\t" : "  ";
    }

    boolean sameLine(int one, int other) {
        return file.line(one) == file.line(other);
    }

    /** Whether nothing but blanks stands before an offset on its line. */
    boolean beginsLine(int offset) {
        return text().substring(lineStart(offset), offset).isBlank();
    }

    /** The first comma between two offsets that stands in no comment; -1 when there is none. */
    int comma(int from, int to) {
        int at = from;
        while (at < to) {
            if (text().charAt(at) == ',') {
                return at;
            }
            at = afterComment(at, to);
        }
        return -1;
    }

    /** Whether a comment stands between two offsets that hold nothing else but commas and blanks. */
    boolean comment(int from, int to) {
        return text().substring(from, to).matches("(?s).*(#|//|/\\*).*");
    }

    private int afterComment(int at, int to) {
        if (text().charAt(at) == '#' || text().startsWith("//", at)) {
            return Math.min(to, lineEnd(at));
        }
        if (text().startsWith("/*", at)) {
            int end = text().indexOf("*/", at + 2);
            return end < 0 ? to : Math.min(to, end + 2);
        }
        return at + 1;
    }
}
