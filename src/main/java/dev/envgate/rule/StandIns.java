package dev.envgate.rule;

import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Names that a container is given in the place of another one: the parts of an address, the address of parts, or where the secret is that
 * holds it, or all secrets. {@code DATABASE_URL} is made of {@code DB_HOST} and {@code DB_PASSWORD}; {@code DB_PASSWORD} is in {@code DB_SECRET_ARN}.
 */
final class StandIns {
    private static final int SHOWN = 3;
    private static final Set<String> DATABASES = Set.of(
            "database",
            "datasource",
            "db",
            "mariadb",
            "mysql",
            "pg",
            "postgres",
            "postgresql",
            "rds",
            "sql",
            "sqlserver");
    private static final Set<String> NOISE =
            Set.of("app", "application", "conn", "connection", "main", "primary", "spring");
    private static final Set<String> WHOLE = Set.of("dsn", "uri", "url");
    private static final Set<String> HOST = Set.of("address", "endpoint", "host", "hostname", "server");
    private static final Set<String> PASSWORD =
            Set.of("auth", "credentials", "pass", "passwd", "password", "pwd", "secret", "token");
    private static final Set<String> LOGIN = Set.of("pass", "passwd", "password", "pwd");
    private static final Set<String> CONNECTIONS = Set.of(
            "amqp",
            "broker",
            "cache",
            "clickhouse",
            "db",
            "elasticsearch",
            "email",
            "ldap",
            "mail",
            "mongo",
            "mongodb",
            "opensearch",
            "rabbitmq",
            "redis",
            "sftp",
            "smtp");
    private static final Set<String> OTHER = Set.of("database", "db", "dbname", "name", "port", "user", "username");
    private static final Set<String> STORE = Set.of("secret", "secrets", "secretsmanager", "ssm", "parameters");
    private static final Set<String> STORE_NOISE = Set.of(
            "app", "application", "aws", "config", "env", "environment", "manager", "parameter", "service", "store");
    private static final Set<String> STORE_POINTER = Set.of("arn", "id", "name", "path", "prefix");
    private static final Set<String> POINTER = Set.of("arn", "id", "name", "param", "parameter", "path", "file");

    /** What a name is about and which part of it: {@code DB_HOST} is the host of the database. */
    private record Part(Set<String> about, String what) {
        static Part of(Name name) {
            List<String> words = NameWords.of(parted(name.text()));
            if (words.size() < 2) {
                return new Part(Set.of(), words.isEmpty() ? "" : words.getLast());
            }
            Set<String> about = new TreeSet<>();
            words.subList(0, words.size() - 1).stream()
                    .filter(word -> !NOISE.contains(word))
                    .map(word -> DATABASES.contains(word) ? "db" : word)
                    .forEach(about::add);
            return new Part(about, words.getLast());
        }

        /** {@code PGHOST} is the host of a database. */
        private static String parted(String text) {
            boolean runTogether = text.startsWith("PG") && text.length() > 2 && Character.isUpperCase(text.charAt(2));
            return runTogether ? "PG_" + text.substring(2) : text;
        }

        boolean sameAs(Part other) {
            return !about.isEmpty() && about.equals(other.about);
        }

        /** Whether an address can hold it; a password only where addresses have one: {@code NEXTAUTH_SECRET} is not in {@code NEXTAUTH_URL}. */
        boolean isPart() {
            boolean password = LOGIN.contains(what) && about.stream().anyMatch(CONNECTIONS::contains);
            return password || HOST.contains(what) || OTHER.contains(what);
        }

        /** Whether it says where the secret of the other one is. */
        boolean pointsTo(Part other) {
            Set<String> left = new TreeSet<>(about);
            boolean secret = left.removeAll(Set.of("secret", "secrets", "credentials"));
            return secret && POINTER.contains(what) && !left.isEmpty() && left.equals(other.about);
        }
    }

    private final Map<Name, Part> given = new TreeMap<>();

    StandIns(Collection<Name> given) {
        given.forEach(name -> this.given.put(name, Part.of(name)));
    }

    /** The names that stand in for a name; none when they do not make it up. */
    List<Name> of(Name name) {
        Part wanted = Part.of(name);
        List<Name> pointers = among((each, part) -> pointer(each, name) || part.pointsTo(wanted));
        if (!pointers.isEmpty()) {
            return pointers;
        }
        if (WHOLE.contains(wanted.what())) {
            return parts(wanted);
        }
        return wanted.isPart() ? among((_, whole) -> WHOLE.contains(whole.what()) && whole.sameAs(wanted)) : List.of();
    }

    /** Where all secrets of the application are, for one that fetches them itself when it starts: {@code SECRETS_MANAGER_SECRET_ID}. */
    List<Name> stores() {
        return given.keySet().stream()
                .filter(name -> store(NameWords.of(name.text())))
                .limit(1)
                .toList();
    }

    private static boolean store(List<String> words) {
        return words.size() > 1
                && STORE_POINTER.contains(words.getLast())
                && words.stream().anyMatch(STORE::contains)
                && words.subList(0, words.size() - 1).stream()
                        .allMatch(word -> STORE.contains(word) || STORE_NOISE.contains(word))
                && !words.equals(List.of("secret", "id"));
    }

    /** {@code OPENAI_API_KEY_SECRET_ARN} for {@code OPENAI_API_KEY}; {@code JWT_KEY_ID} is another thing than {@code JWT_KEY}. */
    private static boolean pointer(Name each, Name name) {
        String longer = name.text() + "_";
        List<String> words =
                each.text().startsWith(longer) ? NameWords.of(each.text().substring(longer.length())) : List.of();
        boolean plain = words.size() == 1 && Set.of("id", "name").contains(words.getFirst());
        return !words.isEmpty()
                && words.size() < 4
                && POINTER.contains(words.getLast())
                && (!plain || name.text().toUpperCase(Locale.ROOT).endsWith("SECRET"));
    }

    /** A host makes an address; with a database a password has to go along. */
    private List<Name> parts(Part wanted) {
        List<Name> hosts = among((_, part) -> HOST.contains(part.what()) && part.sameAs(wanted));
        List<Name> passwords = among((_, part) -> PASSWORD.contains(part.what()) && part.sameAs(wanted));
        boolean enough =
                !hosts.isEmpty() && (!passwords.isEmpty() || !wanted.about().contains("db"));
        return enough
                ? Stream.concat(hosts.stream().limit(1), passwords.stream().limit(1))
                        .toList()
                : List.of();
    }

    private List<Name> among(BiPredicate<Name, Part> wanted) {
        return given.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .limit(SHOWN)
                .toList();
    }
}
