package dev.envgate.ledger;

import java.util.List;

/**
 * An environment that services run in: production, staging.
 *
 * @param words what stands for it in names of services and secrets, in small letters
 */
public record Environment(String name, List<String> words) {
    /** The environments that most teams have, for a run whose configuration names none. */
    public static final List<Environment> USUAL = List.of(
            new Environment("development", List.of("dev", "develop", "development")),
            new Environment("production", List.of("live", "prd", "prod", "production")),
            new Environment("staging", List.of("stage", "staging", "stg")),
            new Environment("test", List.of("qa", "test", "testing", "uat")));

    public Environment {
        words = List.copyOf(words);
    }
}
