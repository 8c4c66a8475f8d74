package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java, Kotlin, Scala and Groovy: static imports, Spring, MicroProfile, dotenv. */
final class JvmCustom implements Custom {
    private static final int NEAR = 20;
    private static final Set<String> PROPERTIES = Set.of("getProperty", "getRequiredProperty");
    private static final Set<String> SOURCES = Set.of("environment", "env", "dotenv", "Dotenv");
    private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    private static final Pattern EXPRESSION = Pattern.compile("systemEnvironment\\[?['.]+([A-Za-z_]\\w*)");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean imported = tokens.word(i, "getenv") && tokens.word(i - 2, "System") && tokens.word(i - 4, "lang");
            if (imported && !tokens.sign(i + 1, "(")) {
                bindings.means("getenv", "System.getenv");
            }
        }
    }

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        for (int i = 0; i < tokens.size(); i++) {
            if (annotated(tokens, i, "Value")) {
                value(tokens, i + 1, scan);
            } else if (annotated(tokens, i, "ConfigProperty") || annotated(tokens, i, "Property")) {
                property(tokens, i + 1, scan);
            } else if (tokens.word(i, PROPERTIES) || tokens.word(i, "get")) {
                source(tokens, i, scan);
            }
        }
    }

    /** {@code @Value(}, also {@code @field:Value(} and {@code @param:Value(}. */
    private static boolean annotated(Tokens tokens, int i, String name) {
        boolean direct = tokens.sign(i - 1, "@");
        boolean on = tokens.sign(i - 1, ":") && tokens.sign(i - 3, "@");
        return tokens.word(i, name) && (direct || on) && tokens.sign(i + 1, "(");
    }

    private static void value(Tokens tokens, int open, Scan scan) {
        for (int i = open + 1; i < Math.min(tokens.close(open), open + NEAR); i++) {
            if (tokens.string(i)) {
                placeholders(tokens.at(i), scan);
            }
        }
    }

    /** The text is looked at as it stands in the file, so that places are right; <code>\$</code> of Kotlin changes none. */
    private static void placeholders(Token token, Scan scan) {
        String written = scan.text().substring(token.start(), token.end());
        new Placeholders(Placeholders.Form.COLON, written, token.start(), scan).find();
        Matcher expression = EXPRESSION.matcher(written);
        while (expression.find()) {
            Token name = new Token(
                    Token.Kind.WORD,
                    token.start() + expression.start(1),
                    token.start() + expression.end(1),
                    expression.group(1));
            scan.written(name.text(), name, Fallback.NONE);
        }
    }

    private static void property(Tokens tokens, int open, Scan scan) {
        int name = tokens.named(open, "name");
        int given = tokens.named(open, "defaultValue");
        if (name > 0 && tokens.string(name)) {
            Fallback fallback = given > 0 ? new Fallbacks(Idiom.JAVA, tokens).operand(given) : Fallback.FAILS;
            scan.derived(tokens.at(name).text(), tokens.at(name), fallback);
        }
    }

    /** {@code environment.getProperty("X", "default")}, {@code dotenv.get("X")}; only names that are surely no properties. */
    private static void source(Tokens tokens, int i, Scan scan) {
        boolean dotenv = tokens.word(i, "get") && tokens.word(i - 2, Set.of("dotenv", "Dotenv"));
        boolean spring = tokens.word(i, PROPERTIES) && tokens.word(i - 2, SOURCES);
        boolean called = tokens.sign(i - 1, ".") && tokens.sign(i + 1, "(") && tokens.string(i + 2);
        if (!(dotenv || spring)
                || !called
                || !UPPER.matcher(tokens.at(i + 2).text()).matches()) {
            return;
        }
        Fallbacks fallbacks = new Fallbacks(Idiom.JAVA, tokens);
        Fallback otherwise = tokens.word(i, "getRequiredProperty") ? Fallback.FAILS : Fallback.NONE;
        boolean second = tokens.sign(i + 3, ",") && !tokens.word(i + 5, "class") && !tokens.sign(i + 5, "::");
        Fallback fallback =
                second ? fallbacks.operand(i + 4) : fallbacks.after(i - 2, tokens.close(i + 1) + 1, otherwise);
        scan.derived(tokens.at(i + 2).text(), tokens.at(i + 2), fallback);
    }
}
