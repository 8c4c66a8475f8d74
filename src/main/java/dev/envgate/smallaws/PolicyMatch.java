package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of a policy that speaks of an action on a resource. */
record PolicyMatch(String policy, boolean denies) {
    /**
     * Those of one policy. Keys of conditions that nobody gave a value are added to {@code missing}: as AWS does it, those of all
     * statements, whatever they speak of.
     */
    static Stream<PolicyMatch> in(
            String policy,
            JsonNode document,
            String action,
            String resource,
            Map<String, String> context,
            Set<String> missing) {
        return each(document.path("Statement"))
                .filter(statement -> holds(statement.path("Condition"), context, missing)
                        && named(statement, "Action", text -> like(text, action, true))
                        && named(statement, "Resource", text -> like(text, resource, false)))
                .map(statement -> new PolicyMatch(
                        policy, statement.path("Effect").asText().equals("Deny")));
    }

    /** A policy writes a list of one without the list. */
    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream() : node.isMissingNode() ? Stream.of() : Stream.of(node);
    }

    private static boolean named(JsonNode statement, String element, Predicate<String> wanted) {
        return statement.has("Not" + element)
                ? each(statement.path("Not" + element)).map(JsonNode::asText).noneMatch(wanted)
                : each(statement.path(element)).map(JsonNode::asText).anyMatch(wanted);
    }

    private static boolean like(String pattern, String text, boolean anyCase) {
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            return anyCase ? pattern.equalsIgnoreCase(text) : pattern.equals(text);
        }
        String expression = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(expression, anyCase ? Pattern.CASE_INSENSITIVE : 0)
                .matcher(text)
                .matches();
    }

    /** What is not there is not equal to anything. */
    private static boolean holds(JsonNode condition, Map<String, String> context, Set<String> missing) {
        boolean all = true;
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            boolean opposite = operator.getKey().contains("Not");
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!context.containsKey(key.getKey())) {
                    missing.add(key.getKey());
                    all &= opposite || operator.getKey().endsWith("IfExists");
                } else {
                    String given = context.get(key.getKey());
                    all &= opposite != each(key.getValue()).anyMatch(value -> like(value.asText(), given, false));
                }
            }
        }
        return all;
    }
}
