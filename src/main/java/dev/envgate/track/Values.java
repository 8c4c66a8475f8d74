package dev.envgate.track;

import java.util.Set;

/** The rules that find something in the values of secrets. */
final class Values {
    private static final Set<String> RULES =
            Set.of("empty-value", "placeholder-value", "secret-key-missing", "secret-not-json", "secret-value-shape");

    private Values() {}

    static boolean judgedBy(String rule) {
        return RULES.contains(rule);
    }
}
