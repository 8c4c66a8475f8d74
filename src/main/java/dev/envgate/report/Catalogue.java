package dev.envgate.report;

import java.util.Map;

/**
 * The rules for a person at a terminal.
 *
 * @param rules the sentence of each, by its id
 */
public record Catalogue(Map<String, String> rules) {
    /** One rule a line, and how to read more. */
    public String text(Style style) {
        int widest = rules.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        rules.forEach((id, summary) -> text.append(style.in(Style.Ink.BOLD, id))
                .append(" ".repeat(widest - id.length() + 2))
                .append(summary)
                .append('\n'));
        return text.append("\n`envgate rules RULE` shows the page of one.\n").toString();
    }
}
