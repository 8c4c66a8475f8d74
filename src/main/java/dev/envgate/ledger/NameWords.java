package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes names and placeholders apart into lower-case words: at signs, and where a capital follows a small letter. Asked for every name several times, so it goes through the letters by hand. */
public final class NameWords {
    private NameWords() {}

    /** The words of a text, none of them empty: {@code dbURLPath} has three. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (!Character.isLetter(letter) && !isNumber(letter)) {
                add(words, text, start, at);
                start = next;
            } else if (at > start && beginsWord(text, at)) {
                add(words, text, start, at);
                start = at;
            }
            at = next;
        }
        add(words, text, start, text.length());
        return List.copyOf(words);
    }

    /** A capital after a small letter or a digit, and the last of several capitals before a small letter. */
    private static boolean beginsWord(String text, int at) {
        char before = text.charAt(at - 1);
        boolean lastOfCapitals = isCapital(before) && at + 1 < text.length() && isSmall(text.charAt(at + 1));
        return isCapital(text.charAt(at)) && (isSmall(before) || isDigit(before) || lastOfCapitals);
    }

    private static void add(List<String> words, String text, int start, int end) {
        if (end > start) {
            words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isSmall(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isNumber(int letter) {
        int type = Character.getType(letter);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
