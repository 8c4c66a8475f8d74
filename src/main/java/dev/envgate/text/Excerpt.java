package dev.envgate.text;

import java.util.regex.Pattern;

/**
 * One line of a source file with a part of it pointed at. Whatever may be a value is masked: string contents, and what follows
 * {@code =} or {@code :} without being a reference. Only the part pointed at is shown as it is, and only when it is a name.
 *
 * @param line counted from 1
 * @param text the line as it may be shown, escaped, cut to a window around the part when it is long
 * @param caret how many characters of {@code text} stand before the part
 * @param width how many characters of {@code text} the part takes, at least 1
 */
public record Excerpt(int line, String text, int caret, int width) {
    private static final int WINDOW = 100;
    private static final String TAB = "    ";

    /** A word, or one string. */
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,256}|\"[^\"\n]{0,256}\"");

    /** The line of a name: the span itself is shown, when it is nothing but a name. */
    public static Excerpt ofName(Span span) {
        return cut(span, NAME.matcher(span.text()).matches());
    }

    /** The line of a problem: the span is pointed at, and masked like the rest. */
    public static Excerpt ofProblem(Span span) {
        return cut(span, false);
    }

    /** The line of a problem, as much of it as the problem says may be shown. */
    public static Excerpt of(Problem problem) {
        return problem.named() ? ofName(problem.span()) : ofProblem(problem.span());
    }

    /** A whole line with a sign of no text for each character that may be a value: as long as the line is. */
    public static String masked(SourceFile file, int line) {
        String end = file.text()
                        .startsWith(
                                "\r", file.lineStart(line) + file.lineText(line).length())
                ? "\r"
                : "";
        return new Mask(file.lineText(line), assigns(file.path())).without(0, 0) + end;
    }

    /** What was masked, as it may be shown: an ellipsis for each value. */
    public static String folded(String masked) {
        return masked.replaceAll(Mask.HIDDEN + "+", "…");
    }

    private static Excerpt cut(Span span, boolean name) {
        int line = span.line();
        int lineStart = span.file().lineStart(line);
        String whole = span.file().lineText(line);
        int from = Math.min(span.start() - lineStart, whole.length());
        int to = Math.min(span.end() - lineStart, whole.length());
        String masked = new Mask(whole, assigns(span.file().path())).without(name ? from : 0, name ? to : 0);
        int windowStart = Math.max(0, Math.min(from - WINDOW / 2, whole.length() - WINDOW));
        int windowEnd = Math.min(whole.length(), Math.max(windowStart + WINDOW, Math.min(to, from + WINDOW)));
        String before = shown(masked, windowStart, from);
        String part = shown(masked, from, Math.min(to, windowEnd));
        String after = shown(masked, Math.min(to, windowEnd), windowEnd);
        // A sign at the end of one part may make a command with the next.
        return new Excerpt(
                line,
                Escape.terminal(before + part + after).stripTrailing(),
                before.length(),
                Math.max(1, part.length()));
    }

    /** Masked characters that follow each other are shown as one ellipsis, so that a value's length does not show either. */
    private static String shown(String masked, int from, int to) {
        String text = masked.substring(from, Math.max(from, to));
        String folded = text.replaceAll(Mask.HIDDEN + "+", "…");
        return Escape.terminal(folded.replace("\t", TAB));
    }

    /** Files in which everything after an equals sign is a value. */
    private static boolean assigns(String path) {
        return !path.matches(".*\\.(tf|tofu|hcl|tfvars|json|tpl|tmpl|tftpl|template|yml|yaml)");
    }
}
