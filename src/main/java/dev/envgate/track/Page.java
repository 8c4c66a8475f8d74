package dev.envgate.track;

import dev.envgate.text.Escape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a follow-up.
 *
 * @param pages where the pages of the rules are on the web; empty when nobody said
 * @param job where the run can be looked at; empty when nobody said
 */
public record Page(Form form, String pages, String job) {
    /** Shorter than what GitHub and Linear take. */
    private static final int LONGEST_TITLE = 200;

    private static final Pattern ACTS = Pattern.compile("[@#]|:(?=//)");

    /** Names stand in it as they are, except for signs that would call somebody or link to something. */
    String title(Fault fault) {
        String title = Escape.terminal(
                "envgate: " + fault.subject().title() + " (" + fault.subject().rule() + ")");
        String harmless = ACTS.matcher(title)
                .replaceAll(sign -> Matcher.quoteReplacement(
                        "\\u{" + Integer.toHexString(sign.group().charAt(0)) + "}"));
        return harmless.codePointCount(0, harmless.length()) <= LONGEST_TITLE
                ? harmless
                : harmless.substring(0, harmless.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    String body(Fault fault) {
        StringBuilder body = new StringBuilder();
        body.append(form.prose(fault.message())).append("\n\n");
        body.append("- rule: ")
                .append(rule(fault.subject().rule()))
                .append(", ")
                .append(fault.loudness().word());
        subject(body, fault.subject());
        if (!fault.file().isEmpty()) {
            body.append("\n- line: ").append(form.code(fault.file() + ":" + fault.line()));
        }
        if (!fault.hint().isEmpty()) {
            body.append("\n- next: ").append(form.prose(fault.hint()));
        }
        return body.append("\n\n").append(custom()).toString();
    }

    private void subject(StringBuilder body, Subject subject) {
        part(body, "name", subject.name());
        part(body, "container", subject.container());
        part(body, "service", subject.service());
        part(body, "environment", subject.environment());
    }

    private void part(StringBuilder body, String what, String text) {
        if (!text.isEmpty()) {
            body.append("\n- ").append(what).append(": ").append(form.code(text));
        }
    }

    private String rule(String rule) {
        String shown = form.code(rule);
        return pages.isEmpty() || !rule.matches("[a-z0-9-]+")
                ? shown
                : "[" + shown + "](" + pages + (pages.endsWith("/") ? "" : "/") + rule + ".md)";
    }

    private static String custom() {
        return "Kept in step by `envgate track`. What you write around this section stays.";
    }

    /** What takes the place of the section when the fault is gone. */
    String gone(Mark mark) {
        StringBuilder body = new StringBuilder();
        body.append("Verified: this is gone.\n\n- rule: ")
                .append(rule(mark.subject().rule()));
        subject(body, mark.subject());
        return body.append("\n\n").append(custom()).toString();
    }

    String closing() {
        return "A run has looked at everything that this depends on, and it is gone." + run();
    }

    String reopening() {
        return "It is there again." + run();
    }

    private String run() {
        return job.isEmpty() ? "" : " [The run](" + job + ").";
    }
}
