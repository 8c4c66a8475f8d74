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

    private static final Pattern COMPOSER = Pattern.compile("(?i)composer\\.json");

    /** Words that say what a key is and not whose. */
    private static final Set<String> COMMON = Set.of(
            "access",
            "account",
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

    /** Words of libraries that are handed what they need. In PHP their configuration comes with them, and reads it. */
    private static final Set<String> HANDED =
            Set.of("jwt", "mongo", "mongodb", "mysql", "postgres", "postgresql", "rabbitmq", "redis", "smtp", "stripe");

    /** Words that are too short to be looked for, or that the library does not go by. */
    private static final Map<String, List<String>> KNOWN_AS = Map.of(
            "dd", List.of("datadog", "ddtrace"),
            "hf", List.of("huggingface", "transformers", "diffusers"),
            "nr", List.of("newrelic"),
            "pg", List.of("pg", "postgres", "psycopg"),
            "pgpassword", List.of("pg", "postgres", "psycopg"),
            "co", List.of("cohere"),
            "gemini", List.of("genai", "generativeai", "gemini"),
            "google", List.of("genai", "generativeai", "google"));

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
        return IMPORTED.matcher(name).matches()
                || STARTED.matcher(name).matches()
                || COMPOSER.matcher(name).matches();
    }

    void add(Path file, String text) {
        String name = String.valueOf(file.getFileName());
        List<String> texts = COMPOSER.matcher(name).matches()
                ? ofPhp
                : IMPORTED.matcher(name).matches() ? imported : started;
        texts.add(squeezed(text));
        if (name.equals("package.json")) {
            ofNode.add(squeezed(text));
        }
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** Whether a library may read the name; of a name that says nothing but that it is a key, any framework may. */
    boolean mayRead(Name name) {
        List<String> telling = NameWords.of(name.text()).stream()
                .filter(word -> !COMMON.contains(word))
                .toList();
        return telling.isEmpty() || telling.stream().anyMatch(this::used);
    }

    private boolean used(String word) {
        return KNOWN_AS.getOrDefault(word, word.length() < SHORTEST ? List.of() : List.of(word)).stream()
                .anyMatch(each -> holds(ofPhp, each) || (!HANDED.contains(word) && ofOthers(each)));
    }

    /** A library that is named twice may be started by what stands beside it: {@code node -r dd-trace/init}. */
    private boolean ofOthers(String word) {
        boolean twice = ofNode.stream().anyMatch(text -> text.indexOf(word) != text.lastIndexOf(word));
        return holds(started, word) || twice || (holds(imported, word) && asked.computeIfAbsent(word, inCode::test));
    }

    private static boolean holds(List<String> texts, String word) {
        return texts.stream().anyMatch(text -> text.contains(word));
    }
}
