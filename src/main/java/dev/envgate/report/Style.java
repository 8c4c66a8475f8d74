package dev.envgate.report;

/**
 * How text for people looks.
 *
 * @param colour whether ANSI colours are wanted
 * @param unicode whether signs beyond ASCII are
 * @param width how many columns a line may take
 * @param verbose whether notes are spelled out
 */
public record Style(boolean colour, boolean unicode, int width, boolean verbose) {
    /** The colours that mean something here. */
    enum Ink {
        RED("1;31"),
        YELLOW("1;33"),
        BLUE("1;34"),
        GREEN("1;32"),
        FAINT("2"),
        BOLD("1");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** Without colour and signs, 110 columns wide. */
    public static final Style PLAIN = new Style(false, false, 110, false);

    String in(Ink ink, String text) {
        return colour ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }

    /** What stands between the parts of a line. */
    String dot() {
        return unicode ? " · " : " | ";
    }

    String yes() {
        return in(Ink.GREEN, unicode ? "✓" : "yes");
    }

    String no() {
        return in(Ink.RED, unicode ? "✗" : "NO");
    }

    String unknown() {
        return in(Ink.YELLOW, "?");
    }

    String perhaps() {
        return in(Ink.YELLOW, unicode ? "◐" : "if");
    }
}
