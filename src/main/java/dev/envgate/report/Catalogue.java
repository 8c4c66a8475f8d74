package dev.envgate.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for a person at a terminal.
 *
 * @param rules the sentence of each, by its id
 */
public record Catalogue(Map<String, String> rules) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\n]{1,200})\\]\\([^)\n]{1,300}\\)");

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

    /** A page without what only a browser understands: links and comments. */
    public static String page(String markdown) {
        String plain = markdown.replaceAll("<!--[^>]*-->\n?", "");
        return LINK.matcher(plain).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
    }
}
