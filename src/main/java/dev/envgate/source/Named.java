package dev.envgate.source;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What a piece of code names a variable with. */
sealed interface Named {
    /** The name is written, here or where its constant is. */
    record Known(String name) implements Named {}

    /** The name is made while the program runs. */
    record Computed(String prefix, String suffix) implements Named {}

    /**
     * Reads the expression from {@code from} up to, not including, {@code to}.
     *
     * @param constants what the constants of the file hold
     */
    static Named of(Tokens tokens, int from, int to, Map<String, String> constants) {
        return new NameReader(tokens, constants).read(from, to);
    }

    /** Puts the parts of an expression together. */
    record NameReader(Tokens tokens, Map<String, String> constants) {
        private static final Set<String> JOINING = Set.of("+", ".", "..", "<>", "&");
        private static final Set<String> STEPPING = Set.of(".", "::", "->", "&", "*");

        Named read(int from, int to) {
            StringBuilder known = new StringBuilder();
            String prefix = "";
            boolean whole = true;
            for (int i = from; i < to; ) {
                int end = part(i, to);
                String value = value(i, end);
                if (value.isEmpty()) {
                    prefix = whole ? known + head(i) : prefix;
                    whole = false;
                    known = new StringBuilder(tail(i));
                } else {
                    known.append(value);
                }
                i = end + 1;
            }
            return whole && !known.isEmpty()
                    ? new Known(known.toString())
                    : new Computed(whole ? "" : prefix, known.toString());
        }

        /** The end of a part: at a sign that joins two texts. */
        private int part(int from, int to) {
            int i = from;
            while (i < to) {
                boolean text = tokens.string(i) || tokens.at(i).kind() == Token.Kind.TEMPLATE;
                boolean joined = tokens.sign(i + 1, JOINING) && (text || tokens.sign(i + 1, "+"));
                if (joined && i + 1 < to) {
                    return i + 1;
                }
                i = tokens.opens(i) ? tokens.close(i) + 1 : i + 1;
            }
            return to;
        }

        private String value(int from, int to) {
            if (to - from == 1 && tokens.string(from)) {
                return tokens.at(from).text();
            }
            Token last = tokens.at(to - 1);
            boolean path = last.word() && IntStream.range(from, to).allMatch(this::inPath);
            return path ? constants.getOrDefault(last.text(), "") : "";
        }

        private boolean inPath(int at) {
            return tokens.at(at).word() || tokens.sign(at, STEPPING);
        }

        private String head(int at) {
            return tokens.at(at).kind() == Token.Kind.TEMPLATE ? tokens.at(at).text() : "";
        }

        private String tail(int at) {
            return tokens.at(at).kind() == Token.Kind.TEMPLATE ? tokens.at(at).tail() : "";
        }
    }
}
