package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Python: imports, and the libraries that read settings. */
final class PythonCustom implements Custom {
    private static final int FAR = 500;
    private static final int NEAR = 40;
    private static final Set<String> READERS = Set.of(
            "str",
            "bool",
            "int",
            "float",
            "list",
            "dict",
            "json",
            "url",
            "db",
            "cache",
            "path",
            "log_level",
            "date",
            "datetime",
            "timedelta",
            "uuid",
            "decimal",
            "enum",
            "email_url",
            "search_url",
            "db_url",
            "cache_url",
            "bytes",
            "tuple",
            "dj_db_url",
            "dj_cache_url",
            "dj_email_url",
            "channels",
            "time");
    private static final Set<String> LIBRARIES =
            Set.of("decouple", "environs", "environ", "starlette", "dynaconf", "prettyconf", "starlette_config");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, "import") && tokens.word(i - 1, "os") && tokens.word(i - 2, "from")) {
                imported(tokens, tokens.sign(i + 1, "(") ? i + 2 : i + 1, bindings);
            } else if (tokens.word(i, "import") && tokens.word(i + 1, "os") && tokens.word(i + 2, "as")) {
                bindings.means(tokens.at(i + 3).text(), "os");
            }
        }
    }

    private static void imported(Tokens tokens, int from, Bindings bindings) {
        for (int i = from;
                tokens.word(i, Set.of("environ", "getenv", "getenvb", "path"))
                        || tokens.at(i).word();
                i = tokens.next(i) + 1) {
            String word = tokens.at(i).text();
            if (Set.of("environ", "getenv", "getenvb").contains(word)) {
                bindings.means(tokens.word(i + 1, "as") ? tokens.at(i + 2).text() : word, "os." + word);
            }
            if (!tokens.sign(tokens.word(i + 1, "as") ? i + 3 : i + 1, ",")) {
                return;
            }
        }
    }

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        new SettingsClasses(tokens, scan).search();
        Libraries libraries = new Libraries(tokens, scan);
        libraries.learn();
        for (int i = 0; i < tokens.size(); i++) {
            libraries.at(i);
            option(tokens, i, scan);
        }
    }

    /** click and typer: {@code option(envvar="X", default="x")}. */
    private static void option(Tokens tokens, int i, Scan scan) {
        if (!tokens.word(i, Set.of("envvar", "env_var")) || !tokens.sign(i + 1, "=")) {
            return;
        }
        int open = i;
        while (open > Math.max(0, i - FAR) && !tokens.sign(open, "(")) {
            open = tokens.closes(open - 1) ? tokens.open(open - 1) : open - 1;
        }
        int value = tokens.named(open, "default");
        Fallback fallback = value > 0 ? new Fallbacks(Idiom.PYTHON, tokens).operand(value) : Fallback.NONE;
        int end = Math.min(tokens.next(i + 2), i + NEAR);
        for (int name = i + 2; name < end; name++) {
            if (tokens.string(name)) {
                scan.written(tokens.at(name).text(), tokens.at(name), fallback);
            }
        }
    }

    /** decouple, environs, django-environ, Starlette's configuration, dynaconf. */
    private static final class Libraries {
        private final Tokens tokens;
        private final Scan scan;
        private final Set<String> readers = new HashSet<>();
        private String prefix = "";
        private int prefixIndent = -1;
        private int indent;

        Libraries(Tokens tokens, Scan scan) {
            this.tokens = tokens;
            this.scan = scan;
        }

        /** The words that read a variable when they are called. */
        void learn() {
            boolean used = false;
            for (int i = 0; i < tokens.size(); i++) {
                used |= tokens.word(i, Set.of("import", "from")) && tokens.word(i + 1, LIBRARIES);
                boolean config = used
                        && tokens.word(i, Set.of("config", "AutoConfig"))
                        && tokens.word(i - 1, "import")
                        && tokens.word(i - 2, "decouple");
                if (config) {
                    readers.add(tokens.word(i + 1, "as") ? tokens.at(i + 2).text() : "config");
                }
                boolean made = tokens.word(i, Set.of("Env", "Config", "FileAwareEnv", "AutoConfig"))
                        && tokens.sign(i + 1, "(");
                if (used && made) {
                    holder(i);
                }
            }
        }

        private void holder(int made) {
            int first = tokens.sign(made - 1, ".") ? made - 2 : made;
            if (tokens.sign(first - 1, "=") && tokens.at(first - 2).word()) {
                readers.add(Bindings.target(tokens, first - 1));
            }
            int close = tokens.close(made + 1);
            for (int i = made + 2;
                    tokens.word(made, Set.of("Env", "FileAwareEnv")) && i < close;
                    i = tokens.next(i) + 1) {
                if (tokens.at(i).word() && tokens.sign(i + 1, "=") && tokens.sign(i + 2, "(")) {
                    int value = tokens.argument(i + 2, 1);
                    scan.written(tokens.at(i).text(), tokens.at(i), new Fallbacks(Idiom.PYTHON, tokens).operand(value));
                }
            }
        }

        void at(int i) {
            if (tokens.at(i).kind() == Token.Kind.LINE) {
                indent = tokens.at(i).text().length();
                prefix = indent <= prefixIndent ? "" : prefix;
            }
            dynaconf(i);
            if (!tokens.at(i).word() || !readers.contains(tokens.at(i).text()) || tokens.sign(i - 1, ".")) {
                return;
            }
            boolean method = tokens.sign(i + 1, ".") && tokens.word(i + 2, READERS);
            boolean prefixed = tokens.sign(i + 1, ".") && tokens.word(i + 2, "prefixed") && tokens.string(i + 4);
            if (prefixed) {
                prefix += tokens.at(i + 4).text();
                prefixIndent = indent;
            } else {
                call(method ? i + 3 : i + 1);
            }
        }

        private void dynaconf(int i) {
            if (tokens.word(i, Set.of("envvar_prefix", "auto_envvar_prefix"))
                    && tokens.sign(i + 1, "=")
                    && tokens.string(i + 2)) {
                scan.computed(
                        tokens.at(i + 2), tokens.at(i + 2), tokens.at(i + 2).text() + "_", "");
            }
        }

        private void call(int open) {
            if (!tokens.sign(open, "(") || !tokens.string(open + 1)) {
                return;
            }
            Token name = tokens.at(open + 1);
            int named = tokens.named(open, "default");
            boolean second = tokens.sign(open + 2, ",") && !tokens.sign(open + 4, "=") && !tokens.closes(open + 3);
            int value = named > 0 ? named : second ? open + 3 : -1;
            Fallbacks fallbacks = new Fallbacks(Idiom.PYTHON, tokens);
            scan.written(prefix + name.text(), name, value > 0 ? fallbacks.operand(value) : Fallback.FAILS);
        }
    }

    /** The name of a variable as pydantic reads it. */
    static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
