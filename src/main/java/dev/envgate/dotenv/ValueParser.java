package dev.envgate.dotenv;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;

/** Reads what stands after the sign of an assignment, in time that grows with its length only. */
final class ValueParser {
    private final SourceFile file;
    private final String text;
    private final int limit;
    private final List<Problem> problems;

    /** @param limit where reading ends: the end of the text, or of the line for an assignment that is commented out */
    ValueParser(SourceFile file, int limit, List<Problem> problems) {
        this.file = file;
        this.text = file.text();
        this.limit = limit;
        this.problems = problems;
    }

    /**
     * What was read.
     *
     * @param remark the comment after the value, or an empty span
     * @param end the end of the line on which it ends, before the line end
     * @param quoted whether the value stands in quotes that are closed
     */
    record Reading(Value value, Span remark, int end, boolean quoted) {}

    /** @param after the offset after the sign */
    Reading read(int after) {
        int end = Lines.end(text, after, limit);
        int start = Lines.skipBlanks(text, after, end);
        if (start == end) {
            return new Reading(Value.EMPTY, file.span(end, end), end, false);
        }
        return isQuote(text.charAt(start)) ? quoted(start, end) : unquoted(start, end);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private Reading quoted(int open, int end) {
        int width = isTriple(open) ? 3 : 1;
        int close = width == 3 ? closeTriple(open, end) : close(open, end);
        if (close < 0) {
            problems.add(Complaints.unclosedQuote(file.span(open, open + width)));
            return new Reading(new Value(text.substring(open + width, end), false), file.span(end, end), end, false);
        }
        int last = Lines.end(text, close, limit);
        int tail = Lines.skipBlanks(text, close + width, last);
        boolean remark = tail < last && text.charAt(tail) == '#';
        if (!remark && !endsCleanly(tail, last)) {
            problems.add(Complaints.textAfterQuote(file.span(tail, Lines.trimEnd(text, tail, last))));
        }
        char quote = text.charAt(open);
        String inside = Lines.unified(text.substring(open + width, close));
        Value value = new Value(quote == '"' ? unescaped(inside) : inside, quote == '\'');
        return new Reading(value, file.span(remark ? tail : last, last), last, true);
    }

    /** The closing quote, or -1. One on a later line counts only when nothing but a comment follows it and no name precedes it. */
    private int close(int open, int end) {
        int found = nextQuote(open);
        if (found < end && found >= 0) {
            return found;
        }
        int lastInLine = Lines.trimEnd(text, open + 1, end) - 1;
        if (text.charAt(open) != '"' && lastInLine > open && text.charAt(lastInLine) == text.charAt(open)) {
            return lastInLine;
        }
        return found >= 0 && closesLaterLine(found, 1) ? found : -1;
    }

    private int nextQuote(int open) {
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == text.charAt(open)) {
                return i;
            }
            i += c == '\\' && i + 1 < limit && !Lines.isEnd(text.charAt(i + 1)) ? 1 : 0;
        }
        return -1;
    }

    /** Three quotes of one sort, as some loaders want around a value over several lines. */
    private boolean isTriple(int open) {
        return text.startsWith(text.substring(open, open + 1).repeat(3), open) && open + 3 <= limit;
    }

    private int closeTriple(int open, int end) {
        int found = text.indexOf(text.substring(open, open + 3), open + 3, limit);
        return found < end || closesLaterLine(found, 3) ? found : -1;
    }

    private boolean closesLaterLine(int close, int width) {
        int last = Lines.end(text, close, limit);
        int tail = Lines.skipBlanks(text, close + width, last);
        boolean remark = tail < last && text.charAt(tail) == '#';
        return (remark || endsCleanly(tail, last)) && !opensAssignment(close);
    }

    private boolean endsCleanly(int tail, int last) {
        return tail == last || (text.charAt(tail) == ';' && Lines.skipBlanks(text, tail + 1, last) == last);
    }

    /** Whether a quote stands right after {@code NAME=}: it belongs to that name and closes nothing. */
    private boolean opensAssignment(int quote) {
        int at = quote - 1;
        if (at < 0 || text.charAt(at) != '=') {
            return false;
        }
        int nameEnd = at;
        while (at > 0 && Lines.isNameCharacter(text.charAt(at - 1))) {
            at--;
        }
        return at < nameEnd && (at == 0 || Lines.isEnd(text.charAt(at - 1)) || text.charAt(at - 1) == ' ');
    }

    private static String unescaped(String inside) {
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder out = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            boolean escape = c == '\\' && i + 1 < inside.length();
            out.append(escape ? escaped(inside.charAt(++i)) : c);
        }
        return out.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private Reading unquoted(int start, int end) {
        int stop = new Unquoted(start, end).stop();
        int valueEnd = Lines.trimEnd(text, start, stop);
        Value value = valueEnd > start ? new Value(text.substring(start, valueEnd), false) : Value.EMPTY;
        return new Reading(value, file.span(stop, end), end, false);
    }

    /** One unquoted value: looks for the {@code #} that ends it, which counts for nothing inside of brackets of any sort. */
    private final class Unquoted {
        private final int start;
        private final int end;
        private final boolean json;
        private boolean searching = true;

        Unquoted(int start, int end) {
            this.start = start;
            this.end = end;
            this.json = text.charAt(start) == '{' || text.charAt(start) == '[';
        }

        int stop() {
            int at = start;
            while (at < end && !(text.charAt(at) == '#' && Lines.isBlank(text.charAt(at - 1)))) {
                at = next(at);
            }
            return at;
        }

        private int next(int at) {
            if (at + 1 == end || !searching) {
                return at + 1;
            }
            return switch (text.substring(at, at + 2)) {
                case "$(" -> past(at, '(', ')');
                case "${" -> past(at, '{', '}');
                case "<%" -> pastTemplate(at);
                default -> json && text.charAt(at) == '"' ? pastString(at) : at + 1;
            };
        }

        private int past(int open, char opening, char closing) {
            int depth = 0;
            for (int i = open + 1; i < end; i++) {
                char c = text.charAt(i);
                depth += c == opening ? 1 : c == closing ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return neverClosed(open);
        }

        private int pastTemplate(int open) {
            int close = text.indexOf("%>", open, end);
            return close < 0 ? neverClosed(open) : close + 2;
        }

        private int pastString(int open) {
            int i = open + 1;
            while (i < end && text.charAt(i) != '"') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            searching = i < end;
            return searching ? i + 1 : open + 1;
        }

        /** Said once a line, since whatever is opened after it cannot be told apart from what it holds. */
        private int neverClosed(int open) {
            problems.add(Complaints.unclosed(file.span(open, open + 2)));
            searching = false;
            return open + 2;
        }
    }
}
