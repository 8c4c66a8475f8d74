package dev.envgate.policy;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment of a contract or of Terraform that takes findings of one rule about one line out of the verdict:
 * {@code # envgate: ignore RULE reason}.
 *
 * @param rule as written; perhaps none that exists
 * @param reason empty when none is given, and then nothing is ignored
 * @param line the line that it is about: its own, or when it stands alone the next one that is no comment
 * @param span from {@code envgate:} to the end of the rule
 */
record InlineIgnore(String rule, String reason, int line, Span span) {
    private static final Pattern COMMENT =
            Pattern.compile("(?:#|//)[ \\t]{0,20}(envgate:[ \\t]{0,20}ignore(?:[ \\t]{1,20}([\\w-]{1,100}))?)(.*)");

    /** All that stand in a file, in the order of their lines. */
    static List<InlineIgnore> in(SourceFile file) {
        List<InlineIgnore> found = new ArrayList<>();
        if (file.text().contains("envgate:")) {
            for (int line = 1; line <= file.lines(); line++) {
                Matcher comment = COMMENT.matcher(file.lineText(line));
                if (comment.find()) {
                    found.add(of(file, line, comment));
                }
            }
        }
        return found;
    }

    private static InlineIgnore of(SourceFile file, int line, Matcher comment) {
        boolean alone = file.lineText(line).substring(0, comment.start()).isBlank();
        int start = file.lineStart(line);
        String rule = comment.group(2) == null ? "" : comment.group(2);
        return new InlineIgnore(
                rule,
                comment.group(3).strip(),
                alone ? nextLine(file, line) : line,
                file.span(start + comment.start(1), start + comment.end(1)));
    }

    private static int nextLine(SourceFile file, int line) {
        int next = line + 1;
        while (next <= file.lines() && file.lineText(next).strip().matches("(#|//).*")) {
            next++;
        }
        return next;
    }

    /** Whether it can ignore anything. */
    boolean valid(List<String> rules) {
        return !reason.isEmpty() && rules.contains(rule);
    }

    boolean standsIn(String path) {
        return span.file().path().equals(path);
    }
}
