package dev.envgate.dotenv;

import dev.envgate.text.Span;
import java.util.regex.Pattern;

/**
 * One comment as people read it.
 *
 * @param span from its {@code #} on
 * @param text without {@code #} and the blanks around
 */
record Remark(Span span, String text) {
    private static final int LONGEST_TITLE = 100;
    private static final String SIGNS = "[-=*#~_+\u2500-\u257f\u2580-\u259f\u2010-\u2015\u2022\u00b7<>|\\s]";
    private static final Pattern RULE = Pattern.compile(SIGNS + "*");
    private static final Pattern OPENED =
            Pattern.compile("\\[\\[.*\\]\\]|(?:[-=*#~_+]{3}|[\u2500-\u259f\u2010-\u2015]{2}).*");
    private static final Pattern CLOSED =
            Pattern.compile("[-=*#~_+\u2500-\u259f\u2010-\u2015]{2}.*[-=*#~_+\u2500-\u259f\u2010-\u2015]{2}");

    static Remark of(Span span) {
        String text = span.text();
        int start = 0;
        while (start < text.length() && text.charAt(start) == '#') {
            start++;
        }
        return new Remark(span, text.substring(start).strip());
    }

    /** A line of signs alone, as drawn above and under a title. */
    boolean isRule() {
        String whole = body();
        return whole.length() <= 2 * LONGEST_TITLE
                && whole.strip().length() >= 3
                && RULE.matcher(whole).matches();
    }

    boolean isEmpty() {
        return text.isEmpty() && span.end() - span.start() < 3;
    }

    /** A title between or behind signs: {@code # --- Redis ---}, {@code ## REQUIRED ##}, {@code ### Mail}. */
    boolean isBanner() {
        String whole = body();
        return whole.length() <= 2 * LONGEST_TITLE
                && !isRule()
                && (OPENED.matcher(whole).matches() || CLOSED.matcher(whole).matches());
    }

    /** {@code # envgate: ignore …} says nothing of the name, whatever words its reason has. */
    boolean isForTheGate() {
        return text.startsWith("envgate:");
    }

    /** Whether it can be a title; tags belong to names. */
    boolean isShort() {
        return !text.isEmpty() && !text.startsWith("@") && text.length() <= LONGEST_TITLE;
    }

    /** The words of a banner without its signs. */
    String title() {
        return text.length() > 2 * LONGEST_TITLE
                ? ""
                : text.replaceAll("^" + SIGNS + "+", "").replaceAll(SIGNS + "+$", "");
    }

    /** The comment after its first {@code #} and one blank. */
    private String body() {
        String whole = span.end() - span.start() > 4 * LONGEST_TITLE ? "" : span.text();
        boolean several = whole.startsWith("##");
        return (several ? whole : whole.replaceFirst("^#\\s*", "")).strip();
    }

    /** The place only: a comment may hold a value. */
    @Override
    public String toString() {
        return span.toString();
    }
}
