package dev.envgate.dotenv;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises values that stand for something and are not meant to be used, and those that have the form of a secret. */
final class Placeholder {
    private static final int LONGEST = 500;

    /** Words that no value has which is meant to be used. */
    private static final Set<String> WORDS =
            Set.of("changeit", "changeme", "changethis", "dummy", "placeholder", "replaceme", "yours");

    private static final Set<String> UNFINISHED = Set.of("FIXME", "TBD", "TODO");

    /** Words around the one that says what a placeholder stands for. */
    private static final Set<String> AROUND = Set.of(
            "a",
            "actual",
            "add",
            "an",
            "change",
            "changeme",
            "enter",
            "from",
            "generate",
            "generated",
            "goes",
            "here",
            "in",
            "insert",
            "long",
            "me",
            "my",
            "new",
            "placeholder",
            "production",
            "put",
            "random",
            "real",
            "replace",
            "secure",
            "set",
            "some",
            "strong",
            "super",
            "the",
            "this",
            "to",
            "value",
            "with",
            "your",
            "yours");

    private static final Pattern SIGNS = Pattern.compile(
            "(?is)<[\\p{L}][^<>]{0,80}>.*|\\[[\\p{L}_ -]{3,80}\\]|\\{\\{?[\\p{L}_ -]{3,80}\\}?\\}|__\\w{3,80}__|[*.\u2026?_-]{2,}|\u2026"
                    + "|(?:.{0,40}[^a-z])?x{3,}(?:[^a-z].{0,80})?|.{0,20}(?:\\.\\.\\.|\u2026)|.{0,40}\\*{4,}.{0,40}");
    private static final Pattern PHRASE = Pattern.compile(
            "(?i)\\b(?:(?:change|replace|set|fill|update)[ _-]?(?:me|this|it|with|in)|(?:insert|enter|paste|put|add)[ _-].{0,60}[ _-]here)(?![a-z])"
                    + "|^(?:get|generate|create)[ _-](?:an?|the|one|new|from|with)[ _-]"
                    + "|(?:^|[ _-])here$|(?:^|[@./])example\\.(?:com|org|net|edu)\\b");
    private static final Pattern CROSSES = Pattern.compile("x{3,}");
    private static final Pattern FORM_OF_SECRET = Pattern.compile(
            "(?:sk[-_]|rk_|hf_|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|xapp-|whsec_|SG\\.|AIza|npm_|pypi-|dop_v1_|shpat_|sq0|eyJhbGciOi)\\S*|-----BEGIN [A-Z ]*PRIVATE KEY.*",
            Pattern.DOTALL);
    private static final Pattern PASSWORD_IN_URL = Pattern.compile(
            "[a-zA-Z][\\w+.-]{1,30}://[^/@:\\s]{0,200}:([^/@\\s]{1,200})@([^/:?\\s]{1,200}).*", Pattern.DOTALL);
    private static final Set<String> STAND_IN_HOSTS = Set.of("host", "hostname", "server", "endpoint", "cluster");

    private final String text;

    Placeholder(Value value) {
        String whole = value.text();
        this.text = whole.substring(0, Math.min(LONGEST, whole.length())).strip();
    }

    /** Whether the value only shows what belongs there. */
    boolean isPlaceholder() {
        return SIGNS.matcher(text).matches()
                || PHRASE.matcher(text).find()
                || UNFINISHED.contains(text)
                || Words.of(text).stream().anyMatch(word -> WORDS.contains(word) || word.startsWith("your"));
    }

    /** Whether it stands for a secret: it says so, or it says nothing but that it is to be replaced. */
    boolean standsForSecret() {
        List<String> words = Words.of(text).stream()
                .filter(word -> !AROUND.contains(word) && !CROSSES.matcher(word).matches())
                .toList();
        return isPlaceholder() && (words.isEmpty() || Likeness.of(words) == Likeness.SECRET);
    }

    /** Whether it begins as the secrets of a known service do, or as a private key. */
    boolean hasFormOfSecret() {
        return FORM_OF_SECRET.matcher(text).matches();
    }

    /** Whether it is an address with a password in it, a real one of another machine or one to be replaced. */
    boolean hasPasswordInAddress() {
        var address = PASSWORD_IN_URL.matcher(text);
        return address.matches()
                && !address.group(1).startsWith("$")
                && (isShown(address.group(1)) || isElsewhere(address.group(2)));
    }

    /** Whether the password is one to be replaced. */
    private static boolean isShown(String password) {
        return new Placeholder(new Value(password, true)).isPlaceholder();
    }

    private static boolean isElsewhere(String host) {
        return (host.contains(".") && !host.matches("127\\..*|0\\.0\\.0\\.0|.*\\.internal|.*\\.local"))
                || STAND_IN_HOSTS.contains(
                        Words.of(host).isEmpty() ? "" : Words.of(host).getLast())
                || host.startsWith("<");
    }
}
