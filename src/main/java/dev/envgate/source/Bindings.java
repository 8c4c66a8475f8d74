package dev.envgate.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words of one file stand for: constants that hold a text, and other names for what reads the environment. */
final class Bindings {
    private static final Set<String> ASSIGNING = Set.of("=", ":=");
    private static final Set<String> JOINING = Set.of("+", ".", "..", "<>", "&", "%", "?", "==", "?:");
    private static final Set<String> SAME = Set.of("freeze", "to_string", "to_owned", "into");
    private static final int LONGEST_TYPE = 10;

    private final Map<String, String> constants = new HashMap<>();
    private final Set<String> changing = new HashSet<>();
    private final Map<String, List<String>> meanings = new HashMap<>();

    /** Takes the constants of a stream. */
    void constants(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean same = tokens.sign(i + 1, ".") && tokens.word(i + 2, SAME);
            if (tokens.string(i) && (same || !tokens.sign(i + 1, JOINING))) {
                constant(tokens, i);
            }
        }
    }

    private void constant(Tokens tokens, int value) {
        String name = holder(tokens, value);
        boolean argument = tokens.sign(value + 1, ",") || tokens.sign(value + 1, ")");
        if (!name.isEmpty() && !(argument && Character.isLowerCase(name.charAt(0)) && !tokens.sign(value - 1, ":"))) {
            hold(name, tokens.at(value).text());
        }
    }

    private static String holder(Tokens tokens, int value) {
        Token before = tokens.at(value - 1);
        if (tokens.sign(value - 1, ASSIGNING)) {
            return target(tokens, value - 1);
        }
        if (before.sign(":") || before.sign("=>")) {
            return word(tokens, value - 2);
        }
        boolean defined = before.word()
                && (tokens.word(value - 2, "define") || before.text().startsWith("@"));
        boolean called = before.sign(",") && tokens.string(value - 2) && tokens.word(value - 4, "define");
        return defined ? before.text() : called ? tokens.at(value - 2).text() : "";
    }

    private static String word(Tokens tokens, int i) {
        return tokens.at(i).word() ? tokens.at(i).text() : "";
    }

    /** The word that an assignment gives a value: before its type, where a colon parts them. */
    static String target(Tokens tokens, int assignment) {
        for (int i = assignment - 1; i > assignment - LONGEST_TYPE; i--) {
            Token token = tokens.at(i);
            if (token.sign(":")) {
                return word(tokens, i - 1);
            }
            if (!token.word() && !tokens.sign(i, Set.of(".", "<", ">", "[", "]", "&", "'", "?", "|"))) {
                break;
            }
        }
        return word(tokens, assignment - 1);
    }

    private void hold(String name, String value) {
        boolean other = !constants.getOrDefault(name, value).equals(value);
        if (other || changing.contains(name)) {
            constants.remove(name);
            changing.add(name);
        } else {
            constants.put(name, value);
        }
    }

    Map<String, String> constants() {
        return constants;
    }

    /** From now on the word stands for the chain. */
    void means(String word, String chain) {
        meanings.put(word, List.of(chain.split("\\.")));
    }

    void forget(String word) {
        meanings.remove(word);
    }

    /** The chain that a word stands for: itself unless something else is known. */
    List<String> meaning(String word) {
        return meanings.getOrDefault(word, List.of(word));
    }

    boolean known(String word) {
        return meanings.containsKey(word);
    }
}
