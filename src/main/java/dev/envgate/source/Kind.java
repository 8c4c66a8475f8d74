package dev.envgate.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What sort of file one is, by its name.
 *
 * @param tooling whether what it reads is never read by the running application itself
 */
record Kind(Search search, boolean tooling) {
    private static final Pattern DOCKERFILE = Pattern.compile("(?i)(?:.*\\.)?(?:dockerfile|containerfile)(?:\\..*)?");
    private static final Pattern COMPOSE = Pattern.compile("(?i)(?:docker-)?compose[\\w.-]*\\.ya?ml");
    private static final Pattern SPRING = Pattern.compile(
            "(?i)(?:application|bootstrap)[\\w.-]*\\.(?:ya?ml|properties)|logback[\\w.-]*\\.xml|log4j2?[\\w.-]*\\.xml");
    private static final Pattern MAKEFILE = Pattern.compile("(?i)(?:gnu)?makefile(?:\\..*)?|.*\\.mk");
    private static final Pattern TEMPLATE = Pattern.compile("(?i).*\\.(?:template|tmpl|tpl|envsubst|conf|cfg|ini)");

    /** Much of what is written speaks of an environment in general, or of an envelope; what is found takes one of these. */
    private static final Marks SCRIPT_MARKS = new Marks(
            List.of("env", "onfigService"),
            List.of("onfigService", "ProcessEnv", "createEnv", "cleanEnv", "alidationSchema"),
            List.of("env"));

    private static final Search SHELL = new ShellSearch();
    private static final Search SCRIPT = script(text -> new ScriptLexer(text, true).streams());
    private static final Search TYPED = script(text -> new ScriptLexer(text, false).streams());
    private static final Search MARKUP = script(text -> new ScriptLexer(Islands.SCRIPTS.of(text), false).streams());
    private static final Search PYTHON = new CodeSearch(
            List.of(
                    "environ",
                    "getenv",
                    "Settings",
                    "EnvConfig",
                    "decouple",
                    "environs",
                    "envvar",
                    "ynaconf",
                    "starlette"),
            lexer(Dialect.PYTHON),
            Idiom.PYTHON,
            new PythonCustom());
    private static final Search GO =
            new CodeSearch(List.of("env", "Env", "viper"), lexer(Dialect.GO), Idiom.GO, new GoCustom());
    private static final List<String> JVM = List.of("env", "Env", "@Value", ":Value", "ConfigProperty");
    private static final Search JAVA = new CodeSearch(JVM, lexer(Dialect.JAVA), Idiom.JAVA, new JvmCustom());
    private static final Search KOTLIN = new CodeSearch(JVM, lexer(Dialect.KOTLIN), Idiom.JAVA, new JvmCustom());
    private static final Search SCALA = new CodeSearch(JVM, lexer(Dialect.SCALA), Idiom.SCALA, new JvmCustom());
    private static final Search GROOVY = new CodeSearch(JVM, lexer(Dialect.GROOVY), Idiom.GROOVY, new JvmCustom());
    private static final Search RUBY =
            new CodeSearch(List.of("ENV"), text -> new RubyLexer(text).streams(), Idiom.RUBY, Custom.NONE);
    private static final Search ERB = new CodeSearch(
            List.of("ENV"), text -> new RubyLexer(Islands.ERB.of(text)).streams(), Idiom.RUBY, Custom.NONE);
    private static final Search PHP = new CodeSearch(
            List.of("env", "_ENV", "_SERVER", "Env"), text -> new PhpLexer(text).streams(), Idiom.PHP, new PhpCustom());
    private static final Search RUST =
            new CodeSearch(List.of("env", "Environment"), lexer(Dialect.RUST), Idiom.RUST, new RustCustom());
    private static final List<String> NET = List.of("Environment", "onfig", "GetConnectionString");
    private static final Search CSHARP = new CodeSearch(NET, lexer(Dialect.CSHARP), Idiom.CSHARP, new DotnetCustom());
    private static final Search FSHARP = new CodeSearch(NET, lexer(Dialect.FSHARP), Idiom.CSHARP, new DotnetCustom());
    private static final Search BASIC = new CodeSearch(NET, lexer(Dialect.BASIC), Idiom.CSHARP, new DotnetCustom());
    private static final Search SWIFT = new CodeSearch(
            List.of("environment", "getenv", "Environment"), lexer(Dialect.SWIFT), Idiom.SWIFT, Custom.NONE);
    private static final Search DART =
            new CodeSearch(List.of("nvironment", "dotenv"), lexer(Dialect.DART), Idiom.DART, Custom.NONE);
    private static final Search C =
            new CodeSearch(List.of("getenv", "nvironmentVariable"), lexer(Dialect.C_FAMILY), Idiom.C, Custom.NONE);
    private static final Search ELIXIR = new CodeSearch(
            List.of("env", ":system"), text -> new ElixirLexer(text).streams(), Idiom.ELIXIR, new BeamCustom());
    private static final Search LUA = new CodeSearch(List.of("getenv"), lexer(Dialect.LUA), Idiom.LUA, Custom.NONE);
    private static final Search PERL =
            new CodeSearch(List.of("ENV"), text -> new PerlLexer(text).streams(), Idiom.PERL, Custom.NONE);
    private static final Search PRISMA =
            new CodeSearch(List.of("env("), lexer(Dialect.PRISMA), Idiom.PRISMA, Custom.NONE);
    private static final Search SPRING_TEXT = new TextSearch(Placeholders.Form.COLON);
    private static final Search SHELL_TEXT = new TextSearch(Placeholders.Form.SHELL);
    private static final Search YAML_OF_RUBY = both(SHELL_TEXT, ERB);

    private static final Map<String, Search> CODE = Map.ofEntries(
            Map.entry("js", SCRIPT),
            Map.entry("jsx", SCRIPT),
            Map.entry("mjs", SCRIPT),
            Map.entry("cjs", SCRIPT),
            Map.entry("tsx", SCRIPT),
            Map.entry("ts", TYPED),
            Map.entry("mts", TYPED),
            Map.entry("cts", TYPED),
            Map.entry("vue", MARKUP),
            Map.entry("svelte", MARKUP),
            Map.entry("astro", MARKUP),
            Map.entry("py", PYTHON),
            Map.entry("go", GO),
            Map.entry("java", JAVA),
            Map.entry("kt", KOTLIN),
            Map.entry("kts", KOTLIN),
            Map.entry("scala", SCALA),
            Map.entry("sc", SCALA),
            Map.entry("groovy", GROOVY),
            Map.entry("gradle", GROOVY),
            Map.entry("rb", RUBY),
            Map.entry("ru", RUBY),
            Map.entry("rake", RUBY),
            Map.entry("erb", ERB),
            Map.entry("php", PHP),
            Map.entry("rs", RUST),
            Map.entry("cs", CSHARP),
            Map.entry("cshtml", CSHARP),
            Map.entry("fs", FSHARP),
            Map.entry("vb", BASIC),
            Map.entry("swift", SWIFT),
            Map.entry("dart", DART),
            Map.entry("c", C),
            Map.entry("h", C),
            Map.entry("cc", C),
            Map.entry("cpp", C),
            Map.entry("cxx", C),
            Map.entry("hpp", C),
            Map.entry("m", C),
            Map.entry("mm", C),
            Map.entry("ex", ELIXIR),
            Map.entry("exs", ELIXIR),
            Map.entry("lua", LUA),
            Map.entry("pl", PERL),
            Map.entry("pm", PERL),
            Map.entry("prisma", PRISMA));
    private static final Map<String, Search> TOOLS =
            Map.of("sh", SHELL, "bash", SHELL, "zsh", SHELL, "ksh", SHELL, "xml", SHELL_TEXT, "toml", SHELL_TEXT);
    private static final Map<String, Search> NAMED = Map.of(
            "Rakefile",
            RUBY,
            "Gemfile",
            RUBY,
            "Guardfile",
            RUBY,
            "Capfile",
            RUBY,
            "Procfile",
            SHELL,
            "Jenkinsfile",
            GROOVY,
            "artisan",
            PHP,
            "cpanfile",
            PERL);

    private static Search script(Function<String, List<Tokens>> lexer) {
        return new CodeSearch(SCRIPT_MARKS, lexer, Idiom.JAVASCRIPT, new ScriptCustom());
    }

    private static Function<String, List<Tokens>> lexer(Dialect dialect) {
        return text -> new Lexer(dialect, text).streams();
    }

    private static Search both(Search first, Search second) {
        return new Search() {
            @Override
            public void in(Scan scan) {
                first.in(scan);
                second.in(scan);
            }

            @Override
            public List<Tokens> code(String text) {
                return first.code(text);
            }
        };
    }

    /** Whether an image is built from the directory that a file of this name lies in. */
    static boolean isImage(String file) {
        return DOCKERFILE.matcher(file).matches();
    }

    /** The sort of a file that is searched; empty for all others. */
    static Optional<Kind> of(String file) {
        int dot = file.lastIndexOf('.');
        String extension = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (CODE.containsKey(extension)) {
            return code(CODE.get(extension));
        }
        if (NAMED.containsKey(file)) {
            return NAMED.get(file) == SHELL || file.equals("Jenkinsfile")
                    ? tool(NAMED.get(file))
                    : code(NAMED.get(file));
        }
        return TOOLS.containsKey(extension) && !SPRING.matcher(file).matches()
                ? tool(TOOLS.get(extension))
                : text(file, extension);
    }

    private static Optional<Kind> text(String file, String extension) {
        if (SPRING.matcher(file).matches()) {
            return code(SPRING_TEXT);
        }
        if (extension.equals("yml") || extension.equals("yaml")) {
            return COMPOSE.matcher(file).matches() ? tool(SHELL_TEXT) : Optional.of(new Kind(YAML_OF_RUBY, false));
        }
        if (extension.equals("properties")) {
            return code(SPRING_TEXT);
        }
        if (DOCKERFILE.matcher(file).matches()) {
            return tool(new DockerSearch());
        }
        if (MAKEFILE.matcher(file).matches()) {
            return tool(new MakeSearch());
        }
        return TEMPLATE.matcher(file).matches() ? tool(SHELL_TEXT) : Optional.empty();
    }

    private static Optional<Kind> code(Search search) {
        return Optional.of(new Kind(search, false));
    }

    private static Optional<Kind> tool(Search search) {
        return Optional.of(new Kind(search, true));
    }
}
