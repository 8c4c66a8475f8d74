package dev.envgate.dotenv;

import dev.envgate.dotenv.Statement.Assignment;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells assignments that are commented out from prose that mentions one.
 *
 * <p>A comment line is an assignment when, after {@code #} or {@code ##}, at most two blanks and perhaps {@code export}, all of this
 * holds:
 *
 * <ul>
 *   <li>It begins with a name and {@code =}. The name is in upper case; a name in lower or mixed case has {@code _} or {@code .} in it,
 *       and no blank before the sign. So {@code # Note: x=y}, {@code # see FOO=bar in docs} and {@code # Example: FOO=bar} are prose,
 *       and so is {@code # NAME: value}.
 *   <li>Its value is empty, or one word, or in quotes or brackets to its end; or it has several words, none of which after the first
 *       begins with a small letter or is a lone sign: {@code # APP_NAME=My App} is an assignment, {@code # DEBUG=1 shows more} and
 *       {@code # DB=mysql - the old one} are prose. A comment behind the value does not count.
 *   <li>The comment line before it does not end with a colon and announce an example: {@code # Example:}, {@code # e.g.:}.
 * </ul>
 */
final class CommentedOut {
    private static final Pattern UPPER = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern NESTED = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[_.:-]+[A-Za-z0-9]+)+");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)\\b(?:examples?|e\\.?g\\.?|for instance|such as|format|syntax)\\b[^:]{0,60}:$");
    private static final int LONGEST_NAME = 200;

    private final Span comment;
    private final String text;

    private CommentedOut(Span comment) {
        this.comment = comment;
        this.text = comment.file().text();
    }

    /** The assignment in a comment line, if it is one. */
    static Optional<Assignment> read(Span comment) {
        return new CommentedOut(comment).assignment();
    }

    /** Whether a comment line says that an example follows. */
    static boolean announcesExample(String line) {
        return line.endsWith(":")
                && line.length() < LONGEST_NAME
                && EXAMPLE.matcher(line).find();
    }

    private Optional<Assignment> assignment() {
        int start = start();
        int nameEnd = Lines.nameEnd(text, start, Math.min(comment.end(), start + LONGEST_NAME));
        int sign = Lines.skipBlanks(text, nameEnd, comment.end());
        boolean assigns = sign < comment.end() && text.charAt(sign) == '=';
        return assigns && isName(text.substring(start, nameEnd), sign == nameEnd)
                ? assignment(start, nameEnd, sign)
                : Optional.empty();
    }

    private int start() {
        int hashes = comment.start() + 1;
        hashes += hashes < comment.end() && text.charAt(hashes) == '#' ? 1 : 0;
        int start = Lines.skipBlanks(text, hashes, Math.min(comment.end(), hashes + 2));
        boolean exported = text.startsWith("export ", start);
        return exported ? Lines.skipBlanks(text, start + "export ".length(), comment.end()) : start;
    }

    private static boolean isName(String name, boolean attached) {
        return UPPER.matcher(name).matches()
                || (attached && NESTED.matcher(name).matches());
    }

    private Optional<Assignment> assignment(int start, int nameEnd, int sign) {
        ValueParser.Reading reading = new ValueParser(comment.file(), comment.end(), new ArrayList<>()).read(sign + 1);
        return reading.quoted() || readsAsValue(reading.value().text())
                ? Optional.of(
                        new Assignment(comment.file().span(start, nameEnd), reading.value(), reading.remark(), true))
                : Optional.empty();
    }

    private static boolean readsAsValue(String value) {
        boolean brackets = value.startsWith("{") || value.startsWith("[") || value.startsWith("<");
        if (brackets && "}]>".indexOf(value.charAt(value.length() - 1)) >= 0) {
            return true;
        }
        for (int i = 1; i < value.length(); i++) {
            if (Lines.isBlank(value.charAt(i - 1)) && readsOn(value, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean readsOn(String value, int word) {
        char c = value.charAt(word);
        boolean lone = word + 1 == value.length() || Lines.isBlank(value.charAt(word + 1));
        return Character.isLowerCase(c) || (lone && !Character.isLetterOrDigit(c) && !Lines.isBlank(c));
    }
}
