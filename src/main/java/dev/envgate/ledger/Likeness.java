package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether words, of a name or of a placeholder, speak of a secret. The last words decide: {@code API_KEY} is one, {@code API_KEY_URL}
 * and {@code MAX_TOKENS} are not.
 */
public enum Likeness {
    SECRET,
    SETTING,
    /** Nothing in the words speaks for either. */
    OPEN;

    /** Last words that name a secret whatever stands before them, but for the pairs of {@link #NOT_SECRET}. */
    private static final Set<String> SECRET_WORDS = Set.of(
            "accesskey",
            "accesstoken",
            "apikey",
            "apitoken",
            "authtoken",
            "clientsecret",
            "cred",
            "credential",
            "credentials",
            "creds",
            "htpasswd",
            "key",
            "masterkey",
            "pass",
            "passcode",
            "passphrase",
            "passwd",
            "password",
            "passwords",
            "pat",
            "pepper",
            "privatekey",
            "psk",
            "pw",
            "pwd",
            "salt",
            "secret",
            "secretkey",
            "secrets",
            "signingkey",
            "token");

    /** Ends of a last word that is written without signs: {@code PGPASSWORD}, {@code CLIENTSECRET}. */
    private static final List<String> RUN_TOGETHER =
            List.of("apikey", "passphrase", "passwd", "password", "secret", "token");

    /** Plurals that name secrets only after one of {@link #OF_SECRETS}. */
    private static final Set<String> PLURALS = Set.of("keys", "tokens");

    private static final Set<String> OF_SECRETS = Set.of(
            "access",
            "api",
            "auth",
            "bearer",
            "client",
            "cookie",
            "encryption",
            "private",
            "refresh",
            "secret",
            "service",
            "session",
            "signing");

    /** The last two words of names that only look like a secret's. */
    private static final Set<String> NOT_SECRET = Set.of(
            "anon key",
            "application credentials",
            "bos token",
            "bucket key",
            "by key",
            "cache key",
            "check password",
            "column key",
            "dedupe key",
            "eos token",
            "foreign key",
            "group key",
            "header key",
            "hot key",
            "idempotency key",
            "index key",
            "kms key",
            "lookup key",
            "max token",
            "min token",
            "object key",
            "pad token",
            "partition key",
            "per token",
            "primary key",
            "project key",
            "public key",
            "publishable key",
            "queue key",
            "range key",
            "row key",
            "s3 key",
            "site key",
            "sort key",
            "stop token",
            "topic key",
            "translation key",
            "valid key");

    /** Ends of names that are secrets although their last word alone is not. */
    private static final List<String> SECRET_ENDS = List.of(
            "bearer token bedrock",
            "connection string",
            "credentials json",
            "discord webhook url",
            "key base",
            "redis auth",
            "service account json",
            "slack webhook",
            "slack webhook url",
            "teams webhook url");

    /** First words of switches and of limits. */
    private static final Set<String> SWITCHES = Set.of(
            "allow",
            "disable",
            "enable",
            "enforce",
            "generate",
            "has",
            "is",
            "load",
            "max",
            "min",
            "num",
            "require",
            "rotate",
            "show",
            "skip",
            "use",
            "validate");

    /** Words at the end that say which one of several it is, and nothing about what it is. */
    private static final Set<String> MARKS = Set.of(
            "b64",
            "base64",
            "content",
            "contents",
            "current",
            "default",
            "dev",
            "development",
            "example",
            "hex",
            "live",
            "local",
            "new",
            "next",
            "old",
            "pem",
            "prev",
            "previous",
            "prod",
            "production",
            "sandbox",
            "secondary",
            "staging",
            "test",
            "value");

    /** Last words of plain settings. */
    private static final Set<String> SETTING_WORDS = Set.of(
            "account",
            "address",
            "algorithm",
            "arn",
            "audience",
            "author",
            "backend",
            "bucket",
            "bytes",
            "class",
            "cluster",
            "count",
            "country",
            "currency",
            "database",
            "date",
            "days",
            "db",
            "dir",
            "directory",
            "disabled",
            "domain",
            "domains",
            "dsn",
            "email",
            "emails",
            "enabled",
            "endpoint",
            "env",
            "environment",
            "expiration",
            "expires",
            "expiry",
            "file",
            "folder",
            "format",
            "from",
            "group",
            "header",
            "host",
            "hostname",
            "hosts",
            "hours",
            "href",
            "id",
            "ids",
            "image",
            "index",
            "interval",
            "issuer",
            "lang",
            "language",
            "length",
            "level",
            "lifetime",
            "limit",
            "link",
            "locale",
            "location",
            "login",
            "max",
            "method",
            "min",
            "minutes",
            "mode",
            "model",
            "ms",
            "name",
            "names",
            "namespace",
            "number",
            "org",
            "organization",
            "origin",
            "origins",
            "owner",
            "path",
            "phone",
            "policy",
            "port",
            "prefix",
            "profile",
            "project",
            "protocol",
            "provider",
            "queue",
            "realm",
            "recipient",
            "recipients",
            "region",
            "regions",
            "release",
            "repo",
            "repository",
            "role",
            "schema",
            "scheme",
            "scope",
            "scopes",
            "seconds",
            "sender",
            "server",
            "service",
            "site",
            "size",
            "slug",
            "stage",
            "subdomain",
            "subject",
            "suffix",
            "table",
            "tag",
            "team",
            "tenant",
            "timeout",
            "timezone",
            "title",
            "to",
            "topic",
            "ttl",
            "type",
            "tz",
            "uri",
            "url",
            "urls",
            "user",
            "username",
            "users",
            "uuid",
            "vault",
            "version",
            "workspace",
            "zone");

    public static Likeness of(List<String> words) {
        List<String> core = withoutMarks(words);
        if (core.isEmpty()) {
            return OPEN;
        }
        if (secretEnd(core).isPresent() || (speaksOfSecret(core) && !isSwitch(core))) {
            return SECRET;
        }
        return speaksOfSetting(core) ? SETTING : OPEN;
    }

    /** Words without those at the end that mark one of several, nor numbers. */
    static List<String> withoutMarks(List<String> words) {
        int end = words.size();
        while (end > 1 && (MARKS.contains(words.get(end - 1)) || isNumber(words.get(end - 1)))) {
            end--;
        }
        return words.subList(0, end);
    }

    private static boolean isNumber(String word) {
        return word.matches("v?[0-9]+");
    }

    private static Optional<String> secretEnd(List<String> words) {
        String all = " " + String.join(" ", words);
        return SECRET_ENDS.stream().filter(end -> all.endsWith(" " + end)).findFirst();
    }

    private static boolean speaksOfSecret(List<String> words) {
        String last = words.getLast();
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        boolean workingDirectory = last.equals("pwd") && before.isEmpty();
        return (namesSecret(last) && !NOT_SECRET.contains(before + " " + last) && !workingDirectory)
                || (PLURALS.contains(last) && OF_SECRETS.contains(before));
    }

    private static boolean namesSecret(String word) {
        return SECRET_WORDS.contains(word) || RUN_TOGETHER.stream().anyMatch(word::endsWith);
    }

    /** Whether it begins as a switch does, or says right before its last word what to do with the secret. */
    private static boolean isSwitch(List<String> words) {
        return words.size() > 1
                && (SWITCHES.contains(words.getFirst()) || SWITCHES.contains(words.get(words.size() - 2)));
    }

    private static boolean speaksOfSetting(List<String> words) {
        String last = words.getLast();
        return SETTING_WORDS.contains(last) || namesSecret(last) || PLURALS.contains(last);
    }
}
