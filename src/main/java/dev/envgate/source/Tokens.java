package dev.envgate.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** One stream of tokens. Whoever asks beyond its ends is told that it has ended. */
final class Tokens {
    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");
    private static final Token END = new Token(Token.Kind.END, 0, 0, "");

    private final List<Token> tokens;
    private final int[] partners;

    Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.partners = pair();
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return index < 0 || index >= tokens.size() ? END : tokens.get(index);
    }

    boolean sign(int index, String sign) {
        return at(index).sign(sign);
    }

    boolean sign(int index, Set<String> signs) {
        return at(index).kind() == Token.Kind.SIGN && signs.contains(at(index).text());
    }

    boolean word(int index, String word) {
        return at(index).word(word);
    }

    boolean word(int index, Set<String> words) {
        return at(index).word() && words.contains(at(index).text());
    }

    boolean string(int index) {
        return at(index).string();
    }

    boolean opens(int index) {
        return sign(index, OPENING);
    }

    boolean closes(int index) {
        return sign(index, CLOSING);
    }

    /** The bracket that closes the one at {@code open}; the end when none does, and the place itself when no bracket is there. */
    int close(int open) {
        return opens(open) ? partners[open] : open;
    }

    /** The bracket that opens what is closed at {@code close}; -1 when none does, and the place itself when no bracket is there. */
    int open(int close) {
        return closes(close) ? partners[close] : close;
    }

    private int[] pair() {
        int[] partner = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partner.length; i++) {
            if (opens(i)) {
                partner[i] = partner.length;
                open.push(i);
            } else if (closes(i)) {
                partner[i] = open.isEmpty() ? -1 : open.pop();
                if (partner[i] >= 0) {
                    partner[partner[i]] = i;
                }
            }
        }
        return partner;
    }

    /** The next comma, or bracket that closes, or end, on the same level. */
    int next(int from) {
        int i = from;
        while (i < tokens.size() && !sign(i, ",") && !closes(i)) {
            i = opens(i) ? close(i) + 1 : i + 1;
        }
        return Math.min(i, tokens.size());
    }

    /** Where an argument begins, counted from 0, of the call whose bracket is at {@code open}; the closing bracket when there are fewer. */
    int argument(int open, int number) {
        int i = open + 1;
        for (int n = 0; n < number && !closes(i) && i < tokens.size(); n++) {
            i = next(i);
            i = sign(i, ",") ? i + 1 : i;
        }
        return i;
    }

    /** Where the value of a named argument begins, {@code name=} or {@code name:}; -1 when there is none. */
    int named(int open, String name) {
        for (int i = open + 1; i < tokens.size() && !closes(i); i = next(i) + 1) {
            if (word(i, name) && (sign(i + 1, "=") || sign(i + 1, ":"))) {
                return i + 2;
            }
            if (closes(next(i))) {
                return -1;
            }
        }
        return -1;
    }
}
