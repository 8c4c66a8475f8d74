package dev.envgate.source;

import java.util.List;
import java.util.Set;

/** Finds chains of words in a stream: {@code os.environ}, under whatever name the file knows them. */
record Chains(Idiom idiom, Bindings bindings, Tokens tokens) {
    static final Set<String> STEPPING = Set.of(".", "?.", "&.", "::", "->");
    private static final Set<String> ITSELF = Set.of("this", "self");
    private static final Set<String> DEFINING =
            Set.of("function", "def", "fn", "func", "fun", "sub", "defp", "const", "let", "var");

    /** Whether any chain of the language can begin here, which most words tell at once. */
    boolean mayBegin(int first) {
        Token word = tokens.at(first);
        return word.word() && (idiom.beginnings().contains(word.text()) || bindings.known(word.text()));
    }

    /** The words to which the file assigns the environment stand for it. */
    void rename() {
        for (int i = 0; i < tokens.size(); i++) {
            if (!mayBegin(i)) {
                continue;
            }
            for (Chain object : idiom.objects()) {
                int next = end(object.words(), i);
                if (next > 0 && assigned(i, next)) {
                    bindings.means(Bindings.target(tokens, i - 1), object.text());
                }
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.at(i).text();
            if (tokens.at(i).word() && bindings.known(word) && tokens.sign(i + 1, "=") && other(i + 2, word)) {
                bindings.forget(word);
            }
        }
    }

    private boolean assigned(int first, int next) {
        boolean alone = !tokens.sign(next, STEPPING)
                && !tokens.sign(next, "[")
                && !tokens.sign(next, "(")
                && !tokens.sign(next, "{");
        boolean sign = tokens.sign(first - 1, "=") || tokens.sign(first - 1, ":=");
        return alone && sign && tokens.at(first - 2).word();
    }

    /** Whether something else than the environment is assigned. */
    private boolean other(int value, String word) {
        return idiom.objects().stream().noneMatch(object -> end(object.words(), value) > 0)
                && !tokens.word(value, word);
    }

    /** The token behind the chain that begins at {@code first}; -1 when it does not. */
    int end(List<String> chain, int first) {
        Token word = tokens.at(first);
        boolean renamed = word.word() && bindings.known(word.text());
        boolean begins = renamed || (word.word() && chain.getFirst().startsWith(word.text()));
        if (!begins || stepped(first) || (chain.size() == 1 && tokens.word(first - 1, DEFINING))) {
            return -1;
        }
        List<String> head = bindings.meaning(word.text());
        if (renamed
                && (head.size() > chain.size() || !chain.subList(0, head.size()).equals(head))) {
            return -1;
        }
        int next = renamed ? first + 1 : element(chain.getFirst(), first);
        for (int n = renamed ? head.size() : 1; n < chain.size() && next > 0; n++) {
            int step = tokens.sign(next, "!") ? next + 1 : next;
            next = tokens.sign(step, STEPPING) ? element(chain.get(n), step + 1) : -1;
        }
        return next;
    }

    /** Whether the word belongs to something else: {@code window.env} is no {@code env}. */
    private boolean stepped(int first) {
        Set<String> allowed = bindings.known(tokens.at(first).text()) ? ITSELF : idiom.before();
        return tokens.sign(first - 1, STEPPING)
                && !tokens.word(first - 2, allowed)
                && !(tokens.sign(first - 1, "::") && !tokens.at(first - 2).word());
    }

    /** The token behind one word of a chain; -1 when it is another one. */
    private int element(String element, int at) {
        if (element.endsWith("()")) {
            boolean called = tokens.word(at, element.substring(0, element.length() - 2))
                    && tokens.sign(at + 1, "(")
                    && tokens.sign(at + 2, ")");
            return called ? at + 3 : -1;
        }
        if (element.endsWith("!")
                && tokens.word(at, element.substring(0, element.length() - 1))
                && tokens.sign(at + 1, "!")) {
            return at + 2;
        }
        return tokens.word(at, element) ? at + 1 : -1;
    }
}
