package dev.envgate.ledger;

import java.util.regex.Pattern;

/** Makes sentences of half sentences, and the reverse. */
final class Words {
    /** A word of prose; {@code var.x} and {@code jsonencode(…)} keep their letters. */
    private static final Pattern FIRST_WORD = Pattern.compile("[a-z]+[ ,]");

    private Words() {}

    /** Without the full stop, so that it can follow "not known:". */
    static String half(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** With a capital letter and a full stop. */
    static String sentence(String half) {
        String begun =
                FIRST_WORD.matcher(half).lookingAt() ? Character.toUpperCase(half.charAt(0)) + half.substring(1) : half;
        return begun.endsWith(".") || begun.isEmpty() ? begun : begun + ".";
    }
}
