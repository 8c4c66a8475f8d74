package dev.envgate.dotenv;

import dev.envgate.dotenv.Statement.Assignment;
import dev.envgate.dotenv.Statement.Blank;
import dev.envgate.dotenv.Statement.Comment;
import dev.envgate.dotenv.Statement.Gap;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a contract line by line, by the grammar that the loaders of dotenv files have in common; nothing stops it. */
final class StatementParser {
    private static final String EXPORT = "export";

    private final SourceFile file;
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Integer> lost = new HashSet<>();
    private boolean templatesClose = true;
    private int at;

    StatementParser(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** All statements in their order. */
    List<Statement> parse() {
        while (at < text.length()) {
            line();
        }
        findOddCharacters();
        return statements;
    }

    /** The problems of what was parsed, in the order of their places. */
    List<Problem> problems() {
        return problems.stream()
                .sorted((one, other) ->
                        Integer.compare(one.span().start(), other.span().start()))
                .toList();
    }

    /** The lines that were passed over, counted from 1: what they declare is not known. */
    Set<Integer> lost() {
        return Set.copyOf(lost);
    }

    private void line() {
        int end = Lines.end(text, at, text.length());
        int start = Lines.skipBlanks(text, at, end);
        if (start == end) {
            add(new Blank(), end);
        } else if (text.charAt(start) == '#') {
            add(new Comment(file.span(start, end)), end);
        } else if (text.startsWith("<%", start) || text.startsWith("{%", start)) {
            template(start, end);
        } else {
            assignment(start, end);
        }
    }

    private void add(Statement statement, int end) {
        statements.add(statement);
        at = Lines.next(text, end);
    }

    private void complain(Problem problem, int end) {
        problems.add(problem);
        lost.add(problem.span().line());
        add(new Gap(), end);
    }

    private void template(int start, int end) {
        String closing = text.charAt(start) == '<' ? "%>" : "%}";
        int close = templatesClose ? text.indexOf(closing, start + 2) : -1;
        if (close < 0) {
            templatesClose = false;
            complain(Complaints.unclosed(file.span(start, start + 2)), end);
            return;
        }
        int last = Lines.end(text, close, text.length());
        if (text.startsWith("<%=", start) && Lines.skipBlanks(text, close + 2, last) < last) {
            complain(Complaints.computedName(file.span(start, Lines.trimEnd(text, start, last))), last);
        } else {
            add(new Gap(), last);
        }
    }

    private void assignment(int start, int end) {
        int nameStart = afterExport(start, end);
        int nameEnd = Lines.nameEnd(text, nameStart, end);
        int sign = Lines.skipBlanks(text, nameEnd, end);
        if (Lines.isEncoded(text, start, end)) {
            complain(Complaints.encoded(file.span(start, Lines.trimEnd(text, start, end))), end);
        } else if (!isSign(sign, end) || isProse(nameStart, nameEnd, sign, end)) {
            complain(unreadable(nameStart, end), end);
        } else if (nameStart == nameEnd) {
            complain(Complaints.noName(file.span(sign, sign + 1)), end);
        } else if (!Lines.isName(text.substring(nameStart, nameEnd))) {
            complain(Complaints.badName(file.span(nameStart, nameEnd)), end);
        } else {
            value(file.span(nameStart, nameEnd), sign + 1);
        }
    }

    private int afterExport(int start, int end) {
        int after = start + EXPORT.length();
        boolean exported = text.startsWith(EXPORT, start) && after < end && Lines.isBlank(text.charAt(after));
        int next = exported ? Lines.skipBlanks(text, after, end) : start;
        return next < end && !isSign(next, end) ? next : start;
    }

    private boolean isSign(int sign, int end) {
        return sign < end && (text.charAt(sign) == '=' || isColon(sign, end));
    }

    /** A colon is a sign only before a blank or the end of the line. */
    private boolean isColon(int sign, int end) {
        return text.charAt(sign) == ':' && (sign + 1 == end || Lines.isBlank(text.charAt(sign + 1)));
    }

    /** {@code Note: this is not a setting}: a plain word, a colon and more than one word. */
    private boolean isProse(int nameStart, int nameEnd, int sign, int end) {
        String name = text.substring(nameStart, nameEnd);
        boolean plain = name.chars().allMatch(Character::isLetter) && !name.equals(name.toUpperCase(Locale.ROOT));
        int value = Lines.skipBlanks(text, sign + 1, end);
        char first = value < end ? text.charAt(value) : '"';
        return text.charAt(sign) == ':'
                && plain
                && "\"'`{[#".indexOf(first) < 0
                && text.substring(value, Lines.trimEnd(text, value, end)).contains(" ");
    }

    private Problem unreadable(int start, int end) {
        int equals = text.indexOf('=', start, end);
        return equals > start
                ? Complaints.badName(file.span(start, Lines.trimEnd(text, start, equals)))
                : Complaints.noAssignment(file.span(start, Lines.trimEnd(text, start, end)));
    }

    private void value(Span name, int after) {
        ValueParser.Reading reading = new ValueParser(file, text.length(), problems).read(after);
        add(new Assignment(name, reading.value(), reading.remark(), false), reading.end());
        if (!reading.quoted()) {
            skipContinuation(after, reading);
        }
    }

    /** A key or a JSON document that goes over several lines without quotes is one mistake, not one for every line. */
    private void skipContinuation(int after, ValueParser.Reading reading) {
        String value = reading.value().text();
        boolean key = value.startsWith("-----BEGIN") && value.indexOf("-----END") < 0;
        boolean json = value.endsWith("{") || value.endsWith("[");
        if ((key && continues("-----END")) || (json && (continues("}") || continues("]")))) {
            int start = Lines.skipBlanks(text, after, reading.end());
            problems.add(Complaints.severalLines(file.span(start, start + 1)));
        }
    }

    /** Moves past the line that begins with the closing text, when it comes before anything that reads as a line of its own. */
    private boolean continues(String closing) {
        int line = at;
        while (line < text.length()) {
            int end = Lines.end(text, line, text.length());
            int start = Lines.skipBlanks(text, line, end);
            if (text.startsWith(closing, start)) {
                at = Lines.next(text, end);
                return true;
            }
            if (standsAlone(start, end, closing)) {
                return false;
            }
            line = Lines.next(text, end);
        }
        return false;
    }

    private boolean standsAlone(int start, int end, String closing) {
        boolean json = closing.length() == 1;
        boolean sign = isSign(Lines.skipBlanks(text, Lines.nameEnd(text, start, end), end), end)
                && !Lines.isFilledUp(text, start, end);
        return start == end || text.charAt(start) == '#' || (json ? "\"{}[],".indexOf(text.charAt(start)) < 0 : sign);
    }

    /** One a line, so that a file of another sort does not drown the rest. */
    private void findOddCharacters() {
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line, text.length());
            for (int i = line; i < end; i++) {
                if (isOdd(text.charAt(i))) {
                    Span span = file.span(i, i + 1);
                    problems.add(text.charAt(i) == 0 ? Complaints.nul(span) : Complaints.undecodable(span));
                    break;
                }
            }
            line = Lines.next(text, end);
        }
    }

    private static boolean isOdd(char c) {
        return c == 0 || c == '\ufffd';
    }
}
