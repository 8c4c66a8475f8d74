package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** JavaScript and TypeScript: imports, destructuring, schemas that the environment is held to, NestJS. */
final class ScriptCustom implements Custom {
    private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    private static final Set<String> HOLDING = Set.of(
            "parse",
            "safeParse",
            "parseAsync",
            "cleanEnv",
            "createEnv",
            "validate",
            "validateSync",
            "validateEnv",
            "defineEnv",
            "load",
            "decode",
            "decodeUnknownSync",
            "Decode",
            "Parse",
            "assert",
            "envSchema",
            "from",
            "customCleanEnv");
    private static final Set<String> BUILDERS = Set.of(
            "z",
            "zod",
            "Joi",
            "joi",
            "yup",
            "v",
            "t",
            "Type",
            "S",
            "s",
            "Schema",
            "str",
            "num",
            "bool",
            "port",
            "url",
            "host",
            "email",
            "json",
            "makeValidator",
            "envalid",
            "testOnly",
            "coerce",
            "strictBool",
            "vine",
            "schema");
    private static final Set<String> STATIC = Set.of("$env/static/private", "$env/static/public");
    private static final Set<String> DYNAMIC = Set.of("$env/dynamic/private", "$env/dynamic/public");
    private static final Set<String> GETTING = Set.of("get", "getOrThrow");
    private static final Set<String> VALIDATING = Set.of("validationSchema", "envValidationSchema");
    private static final Set<String> PROCESS = Set.of("process", "node:process");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, "import") && tokens.sign(i + 1, "{")) {
                imported(tokens, i + 1, bindings);
            } else if (tokens.word(i, "process")
                    && tokens.sign(i - 1, "=")
                    && tokens.sign(i - 2, "}")
                    && !tokens.sign(i + 1, Chains.STEPPING)) {
                taken(tokens, tokens.open(i - 2), bindings);
            } else if (tokens.word(i, "ProcessEnv")
                    && tokens.sign(i - 1, ".")
                    && tokens.word(i - 2, "NodeJS")
                    && tokens.sign(i - 3, ":")) {
                means(tokens.at(i - 4), bindings);
            } else if (tokens.word(i, "require")
                    && tokens.string(i + 2)
                    && PROCESS.contains(tokens.at(i + 2).text())
                    && tokens.sign(i - 2, "}")) {
                taken(tokens, tokens.open(i - 2), bindings);
            }
        }
    }

    private static void imported(Tokens tokens, int open, Bindings bindings) {
        int close = tokens.close(open);
        String module = tokens.at(close + 2).text();
        boolean environment = PROCESS.contains(module) || DYNAMIC.contains(module) || module.equals("bun");
        for (int i = open + 1; environment && i < close; i = tokens.next(i) + 1) {
            if (tokens.word(i, "env")) {
                means(tokens.word(i + 1, "as") ? tokens.at(i + 2) : tokens.at(i), bindings);
            }
        }
    }

    /** {@code const { env } = process}. */
    private static void taken(Tokens tokens, int open, Bindings bindings) {
        for (int i = open + 1; i < tokens.close(open); i = tokens.next(i) + 1) {
            if (tokens.word(i, "env") && !tokens.sign(i + 2, "{")) {
                means(tokens.sign(i + 1, ":") ? tokens.at(i + 2) : tokens.at(i), bindings);
            }
        }
    }

    private static void means(Token word, Bindings bindings) {
        if (word.word()) {
            bindings.means(word.text(), "process.env");
        }
    }

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        Chains chains = new Chains(Idiom.JAVASCRIPT, bindings, tokens);
        Set<String> services = services(tokens);
        boolean held = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.at(i).word()) {
                continue; // all that is looked for begins with a word
            }
            int end = chains.mayBegin(i) ? environment(chains, tokens, i) : -1;
            if (end > 0) {
                destructured(tokens, i, scan);
                held |= (tokens.sign(i - 1, "(") && tokens.word(i - 2, HOLDING))
                        || (tokens.sign(i - 1, ":") && tokens.word(i - 2, "runtimeEnv"));
            }
            if (tokens.word(i, "process") && tokens.sign(i - 1, "=") && tokens.sign(i - 2, "}")) {
                nested(tokens, tokens.open(i - 2), scan);
            }
            statically(tokens, i, scan);
            nest(tokens, i, services, scan);
            library(tokens, i, scan);
        }
        if (mayHoldSchema(tokens) && (held || validates(tokens) || scan.says("createEnv") || scan.says("cleanEnv"))) {
            schema(tokens, scan);
        }
    }

    private static int environment(Chains chains, Tokens tokens, int first) {
        for (Chain object : Idiom.JAVASCRIPT.objects()) {
            int end = chains.end(object.words(), first);
            if (end > 0 && !tokens.sign(end, Chains.STEPPING) && !tokens.sign(end, "[")) {
                return end;
            }
        }
        return -1;
    }

    /** {@code const { A, B = "b", C: c } = process.env}. */
    private static void destructured(Tokens tokens, int first, Scan scan) {
        int assignment = first - 1;
        if (tokens.sign(assignment, "=") && tokens.sign(assignment - 1, "}")) {
            properties(tokens, tokens.open(assignment - 1), scan);
        } else if (tokens.sign(assignment, "=")) {
            int colon = assignment - 1;
            while (colon > assignment - 6 && !tokens.sign(colon, ":")) {
                colon--;
            }
            if (tokens.sign(colon, ":") && tokens.sign(colon - 1, "}")) {
                properties(tokens, tokens.open(colon - 1), scan);
            }
        }
    }

    /** {@code const { env: { A } } = process}. */
    private static void nested(Tokens tokens, int open, Scan scan) {
        for (int i = open + 1; i < tokens.close(open); i = tokens.next(i) + 1) {
            if (tokens.word(i, "env") && tokens.sign(i + 1, ":") && tokens.sign(i + 2, "{")) {
                properties(tokens, i + 2, scan);
            }
        }
    }

    private static void properties(Tokens tokens, int open, Scan scan) {
        Fallbacks fallbacks = new Fallbacks(Idiom.JAVASCRIPT, tokens);
        for (int i = open + 1; i < tokens.close(open); i = tokens.next(i) + 1) {
            int end = tokens.next(i);
            boolean string = tokens.string(i);
            if (tokens.at(i).word() || string) {
                int sign = i;
                while (sign < end && !tokens.sign(sign, "=")) {
                    sign++;
                }
                scan.written(
                        tokens.at(i).text(), tokens.at(i), sign < end ? fallbacks.operand(sign + 1) : Fallback.NONE);
            } else if (tokens.sign(i, "...")) {
                scan.computed(tokens.at(i), tokens.at(i + 1), "", "");
            }
        }
    }

    /** SvelteKit: {@code import { API_KEY } from "$env/static/private"}. */
    private static void statically(Tokens tokens, int i, Scan scan) {
        if (!tokens.word(i, "import") || !tokens.sign(i + 1, "{")) {
            return;
        }
        int close = tokens.close(i + 1);
        if (tokens.word(close + 1, "from")
                && tokens.string(close + 2)
                && STATIC.contains(tokens.at(close + 2).text())) {
            for (int name = i + 2; name < close; name = tokens.next(name) + 1) {
                scan.built(tokens.at(name).text(), tokens.at(name), Fallback.FAILS);
            }
        }
    }

    /** NestJS: {@code configService.get("X", "default")}. */
    private static void nest(Tokens tokens, int i, Set<String> services, Scan scan) {
        boolean getter = tokens.word(i, GETTING) && tokens.sign(i - 1, Chains.STEPPING);
        if (!getter || !tokens.word(i - 2, services)) {
            return;
        }
        int open = i + 1;
        while (tokens.sign(i + 1, "<") && !tokens.sign(open, "(") && open < i + 20) {
            open++;
        }
        Token name = tokens.at(open + 1);
        if (!tokens.sign(open, "(")
                || !name.string()
                || !UPPER.matcher(name.text()).matches()) {
            return;
        }
        Fallbacks fallbacks = new Fallbacks(Idiom.JAVASCRIPT, tokens);
        boolean second = tokens.sign(open + 2, ",") && !tokens.sign(open + 3, "{") && !tokens.closes(open + 3);
        Fallback otherwise = tokens.word(i, "getOrThrow") ? Fallback.FAILS : Fallback.NONE;
        Fallback given = second ? fallbacks.operand(open + 3) : otherwise;
        int first = i - 2;
        while (tokens.sign(first - 1, Chains.STEPPING) && tokens.at(first - 2).word()) {
            first -= 2;
        }
        scan.derived(
                name.text(),
                name,
                given == Fallback.USABLE ? given : fallbacks.after(first, tokens.close(open) + 1, given));
    }

    /** The library env-var: {@code env.get("X").default("x").required()}. */
    private static void library(Tokens tokens, int i, Scan scan) {
        boolean getter =
                tokens.word(i, "get") && tokens.sign(i - 1, ".") && tokens.sign(i + 1, "(") && tokens.string(i + 2);
        if (getter && scan.says("env-var") && tokens.word(i - 2, Set.of("env", "envVar", "envvar"))) {
            scan.written(
                    tokens.at(i + 2).text(),
                    tokens.at(i + 2),
                    new Fallbacks(Idiom.JAVASCRIPT, tokens).after(i - 2, tokens.close(i + 1) + 1, Fallback.NONE));
        }
    }

    /** {@code z.object({ API_KEY: z.string().default("x") })}, in a file that holds the environment to it. */
    private static void schema(Tokens tokens, Scan scan) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean key = (tokens.at(i).word() || tokens.string(i))
                    && UPPER.matcher(tokens.at(i).text()).matches();
            boolean property = tokens.sign(i + 1, ":") && (tokens.sign(i - 1, "{") || tokens.sign(i - 1, ","));
            boolean built = tokens.word(i + 2, BUILDERS) && (tokens.sign(i + 3, ".") || tokens.sign(i + 3, "("));
            if (key && property && built) {
                scan.written(tokens.at(i).text(), tokens.at(i), promised(tokens, i + 2));
            }
        }
    }

    private static Fallback promised(Tokens tokens, int from) {
        Fallbacks fallbacks = new Fallbacks(Idiom.JAVASCRIPT, tokens);
        for (int i = from; i < end(tokens, from); i++) {
            if (tokens.word(i, Set.of("default", "catch")) && tokens.sign(i + 1, "(")) {
                return fallbacks.operand(i + 2);
            }
            if (tokens.word(i, "default") && tokens.sign(i + 1, ":")) {
                return fallbacks.operand(i + 2);
            }
        }
        for (int i = from; i < end(tokens, from); i++) {
            if (tokens.word(i, Set.of("optional", "nullish", "nullable", "Optional", "allow", "notRequired"))) {
                return Fallback.NONE;
            }
        }
        return Fallback.FAILS;
    }

    private static int end(Tokens tokens, int from) {
        return tokens.next(from);
    }

    /** The words that are a {@code ConfigService}: by their type, or by what everybody calls one. */
    private static Set<String> services(Tokens tokens) {
        Set<String> services = new HashSet<>(Set.of("configService", "_configService", "ConfigService"));
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.word(i, "ConfigService") && tokens.sign(i - 1, ":")) {
                services.add(tokens.at(i - 2).text());
            }
        }
        return services;
    }

    /** Whether anything builds a schema; most pieces of code inside of elements are a word or two. */
    private static boolean mayHoldSchema(Tokens tokens) {
        return IntStream.range(0, tokens.size()).anyMatch(i -> tokens.word(i, BUILDERS));
    }

    /** {@code ConfigModule.forRoot({ validationSchema })}. */
    private static boolean validates(Tokens tokens) {
        return IntStream.range(0, tokens.size()).anyMatch(i -> tokens.word(i, VALIDATING));
    }
}
