package dev.envgate.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a language reads variables, and what it says when one is not set.
 *
 * @param forms calls that read one variable
 * @param objects chains of words that stand for the whole environment: {@code os.environ}
 * @param operations calls on the environment as a whole
 * @param failing whether {@code environment["X"]} fails when it is not set
 * @param members whether {@code environment.X} reads
 * @param before words that may stand before the first word of a chain
 * @param operators what comes before a value that stands in
 * @param ternary whether {@code a ? b : c} is known
 * @param beginnings the words that a chain can begin with: {@code System}, also of {@code System()}
 */
record Idiom(
        List<Form> forms,
        List<Chain> objects,
        List<Form> operations,
        boolean failing,
        boolean members,
        Set<String> before,
        Set<String> operators,
        boolean ternary,
        Set<String> beginnings) {
    static final Idiom NONE = new Idiom(List.of(), List.of(), List.of(), false, false, Set.of(), Set.of(), false);

    private Idiom(
            List<Form> forms,
            List<Chain> objects,
            List<Form> operations,
            boolean failing,
            boolean members,
            Set<String> before,
            Set<String> operators,
            boolean ternary) {
        this(
                forms,
                objects,
                operations,
                failing,
                members,
                before,
                operators,
                ternary,
                Stream.concat(forms.stream().map(Form::chain), objects.stream().map(Chain::words))
                        .map(List::getFirst)
                        .flatMap(
                                word -> IntStream.rangeClosed(1, word.length()).mapToObj(end -> word.substring(0, end)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static final List<Form> MAP = List.of(
            Form.of("get"),
            Form.of("getOrDefault").or("1"),
            Form.of("getOrElse").or("1"),
            Form.of("containsKey"),
            Form.of("contains"),
            Form.of("isDefinedAt"),
            Form.of("apply").fails());

    static final Idiom JAVASCRIPT = new Idiom(
            List.of(
                    Form.of("Deno.env.get"),
                    Form.of("Deno.env.has"),
                    Form.of("Netlify.env.get"),
                    Form.of("Meteor.settings.env")),
            Chain.all("process.env", "import.meta.env", "Bun.env"),
            List.of(Form.of("hasOwnProperty")),
            false,
            true,
            Set.of("globalThis", "global", "window", "self"),
            Set.of("??", "||", "??=", "||="),
            true);
    static final Idiom PYTHON = new Idiom(
            List.of(Form.of("os.getenv").or("1,default"), Form.of("os.getenvb").or("1,default")),
            Chain.all("os.environ"),
            List.of(
                    Form.of("get").or("1,default"),
                    Form.of("pop").or("1,default").fails(),
                    Form.of("setdefault").or("1,default"),
                    Form.of("__getitem__").fails()),
            true,
            false,
            Set.of(),
            Set.of("or"),
            false);
    static final Idiom GO = new Idiom(
            List.of(Form.of("os.Getenv"), Form.of("os.LookupEnv"), Form.of("syscall.Getenv")),
            Chain.all("os.Environ()"),
            List.of(),
            false,
            false,
            Set.of(),
            Set.of(),
            false);
    static final Idiom JAVA = new Idiom(
            List.of(Form.of("System.getenv")),
            Chain.all("System.getenv()"),
            MAP,
            false,
            false,
            Set.of("lang"),
            Set.of("?:"),
            true);
    static final Idiom SCALA = new Idiom(
            List.of(Form.of("System.getenv"), Form.of("Properties.envOrElse").or("1"), Form.of("Properties.envOrNone")),
            Chain.all("sys.env", "System.getenv()"),
            MAP,
            true,
            false,
            Set.of("lang", "scala", "util"),
            Set.of(),
            false);
    static final Idiom GROOVY = new Idiom(
            List.of(Form.of("System.getenv")),
            Chain.all("System.env", "System.getenv()"),
            MAP,
            false,
            true,
            Set.of("lang"),
            Set.of("?:", "||"),
            true);
    static final Idiom RUBY = new Idiom(
            List.of(),
            Chain.all("ENV"),
            List.of(
                    Form.of("fetch").or("1").fails(),
                    Form.of("key?"),
                    Form.of("has_key?"),
                    Form.of("include?"),
                    Form.of("dig"),
                    Form.of("delete"),
                    Form.of("values_at").every(),
                    Form.of("slice").every()),
            false,
            false,
            Set.of(),
            Set.of("||", "||=", "or"),
            true);
    static final Idiom PHP = new Idiom(
            List.of(
                    Form.of("env").or("1"),
                    Form.of("getenv"),
                    Form.of("Env.get").or("1"),
                    Form.of("Env.getOrFail").fails()),
            Chain.all("$_ENV", "$_SERVER"),
            List.of(),
            false,
            false,
            Set.of("Env"),
            Set.of("??", "?:", "||", "??="),
            true);
    static final Idiom RUST = new Idiom(
            List.of(
                    Form.of("env.var"),
                    Form.of("env.var_os"),
                    Form.of("dotenvy.var"),
                    Form.of("dotenv.var"),
                    Form.of("env!").fails().built(),
                    Form.of("option_env!").built()),
            Chain.all("env.vars()", "env.vars_os()"),
            List.of(),
            false,
            false,
            Set.of("std"),
            Set.of(),
            false);
    static final Idiom CSHARP = new Idiom(
            List.of(Form.of("Environment.GetEnvironmentVariable")),
            Chain.all("Environment.GetEnvironmentVariables()"),
            List.of(),
            false,
            false,
            Set.of("System"),
            Set.of("??", "??="),
            true);
    static final Idiom SWIFT = new Idiom(
            List.of(Form.of("getenv"), Form.of("Environment.get")),
            Chain.all("ProcessInfo.processInfo.environment", "ProcessInfo().environment"),
            List.of(),
            false,
            false,
            Set.of(),
            Set.of("??"),
            true);
    static final Idiom DART = new Idiom(
            List.of(
                    Form.of("String.fromEnvironment").or("defaultValue").built(),
                    Form.of("int.fromEnvironment").or("defaultValue").built(),
                    Form.of("bool.fromEnvironment").or("defaultValue").built(),
                    Form.of("bool.hasEnvironment").built()),
            Chain.all("Platform.environment", "dotenv.env"),
            List.of(Form.of("containsKey")),
            false,
            false,
            Set.of("io"),
            Set.of("??", "??="),
            true);
    static final Idiom C = new Idiom(
            List.of(
                    Form.of("getenv"),
                    Form.of("secure_getenv"),
                    Form.of("_wgetenv"),
                    Form.of("qgetenv"),
                    Form.of("qEnvironmentVariable").or("1")),
            List.of(),
            List.of(),
            false,
            false,
            Set.of("std"),
            Set.of("?:"),
            true);
    static final Idiom ELIXIR = new Idiom(
            List.of(
                    Form.of("System.get_env").or("1"),
                    Form.of("System.fetch_env!").fails(),
                    Form.of("System.fetch_env")),
            Chain.all("System.get_env()"),
            List.of(),
            false,
            false,
            Set.of(),
            Set.of("||", "or"),
            false);
    static final Idiom LUA = new Idiom(
            List.of(Form.of("os.getenv")), List.of(), List.of(), false, false, Set.of("_G"), Set.of("or"), false);
    static final Idiom PERL = new Idiom(
            List.of(),
            Chain.all("$ENV"),
            List.of(),
            false,
            false,
            Set.of(),
            Set.of("||", "//", "or", "||=", "//="),
            true);
    static final Idiom PRISMA =
            new Idiom(List.of(Form.of("env").fails()), List.of(), List.of(), false, false, Set.of(), Set.of(), false);
}
