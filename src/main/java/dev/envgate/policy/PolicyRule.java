package dev.envgate.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is found in a team's own decisions, beside the faults that the rules find. */
public enum PolicyRule {
    EXPIRED_DECLARATION("The day that a declaration was to be gone by has passed, or cannot be read."),
    EXPIRED_SUPPRESSION("A suppression is over its day, so its findings count again."),
    STALE_BASELINE("The baseline has findings that are not there any more."),
    UNUSED_SUPPRESSION("A suppression, in the configuration or in a comment, ignores nothing.");

    private final String summary;

    PolicyRule(String summary) {
        this.summary = summary;
    }

    /** The one of an id; empty for the rules. */
    public static Optional<PolicyRule> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** The name it has everywhere, as a rule has. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it finds, one sentence. */
    public String summary() {
        return summary;
    }
}
