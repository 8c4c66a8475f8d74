package dev.envgate.text;

/** Makes text from outside harmless for the place it is shown at. */
public final class Escape {
    private Escape() {}

    /**
     * For a terminal or a log, in one line: control characters, line breaks, direction marks and lone surrogates become visible
     * <code>\\u{1b}</code> forms.
     */
    public static String terminal(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> appendVisible(shown, c));
        return shown.toString();
    }

    private static void appendVisible(StringBuilder shown, int c) {
        if (harmless(c)) {
            shown.appendCodePoint(c);
        } else {
            shown.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
