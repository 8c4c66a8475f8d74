package dev.envgate.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Statement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the documents of policies as IAM answers them. */
final class PolicyJson {
    private static final JsonMapper JSON = new JsonMapper();

    private PolicyJson() {}

    /** The statements of a document, which comes in the form of an address; empty when it cannot be read completely. */
    static Optional<List<Conditioned>> read(String policy, String encoded) {
        try {
            JsonNode document = JSON.readTree(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            if (!document.has("Statement")) {
                return Optional.empty();
            }
            List<Conditioned> statements = new ArrayList<>();
            for (JsonNode each : each(document.path("Statement")).toList()) {
                statements.add(statement(policy, each));
            }
            return Optional.of(statements);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Conditioned statement(String policy, JsonNode statement) {
        return new Conditioned(
                new Statement(
                        Statement.Effect.valueOf(
                                statement.path("Effect").asText().toUpperCase(Locale.ROOT)),
                        elements(statement, "Action"),
                        elements(statement, "Resource"),
                        statement.path("Condition").isEmpty() ? List.of() : List.of("has a condition"),
                        policy,
                        new Place.Nowhere()),
                keys(statement.path("Condition")));
    }

    /** A condition is written as operators, each with the keys that it looks at. */
    private static Set<String> keys(JsonNode condition) {
        return condition
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Statement.Elements elements(JsonNode statement, String name) {
        boolean except = statement.has("Not" + name);
        List<PolicyPattern> patterns = each(statement.path(except ? "Not" + name : name))
                .map(each -> pattern(each.asText()))
                .toList();
        return new Statement.Elements(except, patterns, List.of());
    }

    /** Variables such as <code>${aws:username}</code> stand for a text that is not known here. */
    private static PolicyPattern pattern(String text) {
        List<PolicyPattern.Part> parts = new ArrayList<>();
        int at = 0;
        for (int hole = text.indexOf("${"); hole >= 0; hole = text.indexOf("${", at)) {
            int end = text.indexOf('}', hole);
            if (end < 0) {
                break;
            }
            parts.add(new PolicyPattern.Part.Text(text.substring(at, hole)));
            parts.add(new PolicyPattern.Part.Some(text.substring(hole + 2, end)));
            at = end + 1;
        }
        parts.add(new PolicyPattern.Part.Text(text.substring(at)));
        return new PolicyPattern(parts);
    }

    /** A policy writes a list of one without the list. */
    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream() : node.isMissingNode() ? Stream.of() : Stream.of(node);
    }
}
