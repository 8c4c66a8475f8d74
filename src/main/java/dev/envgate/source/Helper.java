package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.Optional;
import java.util.Set;

/**
 * A function of the application's own that reads the variable whose name it is given: {@code function requireEnv(name) { … process.env[name] … }}.
 *
 * @param name what it is called
 */
record Helper(String name) {
    private static final int FAR = 120;
    private static final Set<String> DEFINING = Set.of("function", "def", "func", "fn", "fun", "sub", "defp");
    private static final Set<String> NO_NAME = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "return",
            "async",
            "map",
            "filter",
            "forEach",
            "get",
            "set",
            "constructor");
    private static final int SHORTEST = 4;

    /** The function around a read, when its first parameter is what the variable is named with. */
    static Optional<Helper> around(Tokens tokens, int argument) {
        String parameter = tokens.at(argument).text();
        for (int i = argument - 1; i > Math.max(0, argument - FAR); i--) {
            if (tokens.sign(i, "(") && tokens.close(i) < argument && first(tokens, i, parameter)) {
                return named(tokens, i);
            }
        }
        return Optional.empty();
    }

    private static boolean first(Tokens tokens, int open, String parameter) {
        int end = Math.min(tokens.next(open + 1), tokens.close(open));
        return tokens.word(open + 1, parameter)
                && (end == open + 2
                        || tokens.sign(open + 2, Set.of(":", "="))
                        || tokens.at(open + 2).word());
    }

    /** {@code def read(name)}, {@code const read = (name) =>}, a method {@code read(name)} with a body. */
    private static Optional<Helper> named(Tokens tokens, int open) {
        int before = tokens.sign(open - 1, ">") ? open : open - 1;
        boolean defined = tokens.at(before).word() && tokens.word(before - 1, DEFINING);
        int assignment = tokens.word(before, Set.of("async", "function")) ? before - 1 : before;
        boolean assigned =
                tokens.sign(assignment, "=") && tokens.at(assignment - 1).word();
        boolean method = tokens.at(before).word() && bodied(tokens, tokens.close(open) + 1);
        String name = defined || method
                ? tokens.at(before).text()
                : assigned ? tokens.at(assignment - 1).text() : "";
        return name.length() < SHORTEST || NO_NAME.contains(name) ? Optional.empty() : Optional.of(new Helper(name));
    }

    /** Whether a body follows the parameters, perhaps behind the type of what is returned. */
    private static boolean bodied(Tokens tokens, int after) {
        int i = after;
        while (i < after + 8 && (tokens.at(i).word() || tokens.sign(i, Set.of(":", "|", "<", ">", "?", "[", "]")))) {
            i++;
        }
        return tokens.sign(i, "{");
    }

    /** Tells the reads of a stream that go through it: {@code requireEnv("API_KEY")}. */
    void calls(Tokens tokens, Idiom idiom, Scan scan) {
        for (int i = 0; i < tokens.size(); i++) {
            int open = i + 1;
            if (tokens.word(i, name) && tokens.sign(open, "<") && tokens.sign(open + 2, ">")) {
                open += 3;
            }
            boolean called = tokens.word(i, name) && tokens.sign(open, "(") && tokens.string(open + 1);
            if (called && tokens.at(open + 1).text().matches("[A-Z][A-Z0-9_]+")) {
                int second = tokens.argument(open, 1);
                Fallbacks fallbacks = new Fallbacks(idiom, tokens);
                Fallback given = tokens.closes(second) ? Fallback.NONE : fallbacks.operand(second);
                scan.derived(
                        tokens.at(open + 1).text(),
                        tokens.at(open + 1),
                        given == Fallback.USABLE ? given : fallbacks.after(i, tokens.close(open) + 1, given));
            }
        }
    }
}
