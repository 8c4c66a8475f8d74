package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.Locale;
import java.util.Set;

/** Rust: what {@code use} brings in, clap, envconfig and envy. */
final class RustCustom implements Custom {
    private static final Set<String> FUNCTIONS = Set.of("var", "var_os", "vars");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, "use")) {
                used(tokens, i, bindings);
            }
        }
    }

    private static void used(Tokens tokens, int use, Bindings bindings) {
        boolean environment = false;
        for (int i = use + 1; i < tokens.size() && !tokens.sign(i, ";"); i++) {
            environment |= tokens.word(i, Set.of("env", "dotenvy", "dotenv"));
            if (environment && tokens.word(i, FUNCTIONS)) {
                String name = tokens.word(i + 1, "as")
                        ? tokens.at(i + 2).text()
                        : tokens.at(i).text();
                bindings.means(name, "env." + tokens.at(i).text());
            }
        }
    }

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.sign(i, "#") && tokens.sign(i + 1, "[") && tokens.sign(i + 3, "(")) {
                attribute(tokens, i + 2, scan);
            }
            boolean prefix = tokens.word(i, Set.of("prefixed", "with_prefix"))
                    && tokens.sign(i + 1, "(")
                    && tokens.string(i + 2);
            if (prefix && tokens.word(i - 2, Set.of("envy", "Environment", "Env"))) {
                String text = tokens.at(i + 2).text();
                scan.computed(tokens.at(i + 2), tokens.at(i + 2), text.endsWith("_") ? text : text + "_", "");
            }
            if (tokens.word(i, "from_env") && tokens.word(i - 2, "envy")) {
                scan.computed(tokens.at(i - 2), tokens.at(i), "", "");
            }
        }
    }

    private static void attribute(Tokens tokens, int word, Scan scan) {
        int open = word + 1;
        boolean clap = tokens.word(word, Set.of("arg", "clap", "structopt"));
        if (clap) {
            argument(tokens, open, scan);
        } else if (tokens.word(word, "envconfig") && tokens.named(open, "from") > 0) {
            int from = tokens.named(open, "from");
            scan.written(tokens.at(from).text(), tokens.at(from), given(tokens, open, Fallback.FAILS, "default"));
        }
    }

    private static void argument(Tokens tokens, int open, Scan scan) {
        int named = tokens.named(open, "env");
        Fallback fallback = given(tokens, open, Fallback.NONE, "default_value", "default_value_t", "default_values");
        if (named > 0 && tokens.string(named)) {
            scan.written(tokens.at(named).text(), tokens.at(named), fallback);
            return;
        }
        for (int i = open + 1; i < tokens.close(open); i = tokens.next(i) + 1) {
            boolean bare = tokens.word(i, "env") && (tokens.sign(i + 1, ",") || tokens.closes(i + 1));
            int field = tokens.close(open) + 2;
            while (bare && tokens.sign(field, "#")) {
                field = tokens.close(field + 1) + 1;
            }
            field = tokens.word(field, "pub") ? field + 1 : field;
            if (bare && tokens.at(field).word()) {
                scan.derived(tokens.at(field).text().toUpperCase(Locale.ROOT), tokens.at(field), fallback);
            }
        }
    }

    private static Fallback given(Tokens tokens, int open, Fallback otherwise, String... names) {
        for (String name : names) {
            int value = tokens.named(open, name);
            if (value > 0) {
                return new Fallbacks(Idiom.RUST, tokens).operand(value);
            }
        }
        return otherwise;
    }
}
