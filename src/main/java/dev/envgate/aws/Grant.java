package dev.envgate.aws;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one statement of a policy allows.
 *
 * @param sid what it is called there
 * @param condition a key of a condition with its values, of which one has to match; none when there is no condition
 */
public record Grant(String sid, List<String> actions, List<String> resources, Map<String, List<String>> condition) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        condition = Map.copyOf(condition);
    }

    /** Statements of several runs together: those that are called the same allow what any of them allows. */
    public static List<Grant> merged(Collection<Grant> grants) {
        Map<String, Grant> merged = new LinkedHashMap<>();
        grants.forEach(each -> merged.merge(each.sid(), each, Grant::and));
        return List.copyOf(merged.values());
    }

    private Grant and(Grant other) {
        Map<String, List<String>> both = new LinkedHashMap<>(condition);
        other.condition.forEach((key, values) -> both.merge(key, values, Grant::union));
        return new Grant(sid, union(actions, other.actions), union(resources, other.resources), both);
    }

    private static List<String> union(List<String> one, List<String> other) {
        SortedSet<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all.contains("*") ? List.of("*") : List.copyOf(all);
    }
}
