package dev.envgate.hcl;

/** What characters a name is made of: those of a Unicode identifier, the underscore, and after the first also the dash. */
final class Names {
    private static final int ASCII = 128;
    private static final byte STARTS = 1;
    private static final byte GOES_ON = 2;
    private static final byte[] KINDS = kinds();

    private Names() {}

    /** The offset after the name that begins at {@code from}, which is {@code from} when none does. */
    static int end(String text, int from) {
        if (from >= text.length() || !starts(text, from)) {
            return from;
        }
        int at = from;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (c >= ASCII) {
                return endBeyondAscii(text, at);
            }
            if (KINDS[c] == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int endBeyondAscii(String text, int from) {
        int at = from;
        while (at < text.length() && goesOn(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean starts(String text, int at) {
        char c = text.charAt(at);
        return c < ASCII ? KINDS[c] == (STARTS | GOES_ON) : starts(text.codePointAt(at));
    }

    private static boolean starts(int point) {
        return point == '_' || (Character.isUnicodeIdentifierStart(point) && goesOn(point) && !isMarkOfVedic(point));
    }

    /** Two signs that became letters, and before were signs that go on a name. */
    private static boolean isMarkOfVedic(int point) {
        return point == 0x1CF2 || point == 0x1CF3;
    }

    private static boolean goesOn(int point) {
        return point == '-'
                || (Character.isUnicodeIdentifierPart(point)
                        && !Character.isIdentifierIgnorable(point)
                        && (point < ASCII || !YoungLetters.has(point)));
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[ASCII];
        for (int point = 0; point < ASCII; point++) {
            kinds[point] = (byte) ((starts(point) ? STARTS : 0) | (goesOn(point) ? GOES_ON : 0));
        }
        return kinds;
    }
}
