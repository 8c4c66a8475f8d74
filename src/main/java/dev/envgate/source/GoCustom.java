package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go: the tags of struct fields, command-line libraries, viper. */
final class GoCustom implements Custom {
    private static final int FAR = 500;
    private static final int NEAR = 40;
    private static final Pattern TAG =
            Pattern.compile("\\b(env|envconfig|arg):\"(?:env:)?([A-Za-z_]\\w*)((?:,[^\"]*)?)\"");
    private static final Pattern DEFAULT =
            Pattern.compile("(?:\\b(?:envDefault|default|env-default):\"|,default=)([^\",]*)");
    private static final Pattern PREFIX = Pattern.compile("\\b(?:envPrefix|env-prefix):\"(\\w+)\"");
    private static final Pattern REQUIRED =
            Pattern.compile(",(?:required|notEmpty)\\b|\\b(?:required|env-required):\"true\"");
    private static final Set<String> FLAG_LISTS = Set.of("EnvVars", "EnvVar", "Envar", "Envars");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {}

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        Map<String, String> prefixes = prefixes(tokens);
        String process = processed(tokens);
        Viper viper = new Viper(tokens, scan);
        String struct = "";
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, "type") && tokens.word(i + 2, "struct")) {
                struct = tokens.at(i + 1).text();
            }
            if (tokens.string(i) && scan.text().charAt(tokens.at(i).start()) == '`') {
                tag(tokens.at(i), prefixes.getOrDefault(struct, ""), process, scan);
            }
            flag(tokens, i, scan);
            viper.at(i);
        }
    }

    /** The prefixes that fields give the structs of their types. */
    private static Map<String, String> prefixes(Tokens tokens) {
        Map<String, String> prefixes = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Matcher prefix = PREFIX.matcher(tokens.string(i) ? tokens.at(i).text() : "");
            if (prefix.find()) {
                prefixes.put(tokens.at(i - 1).text(), prefix.group(1));
            }
        }
        return prefixes;
    }

    /** What {@code envconfig.Process("app", …)} puts before every name. */
    private static String processed(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, Set.of("Process", "MustProcess"))
                    && tokens.word(i - 2, "envconfig")
                    && tokens.string(i + 2)) {
                return tokens.at(i + 2).text();
            }
        }
        return "";
    }

    private static void tag(Token token, String prefix, String process, Scan scan) {
        Matcher tag = TAG.matcher(token.text());
        while (tag.find()) {
            int start = token.start() + 1 + tag.start(2);
            Token name = new Token(Token.Kind.WORD, start, start + tag.group(2).length(), tag.group(2));
            Fallback fallback = fallback(token.text());
            if (tag.group(1).equals("envconfig") && !process.isEmpty()) {
                scan.derived(process.toUpperCase(Locale.ROOT) + "_" + name.text(), name, fallback);
            } else {
                scan.written(prefix + name.text(), name, fallback);
            }
        }
    }

    private static Fallback fallback(String tags) {
        Matcher given = DEFAULT.matcher(tags);
        if (given.find()) {
            return given.group(1).isEmpty() ? Fallback.EMPTY : Fallback.USABLE;
        }
        return REQUIRED.matcher(tags).find() ? Fallback.FAILS : Fallback.NONE;
    }

    /** urfave/cli: {@code EnvVars: []string{"X"}}, {@code cli.EnvVars("X")}; kingpin: {@code .Envar("X")}. */
    private static void flag(Tokens tokens, int i, Scan scan) {
        if (!tokens.word(i, FLAG_LISTS)) {
            return;
        }
        boolean list = tokens.sign(i + 1, ":") || tokens.sign(i + 1, "(");
        int end = Math.min(tokens.next(i + 2), i + NEAR);
        for (int name = i + 2; list && name <= end; name++) {
            if (tokens.string(name)) {
                scan.written(
                        tokens.at(name).text(),
                        tokens.at(name),
                        given(tokens, i).orElse(Fallback.NONE));
            }
        }
    }

    /** The {@code Value:} beside it. */
    private static Optional<Fallback> given(Tokens tokens, int i) {
        int open = i;
        while (open > Math.max(0, i - FAR) && !tokens.sign(open, "{")) {
            open = tokens.closes(open - 1) ? tokens.open(open - 1) : open - 1;
        }
        int value = tokens.named(open, "Value");
        return value > 0 ? Optional.of(new Fallbacks(Idiom.GO, tokens).operand(value)) : Optional.empty();
    }

    /** What viper reads: bound names, and every key where it binds by itself. */
    private static final class Viper {
        private static final Set<String> GETTERS = Set.of(
                "Get",
                "GetString",
                "GetInt",
                "GetBool",
                "GetDuration",
                "GetStringSlice",
                "GetInt64",
                "GetFloat64",
                "IsSet",
                "GetUint");

        private final Tokens tokens;
        private final Scan scan;
        private final boolean automatic;
        private final String prefix;

        Viper(Tokens tokens, Scan scan) {
            this.tokens = tokens;
            this.scan = scan;
            this.automatic = scan.text().contains("AutomaticEnv()");
            this.prefix = prefix(tokens);
        }

        private static String prefix(Tokens tokens) {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.word(i, "SetEnvPrefix") && tokens.string(i + 2)) {
                    return tokens.at(i + 2).text().toUpperCase(Locale.ROOT) + "_";
                }
            }
            return "";
        }

        void at(int i) {
            if (tokens.word(i, "AutomaticEnv") && tokens.sign(i - 1, ".")) {
                scan.computed(tokens.at(i), tokens.at(i), prefix, "");
            } else if (tokens.word(i, Set.of("BindEnv", "MustBindEnv")) && tokens.string(i + 2)) {
                bound(i + 1);
            } else if (automatic
                    && tokens.word(i, GETTERS)
                    && tokens.word(i - 2, Set.of("viper", "v", "vip"))
                    && tokens.string(i + 2)) {
                scan.derived(prefix + tokens.at(i + 2).text(), tokens.at(i + 2), Fallback.NONE);
            }
        }

        private void bound(int open) {
            int second = tokens.argument(open, 1);
            if (tokens.closes(second)) {
                scan.derived(prefix + tokens.at(open + 1).text(), tokens.at(open + 1), Fallback.NONE);
            }
            for (int name = second; name < tokens.close(open); name = tokens.next(name) + 1) {
                if (tokens.string(name)) {
                    scan.written(tokens.at(name).text(), tokens.at(name), Fallback.NONE);
                }
            }
        }
    }
}
