package dev.envgate.ledger;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value looks like: something to be replaced, a switch, a path, a secret. It never shows the value. */
public final class ValueLook {
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
    private static final Pattern LEFT = Pattern.compile(
            "(?i)(?:change|replace)[ _-]?(?:me|this|it)(?:[ _-](?:please|now|later|in[ _-]prod(?:uction)?))?[!.]*"
                    + "|your[_-][a-z0-9_-]{1,60}|your (?:[a-z0-9]{1,20} ){0,3}(?:key|token|secret|password|id|name|url|here)|your[a-z]{3,30}\\.(?:com|org|net|io)|todo|tbd|fixme|placeholder|x{3,}"
                    + "|(?:insert|enter|put|paste|add)[ _-].{0,60}[ _-]here|replace[ _-]with[ _-].{1,60}|<[a-z][^<>]{0,80}>");
    private static final Pattern SWITCHED_ON = Pattern.compile("(?i)true|yes|on|enabled?");
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?i)false|no|off|disabled?|none");
    private static final Pattern PATH = Pattern.compile(
            "(?:file://)?(?:~|\\.{0,2})/[\\w.@ -]+(?:/[\\w.@ -]+)*|[\\w./-]+\\.(?:json|key|p12|p8|pem|pub|crt|txt)");
    private static final Set<String> STAND_IN_HOSTS = Set.of("host", "hostname", "server", "endpoint", "cluster");

    private final String text;

    public ValueLook(String whole) {
        this.text = whole.substring(0, Math.min(LONGEST, whole.length())).strip();
    }

    /** Whether the value only shows what belongs there. */
    public boolean isPlaceholder() {
        return SIGNS.matcher(text).matches()
                || PHRASE.matcher(text).find()
                || UNFINISHED.contains(text)
                || NameWords.of(text).stream().anyMatch(word -> WORDS.contains(word) || word.startsWith("your"));
    }

    /** Whether nothing but the order to replace it can be meant: what may also be a value of its own is none. */
    public boolean isLeftToReplace() {
        return LEFT.matcher(text).matches();
    }

    /** Whether it is an address with a password in it that is not to be replaced. */
    public boolean holdsPassword() {
        Matcher address = PASSWORD_IN_URL.matcher(text);
        return address.matches() && !address.group(1).startsWith("$") && !isShown(address.group(1));
    }

    /** Whether it stands for a secret: it says so, or it says nothing but that it is to be replaced. */
    public boolean standsForSecret() {
        List<String> words = NameWords.of(text).stream()
                .filter(word -> !AROUND.contains(word) && !CROSSES.matcher(word).matches())
                .toList();
        return isPlaceholder() && (words.isEmpty() || Likeness.of(words) == Likeness.SECRET);
    }

    public boolean isSwitchedOn() {
        return SWITCHED_ON.matcher(text).matches();
    }

    public boolean isSwitchedOff() {
        return SWITCHED_OFF.matcher(text).matches();
    }

    /** Whether it is the path of a file. */
    public boolean isPath() {
        return text.length() < LONGEST && PATH.matcher(text).matches();
    }

    /** Whether it begins as the secrets of a known service do, or as a private key. */
    public boolean hasFormOfSecret() {
        return FORM_OF_SECRET.matcher(text).matches();
    }

    /** Whether it is an address with a password in it, a real one of another machine or one to be replaced. */
    public boolean hasPasswordInAddress() {
        Matcher address = PASSWORD_IN_URL.matcher(text);
        return address.matches()
                && !address.group(1).startsWith("$")
                && (isShown(address.group(1)) || isElsewhere(address.group(2)));
    }

    /** Whether the password is one to be replaced. */
    private static boolean isShown(String password) {
        return new ValueLook(password).isPlaceholder();
    }

    private static boolean isElsewhere(String host) {
        return (host.contains(".") && !host.matches("127\\..*|0\\.0\\.0\\.0|.*\\.internal|.*\\.local"))
                || STAND_IN_HOSTS.contains(
                        NameWords.of(host).isEmpty() ? "" : NameWords.of(host).getLast())
                || host.startsWith("<");
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "look of a value";
    }
}
