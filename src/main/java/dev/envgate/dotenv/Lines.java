package dev.envgate.dotenv;

/** Where the lines of a text end, and what counts as a blank or as a part of a name. */
final class Lines {
    private static final int SHORT_WORD = 8;
    private static final int LONG_WORD = 20;

    private Lines() {}

    static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return !isEnd(c) && (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff');
    }

    static boolean isNameCharacter(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }

    /** The offset of the line end at or after {@code from}, or {@code limit}. */
    static int end(String text, int from, int limit) {
        int at = from;
        while (at < limit && !isEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset after the line end that begins at {@code end}. */
    static int next(String text, int end) {
        boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(text.length(), end + (both ? 2 : 1));
    }

    static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of a part without the blanks at its end. */
    static int trimEnd(String text, int start, int end) {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The end of the name that begins at {@code start}; a colon belongs to it when more of the name follows. */
    static int nameEnd(String text, int start, int end) {
        int at = start;
        while (at < end && (isNameCharacter(text.charAt(at)) || joins(text, at, start, end))) {
            at++;
        }
        return at;
    }

    private static boolean joins(String text, int at, int start, int end) {
        return text.charAt(at) == ':' && at > start && at + 1 < end && isNameCharacter(text.charAt(at + 1));
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.charAt(0) != '.'
                && name.charAt(0) != '-'
                && name.chars().anyMatch(c -> Character.isLetter(c) || c == '_');
    }

    /**
     * Whether a line can be the end of something in Base64: small and capital letters, most often digits too, in one long word, and
     * nothing after the {@code =} that fills it up. A name that mixes all of these is not that long.
     */
    static boolean isEncoded(String text, int start, int end) {
        int last = trimEnd(text, start, end);
        int filled = filled(text, start, last);
        return switch (last - filled) {
            case 1 -> filled - start >= LONG_WORD && isMixed(text, start, filled, true);
            case 2 -> filled - start >= SHORT_WORD && isMixed(text, start, filled, false);
            default -> false;
        };
    }

    /** Whether a line can be Base64 where Base64 is expected. */
    static boolean isFilledUp(String text, int start, int end) {
        int last = trimEnd(text, start, end);
        int filled = filled(text, start, last);
        return filled > start && filled < last && last - filled <= 2 && isWord(text, start, filled);
    }

    private static int filled(String text, int start, int last) {
        int filled = last;
        while (filled > start && text.charAt(filled - 1) == '=') {
            filled--;
        }
        return filled;
    }

    private static boolean isMixed(String text, int start, int end, boolean withDigit) {
        String word = text.substring(start, end);
        return isWord(text, start, end)
                && word.chars().anyMatch(Character::isLowerCase)
                && word.chars().anyMatch(Character::isUpperCase)
                && (!withDigit || word.chars().anyMatch(Character::isDigit));
    }

    private static boolean isWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(isNameCharacter(c) || c == '+' || c == '/') || c == '_' || c == '.') {
                return false;
            }
        }
        return true;
    }

    /** Text whose lines end in LF, whatever they ended in. */
    static String unified(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
