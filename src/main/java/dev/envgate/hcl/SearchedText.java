package dev.envgate.hcl;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** A text that counts how often it is looked at: one search is linear, but a search behind each match is not. */
final class SearchedText implements CharSequence {
    /** So many looks are counted at once. */
    private static final int STRIDE = 1 << 14;

    /** What a look costs for each character of the pattern, repeats written out, compared with carrying a character. */
    private static final long LOOK = 8;

    private final String text;
    private final Budget budget;
    private final long weight;
    private int looks;

    private SearchedText(String text, Budget budget, long weight) {
        this.text = text;
        this.budget = budget;
        this.weight = weight;
    }

    /** A matcher that throws {@link TooLongException} when it has looked at too much. */
    static Matcher matcher(Pattern pattern, String text, Budget budget) {
        long size = Math.max(1, pattern.pattern().length()) * Repeats.most(pattern.pattern());
        return pattern.matcher(new SearchedText(text, budget, LOOK * STRIDE * size));
    }

    @Override
    public char charAt(int index) {
        if (++looks == STRIDE) {
            looks = 0;
            if (!budget.carry(weight)) {
                throw new TooLongException();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The search has taken as much as one run may. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLongException() {
            super("the search takes too long", null, false, false);
        }
    }
}
