package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The smallest piece of a {@link PolicyPattern}, on which patterns are compared. */
sealed interface Token {
    /** One character. */
    record Letter(char letter) implements Token {}

    /** One character of a suffix, at a position. */
    record SuffixLetter(String what, int at) implements Token {}

    /** One character, whichever it is. */
    record AnyLetter() implements Token {}

    /** Any text, whichever it is. */
    record AnyText() implements Token {}

    /** A text that is not known. */
    record SomeText(String what) implements Token {}

    /** A text that is not known, of letters, digits and hyphens. */
    record SomeWord(String what) implements Token {}

    /**
     * The tokens of a pattern.
     *
     * @param wildcards whether {@code *} and {@code ?} are no characters of their own
     */
    static List<Token> of(PolicyPattern pattern, boolean wildcards) {
        List<Token> tokens = new ArrayList<>();
        for (PolicyPattern.Part part : pattern.parts()) {
            switch (part) {
                case PolicyPattern.Part.Text(String text) ->
                    text.chars().forEach(each -> tokens.add(letter((char) each, wildcards)));
                case PolicyPattern.Part.Some(String what) -> tokens.add(new SomeText(what));
                case PolicyPattern.Part.Word(String what) -> tokens.add(new SomeWord(what));
                case PolicyPattern.Part.Suffix(String what) -> {
                    for (int i = 0; i < 6; i++) {
                        tokens.add(new SuffixLetter(what, i));
                    }
                }
            }
        }
        return tokens;
    }

    private static Token letter(char letter, boolean wildcards) {
        if (wildcards && letter == '*') {
            return new AnyText();
        }
        return wildcards && letter == '?' ? new AnyLetter() : new Letter(letter);
    }

    /** Whether it can stand for any number of characters. */
    default boolean isText() {
        return this instanceof AnyText || this instanceof SomeText || this instanceof SomeWord;
    }

    private static boolean meet(Token pattern, Token text, boolean may) {
        return may ? mayMeet(pattern, text) : mustMeet(pattern, text);
    }

    /** Whether a piece of a pattern can be the same as a piece of a text, or as a part of it. */
    private static boolean mayMeet(Token pattern, Token text) {
        return switch (text) {
            case Letter(char letter) -> mayBe(pattern, letter);
            case SuffixLetter _ -> !(pattern instanceof Letter(char letter)) || Character.isLetterOrDigit(letter);
            case SomeWord _ -> !(pattern instanceof Letter(char letter)) || isOfWord(letter);
            case SomeText _, AnyText _, AnyLetter _ -> true;
        };
    }

    private static boolean mayBe(Token pattern, char letter) {
        return switch (pattern) {
            case Letter(char wanted) -> wanted == letter;
            case SuffixLetter _ -> Character.isLetterOrDigit(letter);
            case SomeWord _ -> isOfWord(letter);
            case AnyLetter _, AnyText _, SomeText _ -> true;
        };
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '-';
    }

    /** Whether a piece of a pattern covers a piece of a text, whatever the text is. */
    private static boolean mustMeet(Token pattern, Token text) {
        return switch (pattern) {
            case AnyText _ -> true;
            case AnyLetter _ -> text instanceof Letter || text instanceof SuffixLetter;
            case Letter _, SuffixLetter _, SomeText _, SomeWord _ -> pattern.equals(text);
        };
    }

    private static boolean meet(List<Token> pattern, List<Token> text, boolean may) {
        BitSet reached = new BitSet();
        reached.set(0);
        skipTexts(text, reached, may);
        for (Token piece : pattern) {
            if (reached.isEmpty()) {
                return false;
            }
            reached = after(piece, text, reached, may);
        }
        return reached.get(text.size());
    }

    /** Whether there is any text that both can be. */
    static boolean mayMeet(List<Token> pattern, List<Token> text) {
        return meet(pattern, text, true);
    }

    /** Whether a pattern covers a text, whatever is not known of it. */
    static boolean mustMeet(List<Token> pattern, List<Token> text) {
        return meet(pattern, text, false);
    }

    /** The positions in the text that are reached with one more piece of the pattern, from those that were reached before. */
    private static BitSet after(Token piece, List<Token> text, BitSet before, boolean may) {
        BitSet after = new BitSet();
        if (piece instanceof AnyText || (may && piece.isText())) {
            afterMany(piece, text, before, after, may);
        } else {
            afterOne(piece, text, before, after, may);
        }
        skipTexts(text, after, may);
        return after;
    }

    /** A piece that stands for any number of characters may be empty, and go on from where it has come. */
    private static void afterMany(Token piece, List<Token> text, BitSet before, BitSet after, boolean may) {
        for (int i = Math.max(0, before.nextSetBit(0)); i <= text.size(); i++) {
            if (before.get(i) || (i > 0 && after.get(i - 1) && meet(piece, text.get(i - 1), may))) {
                after.set(i);
            }
        }
    }

    /** A text that is not known may go on behind a character of it. */
    private static void afterOne(Token piece, List<Token> text, BitSet before, BitSet after, boolean may) {
        for (int i = before.nextSetBit(0); i >= 0 && i < text.size(); i = before.nextSetBit(i + 1)) {
            if (meet(piece, text.get(i), may)) {
                after.set(i + 1);
                if (may && text.get(i).isText()) {
                    after.set(i);
                }
            }
        }
    }

    /** A text that is not known may be empty, or go on. */
    private static void skipTexts(List<Token> text, BitSet reached, boolean may) {
        for (int i = reached.nextSetBit(0); may && i >= 0 && i < text.size(); i = reached.nextSetBit(i + 1)) {
            if (text.get(i).isText()) {
                reached.set(i + 1);
            }
        }
    }
}
