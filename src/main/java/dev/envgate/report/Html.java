package dev.envgate.report;

import dev.envgate.text.Escape;

/** Text from outside as HTML has it: shown as it is, in one line, and never markup, in an attribute either. */
final class Html {
    private Html() {}

    /** Words, in an element or in an attribute between double quotes. */
    static String text(String text) {
        StringBuilder html = new StringBuilder();
        Escape.terminal(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }

    /** A name, a path, a command; nothing where there is none. */
    static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + text(text) + "</code>";
    }

    /** A sentence of ours that may quote from outside; what stands between back-ticks becomes code. */
    static String prose(String sentence) {
        String[] parts = sentence.split("`", -1);
        if (parts.length % 2 == 0) {
            return text(sentence);
        }
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            prose.append(i % 2 == 0 ? text(parts[i]) : code(parts[i]));
        }
        return prose.toString();
    }

    /** A link around HTML; the HTML alone where there is no address. */
    static String link(String html, String address) {
        return address.isEmpty() ? html : "<a href=\"" + text(address) + "\">" + html + "</a>";
    }

    /** Words that only a screen reader tells. */
    static String spoken(String words) {
        return "<span class=\"spoken\">" + text(words) + "</span>";
    }
}
