package dev.envgate.report;

import dev.envgate.text.Escape;
import dev.envgate.text.Excerpt;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;

/** Shows a place in a source file to a person: the line, with carets under the part that is meant. */
public final class Diagnostic {
    /** How many columns stand before the bar, one blank included. */
    private static final int GUTTER = 7;

    private final Style style;

    public Diagnostic(Style style) {
        this.style = style;
    }

    /** A problem of an input, with its line and what to do. */
    public String of(Problem problem) {
        String head = style.in(Style.Ink.RED, "error") + ": " + Escape.terminal(problem.message()) + "\n";
        String hint = problem.hint().isEmpty() ? "" : "  next: " + Escape.terminal(next(problem.hint())) + "\n";
        boolean unread = problem.span().file().text().isEmpty();
        return head + (unread ? "" : pointer(problem.span(), Excerpt.of(problem))) + hint;
    }

    /** Something that went wrong without a place. */
    public String of(String message, String hint) {
        return of(new Problem(SourceFile.unread("").all(), message, hint));
    }

    /** A hint as it follows "next: ": its first word in small letters, unless it is a name or a command. */
    static String next(String hint) {
        boolean word = hint.matches("\\p{Lu}\\p{Ll}[\\s\\S]*");
        return word ? Character.toLowerCase(hint.charAt(0)) + hint.substring(1) : hint;
    }

    /** The line of a name, for a finding. */
    String ofName(Span span) {
        return pointer(span, Excerpt.ofName(span));
    }

    /** Another line that belongs to a finding: where it is, and the word that counts there. */
    static String beside(Span span) {
        return Escape.terminal(" ".repeat(GUTTER + 1) + "--> " + span + ": " + span.text()) + "\n";
    }

    /** Three dots for one sign; the carets move along. */
    private static Excerpt ascii(Excerpt excerpt) {
        String before = excerpt.text()
                .substring(0, Math.min(excerpt.caret(), excerpt.text().length()));
        String until = excerpt.text()
                .substring(
                        0,
                        Math.min(
                                excerpt.caret() + excerpt.width(),
                                excerpt.text().length()));
        int moved = dots(before).length() - before.length();
        int wider = dots(until).length() - until.length() - moved;
        return new Excerpt(excerpt.line(), dots(excerpt.text()), excerpt.caret() + moved, excerpt.width() + wider);
    }

    private static String dots(String text) {
        return text.replace("…", "...");
    }

    private String pointer(Span span, Excerpt shown) {
        Excerpt excerpt = style.unicode() ? shown : ascii(shown);
        String number = String.valueOf(excerpt.line());
        String margin = " ".repeat(Math.max(0, GUTTER - number.length()));
        String blank = " ".repeat(margin.length() + number.length() + 1);
        String bar = style.in(Style.Ink.FAINT, "|");
        String carets = style.in(Style.Ink.RED, "^".repeat(excerpt.width()));
        return blank + "--> " + Escape.terminal(span.toString()) + "\n"
                + blank + bar + "\n"
                + margin + style.in(Style.Ink.FAINT, number) + " " + bar + " " + excerpt.text() + "\n"
                + blank + bar + " " + " ".repeat(excerpt.caret()) + carets + "\n";
    }
}
