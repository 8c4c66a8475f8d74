package dev.envgate.aws;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A statement of a policy, with what its conditions ask for.
 *
 * @param keys those of the conditions, in lower case, as they are compared
 */
record Conditioned(Statement statement, Set<String> keys) {
    Conditioned {
        keys = folded(keys);
    }

    /** As keys of conditions are compared. */
    static Set<String> folded(Set<String> keys) {
        return keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it has an effect and speaks of an action on a resource for certain. */
    boolean surely(Statement.Effect effect, String action, PolicyPattern resource) {
        return statement.effect() == effect && keys.isEmpty() && statement.covers(action, resource) == Agreement.SAME;
    }

    /** Whether it has an effect, and whether it concerns an action on a resource hangs on a key, or on a variable in the resource. */
    boolean hangs(Statement.Effect effect, String action, PolicyPattern resource, Predicate<String> key) {
        Agreement covered = statement.covers(action, resource);
        return statement.effect() == effect
                && (covered == Agreement.UNKNOWN
                        || (covered == Agreement.SAME && keys.stream().anyMatch(key)));
    }
}
