package dev.envgate.dotenv;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classes of names that are normally absent from a task definition, whatever their value. */
final class LocalNames {
    /** A name, or with {@code *} at its end the beginning of names; {@code because} is half a sentence that can follow "because". */
    private record Form(String pattern, String because) {
        boolean matches(String name) {
            return pattern.endsWith("*")
                    ? name.regionMatches(0, pattern, 0, pattern.length() - 1)
                    : name.equals(pattern);
        }
    }

    private static final String BUILD = "the front end reads it while it is built";
    private static final String COMPOSE = "it belongs to Docker and Compose on a laptop";
    private static final String DATABASE = "it sets up the container of a local database";
    private static final String DEBUG = "it switches debugging on";
    private static final String EMULATOR = "it belongs to an emulator or a local stand-in";
    private static final String MAIL = "it belongs to a local mail catcher";
    private static final String REGION = "tasks commonly take the region from where they run";
    private static final String ROLE = "the role of the task takes the place of AWS keys and profiles";
    private static final String SEED = "it seeds a new database";
    private static final String TERRAFORM = "it is an input of Terraform";
    private static final String UPLOAD = "it is for uploads while the application is built";
    private static final String TEST = "it is read by tests or by continuous integration";

    private static final List<Form> FORMS = List.of(
            new Form("ADMINER_*", EMULATOR),
            new Form("AWS_ACCESS_KEY_ID", ROLE),
            new Form("AWS_CONFIG_FILE", ROLE),
            new Form("AWS_DEFAULT_REGION", REGION),
            new Form("AWS_ENDPOINT_URL*", EMULATOR),
            new Form("AWS_PROFILE", ROLE),
            new Form("AWS_REGION", REGION),
            new Form("AWS_SECRET_ACCESS_KEY", ROLE),
            new Form("AWS_SESSION_TOKEN", ROLE),
            new Form("AWS_SHARED_CREDENTIALS_FILE", ROLE),
            new Form("AZURITE_*", EMULATOR),
            new Form("CI", TEST),
            new Form("CI_*", TEST),
            new Form("CODECOV_*", TEST),
            new Form("COMPOSE_*", COMPOSE),
            new Form("CYPRESS_*", TEST),
            new Form("DEBUG", DEBUG),
            new Form("DEFAULT_ADMIN_*", SEED),
            new Form("DJANGO_SUPERUSER_*", SEED),
            new Form("DOCKER_BUILDKIT", COMPOSE),
            new Form("DOCKER_DEFAULT_PLATFORM", COMPOSE),
            new Form("DOCKER_HOST", COMPOSE),
            new Form("DYNAMODB_ENDPOINT*", EMULATOR),
            new Form("E2E_*", TEST),
            new Form("EXPO_PUBLIC_*", BUILD),
            new Form("FIRST_SUPERUSER*", SEED),
            new Form("GATSBY_*", BUILD),
            new Form("INITIAL_ADMIN_*", SEED),
            new Form("LOCALSTACK_*", EMULATOR),
            new Form("MAILCATCHER_*", MAIL),
            new Form("MAILHOG*", MAIL),
            new Form("MAILPIT*", MAIL),
            new Form("MINIO_*", EMULATOR),
            new Form("MONGO_INITDB_*", DATABASE),
            new Form("MONGO_ROOT_*", DATABASE),
            new Form("MYSQL_ROOT_*", DATABASE),
            new Form("NEXT_PUBLIC_*", BUILD),
            new Form("NGROK_*", EMULATOR),
            new Form("NUXT_PUBLIC_*", BUILD),
            new Form("PGADMIN_*", DATABASE),
            new Form("PLAYWRIGHT_BASE_URL", TEST),
            new Form("PLAYWRIGHT_BROWSERS_PATH", TEST),
            new Form("PLAYWRIGHT_TEST_*", TEST),
            new Form("POSTGRES_INITDB_ARGS", DATABASE),
            new Form("POSTGRES_MULTIPLE_DATABASES", DATABASE),
            new Form("REACT_APP_*", BUILD),
            new Form("SEED_*", SEED),
            new Form("SENTRY_AUTH_TOKEN", UPLOAD),
            new Form("SENTRY_ORG", UPLOAD),
            new Form("SENTRY_PROJECT", UPLOAD),
            new Form("TEST_*", TEST),
            new Form("TF_VAR_*", TERRAFORM),
            new Form("VITE_*", BUILD),
            new Form("VUE_APP_*", BUILD));

    /** Both together make the first user of a new database; one of them alone may be anything. */
    private static final Set<String> FIRST_USER = Set.of("ADMIN_EMAIL", "ADMIN_PASSWORD");

    private static final List<String> DATABASES = List.of("MARIADB_", "MYSQL_", "POSTGRES_");
    private static final Set<String> SETS_UP = Set.of("DATABASE", "DB", "PASSWORD", "USER");
    private static final List<String> CONNECTS = List.of("HOST", "HOSTNAME", "PORT", "SERVER", "URI", "URL");

    private LocalNames() {}

    /**
     * Why a name is local, if it is.
     *
     * @param beside all names of the same file: {@code POSTGRES_PASSWORD} beside {@code POSTGRES_HOST} is what the application itself
     *     connects with, and not local
     */
    static Optional<String> because(String name, Set<String> beside) {
        return FORMS.stream()
                .filter(form -> form.matches(name))
                .map(Form::because)
                .findFirst()
                .or(() -> FIRST_USER.contains(name) && beside.containsAll(FIRST_USER)
                        ? Optional.of(SEED)
                        : Optional.empty())
                .or(() -> DATABASES.stream()
                        .filter(prefix -> setsUp(name, prefix) && !connects(prefix, beside))
                        .map(prefix -> DATABASE)
                        .findFirst());
    }

    private static boolean setsUp(String name, String prefix) {
        return name.startsWith(prefix) && SETS_UP.contains(name.substring(prefix.length()));
    }

    private static boolean connects(String prefix, Set<String> beside) {
        return CONNECTS.stream().anyMatch(last -> beside.contains(prefix + last));
    }

    /** Whether what it holds ends up in the browser of every visitor, so that it cannot be a secret. */
    static boolean isPublic(String name) {
        return FORMS.stream().anyMatch(form -> form.because().equals(BUILD) && form.matches(name));
    }
}
