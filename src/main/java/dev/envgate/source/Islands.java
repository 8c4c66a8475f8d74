package dev.envgate.source;

import java.util.Locale;

/** Blanks everything but the code in files that are mostly something else, so that places stay what they are. */
enum Islands {
    /** The scripts of Vue, Svelte and HTML, and what stands between the dashes at the top of a file of Astro. */
    SCRIPTS("<script", ">", "</script"),
    /** <code>&lt;% … %&gt;</code> in templates and in YAML of Ruby. */
    ERB("<%", "", "%>");

    private static final String DASHES = "---";

    private final String open;
    private final String begun;
    private final String close;

    /** @param begun what ends the opening mark */
    Islands(String open, String begun, String close) {
        this.open = open;
        this.begun = begun;
        this.close = close;
    }

    String of(String text) {
        char[] kept = new char[text.length()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = text.charAt(i) == '\n' ? '\n' : ' ';
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.length() == text.length()) {
            top(text, kept);
            islands(text, folded, kept);
        }
        return new String(kept);
    }

    private void top(String text, char[] kept) {
        int end = this == SCRIPTS && text.startsWith(DASHES) ? text.indexOf("\n" + DASHES, DASHES.length()) : -1;
        if (end > 0) {
            text.getChars(DASHES.length(), end, kept, DASHES.length());
        }
    }

    private void islands(String text, String folded, char[] kept) {
        int at = folded.indexOf(open);
        while (at >= 0) {
            int from = folded.indexOf(begun, at + open.length()) + begun.length();
            int end = folded.indexOf(close, from);
            int to = end < 0 ? text.length() : end;
            boolean comment = this == ERB && (text.startsWith("#", from) || text.startsWith("%", from));
            if (from >= open.length() && !comment) {
                text.getChars(from, to, kept, from);
            }
            at = end < 0 ? -1 : folded.indexOf(open, end);
        }
    }
}
