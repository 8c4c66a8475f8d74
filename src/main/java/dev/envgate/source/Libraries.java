package dev.envgate.source;

import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The libraries that a repository says it uses. Many a client reads its key from the environment by itself ({@code OPENAI_API_KEY}), so
 * that the name stands nowhere in the code: where a word of the name is one of a library's, nobody can say that nothing reads it.
 */
final class Libraries {
    /** Of languages in which a library does nothing before code imports it. */
    private static final Pattern IMPORTED = Pattern.compile(
            "(?i)package\\.json|[\\w.-]*requirements[\\w.-]*\\.(?:txt|in)|pyproject\\.toml|setup\\.(?:py|cfg)|Pipfile|environment\\.ya?ml|go\\.mod|Cargo\\.toml|pubspec\\.yaml|deno\\.jsonc?|cpanfile|Package\\.swift");
    /** Of languages in which what is there may start by itself; and how the program is started. */
    private static final Pattern STARTED = Pattern.compile(
            "(?i)Gemfile|[\\w.-]+\\.gemspec|pom\\.xml|[\\w.-]*\\.gradle(?:\\.kts)?|libs\\.versions\\.toml|[\\w.-]+\\.(?:cs|fs|vb)proj|Directory\\.Packages\\.props|mix\\.exs|build\\.sbt|Procfile|(?:docker|container)file.*|.*\\.(?:docker|container)file");

    /** {@code requirements/prod.txt}. */
    private static final Pattern REQUIREMENTS = Pattern.compile("(?i).+\\.(?:txt|in)");

    private static final Pattern IMAGE =
            Pattern.compile("(?i)(?:docker|container)file.*|.*\\.(?:docker|container)file");

    /** Files of the repository that an image takes, and where it puts them: directories, and no libraries. */
    private static final Pattern TAKEN = Pattern.compile(
            "(?im)^[ \\t]*+(?:(?:COPY|ADD)(?![^\\n]*--from=[^\\s/:]*[/:])|WORKDIR|EXPOSE|LABEL|#)[^\\n\\\\]*(?:\\\\\\r?\\n[^\\n\\\\]*)*+");

    /** What a list says of the code beside it: its own name. */
    private static final Pattern OWN_NAME =
            Pattern.compile("(?m)^(?:module[ \\t].*|name[ \\t]*=.*|[ \\t]*\"name\"[ \\t]*:[ \\t]*\"[^\"\\n]*\")");

    private static final Pattern COMPOSER = Pattern.compile("(?i)composer\\.json");

    /** Words that say what a key is and not whose. */
    private static final Set<String> COMMON = Set.of(
            "access",
            "account",
            "admin",
            "api",
            "app",
            "application",
            "auth",
            "base",
            "client",
            "credentials",
            "dsn",
            "id",
            "key",
            "keys",
            "master",
            "pass",
            "passphrase",
            "passwd",
            "password",
            "pin",
            "private",
            "prod",
            "production",
            "public",
            "pwd",
            "secret",
            "secrets",
            "security",
            "server",
            "service",
            "signing",
            "test",
            "token",
            "uri",
            "url",
            "user",
            "username",
            "web",
            "webhook");

    /** Words of libraries that are handed what they need where code imports them. Elsewhere what comes with them reads it. */
    private static final Set<String> HANDED =
            Set.of("jwt", "mongo", "mongodb", "mysql", "postgres", "postgresql", "rabbitmq", "redis", "smtp", "stripe");

    private static final List<String> OF_HUGGING_FACE =
            List.of("huggingface", "transformers", "diffusers", "vllm", "datasets", "peft", "pyannote");

    /** Words that are too short to be looked for, or that the library does not go by. */
    private static final Map<String, List<String>> KNOWN_AS = Map.ofEntries(
            Map.entry("aws", List.of("aws", "boto")),
            Map.entry("dd", List.of("datadog", "ddtrace")),
            Map.entry("hf", OF_HUGGING_FACE),
            Map.entry("hugging", OF_HUGGING_FACE),
            Map.entry("huggingface", OF_HUGGING_FACE),
            Map.entry("nr", List.of("newrelic")),
            Map.entry("pg", List.of("pg", "postgres", "psycopg")),
            Map.entry("pgpassword", List.of("pg", "postgres", "psycopg")),
            Map.entry("co", List.of("cohere")),
            Map.entry("gemini", List.of("genai", "generativeai", "gemini")),
            Map.entry("google", List.of("genai", "generativeai", "google")));

    /** Libraries that call many others' interfaces, and read the key of whichever they are told to. */
    private static final Set<String> MANY =
            Set.of("autogen", "crewai", "dspy", "haystack", "litellm", "llamaindex", "mem0", "pydanticai");

    /** Likewise, but what calls one of them is a library of its own, which is listed as well. */
    private static final String SPLIT = "langchain";

    private static final Set<String> KEY_OF_AN_INTERFACE = Set.of("api", "key");

    private static final int SHORTEST = 3;

    private final List<String> imported = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private final List<String> ofNode = new ArrayList<>();
    private final List<String> ofPhp = new ArrayList<>();
    private final Predicate<String> inCode;
    private final Map<String, Boolean> asked = new HashMap<>();

    /** @param inCode whether a word in small letters stands anywhere in the code, in whatever letters */
    Libraries(Predicate<String> inCode) {
        this.inCode = inCode;
    }

    static boolean mayList(Path file) {
        String name = String.valueOf(file.getFileName());
        return isImported(file)
                || STARTED.matcher(name).matches()
                || COMPOSER.matcher(name).matches();
    }

    private static boolean isImported(Path file) {
        String name = String.valueOf(file.getFileName());
        return IMPORTED.matcher(name).matches()
                || (file.getNameCount() > 1
                        && file.getName(file.getNameCount() - 2).toString().equals("requirements")
                        && REQUIREMENTS.matcher(name).matches());
    }

    void add(Path file, String text) {
        String name = String.valueOf(file.getFileName());
        List<String> texts = COMPOSER.matcher(name).matches() ? ofPhp : isImported(file) ? imported : started;
        String listed = squeezed(
                (IMAGE.matcher(name).matches() ? TAKEN : OWN_NAME).matcher(text).replaceAll(""));
        texts.add(listed);
        if (name.equals("package.json")) {
            ofNode.add(listed);
        }
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** Whether a library may read the name; of a name that says nothing but that it is a key, any framework may. */
    boolean mayRead(Name name) {
        List<String> words = NameWords.of(name.text());
        List<String> telling =
                words.stream().filter(word -> !COMMON.contains(word)).toList();
        return telling.isEmpty()
                || telling.stream().anyMatch(this::used)
                || (words.containsAll(KEY_OF_AN_INTERFACE)
                        && (MANY.stream().anyMatch(this::isListed)
                                || (isListed(SPLIT) && telling.stream().anyMatch(this::isNamed))));
    }

    private boolean isNamed(String word) {
        return KNOWN_AS.getOrDefault(word, List.of(word)).stream()
                .anyMatch(each -> isListed(each) || asked.computeIfAbsent(each, inCode::test));
    }

    private boolean isListed(String word) {
        return holds(imported, word) || holds(started, word);
    }

    private boolean used(String word) {
        return KNOWN_AS.getOrDefault(word, word.length() < SHORTEST ? List.of() : List.of(word)).stream()
                .anyMatch(each ->
                        holds(ofPhp, each) || holds(started, each) || (!HANDED.contains(word) && isImported(each)));
    }

    /** A library that is named twice may be started by what stands beside it: {@code node -r dd-trace/init}. */
    private boolean isImported(String word) {
        boolean twice = ofNode.stream().anyMatch(text -> text.indexOf(word) != text.lastIndexOf(word));
        return twice || (holds(imported, word) && asked.computeIfAbsent(word, inCode::test));
    }

    private static boolean holds(List<String> texts, String word) {
        return texts.stream().anyMatch(text -> text.contains(word));
    }
}
