package dev.envgate.dotenv;

import dev.envgate.ledger.NameWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the names under a banner have in common.
 *
 * @param title its words, or empty before the first banner
 * @param opens whether nothing is declared above it, so that it may be the title of the whole file
 * @param first the first name under it; empty as long as there is none
 * @param parted whether a line was left free behind a name under it
 */
record Section(String title, boolean opens, String first, boolean parted) {
    static final Section NONE = new Section("", true);

    /** The words of a title that is about whatever stands under it, and not about one thing. */
    private static final Set<String> GENERAL = Set.of(
            "additional",
            "advanced",
            "all",
            "and",
            "api",
            "apis",
            "app",
            "application",
            "config",
            "configuration",
            "credentials",
            "dev",
            "development",
            "docker",
            "env",
            "environment",
            "extra",
            "extras",
            "external",
            "feature",
            "features",
            "flags",
            "for",
            "integration",
            "integrations",
            "keys",
            "local",
            "locally",
            "misc",
            "miscellaneous",
            "more",
            "non",
            "only",
            "optional",
            "optionally",
            "options",
            "other",
            "overrides",
            "parameters",
            "party",
            "plugins",
            "required",
            "secrets",
            "service",
            "services",
            "setting",
            "settings",
            "setup",
            "test",
            "testing",
            "tests",
            "the",
            "these",
            "third",
            "tokens",
            "tools",
            "tuning",
            "variables",
            "vars",
            "values",
            "provider",
            "providers",
            "following",
            "are",
            "not",
            "below",
            "section");

    Section(String title, boolean opens) {
        this(title, opens, "", false);
    }

    /** With a name under it. */
    Section with(String name) {
        return first.isEmpty() ? new Section(title, opens, name, parted) : this;
    }

    /** With a free line. */
    Section behindFreeLine() {
        return first.isEmpty() ? this : new Section(title, opens, first, true);
    }

    /**
     * Whether it is about a name: a section of one thing ends where a line is left free and a comment heads something else.
     *
     * @param headed whether a comment heads the block of the name
     */
    boolean isAbout(String name, boolean headed) {
        List<String> words = NameWords.of(name);
        List<String> said = NameWords.of(title.toLowerCase(Locale.ROOT));
        return !parted
                || !headed
                || GENERAL.containsAll(said)
                || words.stream().anyMatch(said::contains)
                || firstWord(NameWords.of(first)).equals(firstWord(words));
    }

    private static List<String> firstWord(List<String> words) {
        return words.subList(0, Math.min(1, words.size()));
    }
}
