package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call that somebody made.
 *
 * @param operation as policies of IAM name it: {@code ecs:DescribeServices}
 * @param region the one it was signed for
 * @param accessKey the key it was signed with
 * @param input what was asked
 */
public record Call(String operation, String region, String accessKey, JsonNode input) {
    private static final List<String> TARGETS =
            List.of("services", "taskDefinition", "SecretId", "Names", "tasks", "clusters", "RoleArn", "Key");

    private static final List<String> TOKENS = List.of("nextToken", "NextToken", "Marker");

    /** What it was about: the names or ARNs asked for. */
    public List<String> targets() {
        return TARGETS.stream()
                .map(input::path)
                .filter(node -> !(node instanceof MissingNode))
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .map(JsonNode::asText)
                .toList();
    }

    /** Whether it asks for a further page of a list. */
    public boolean goesOn() {
        return TOKENS.stream().anyMatch(input::has);
    }

    String text(String field) {
        return input.path(field).asText("");
    }

    List<String> texts(String field) {
        return input.path(field).valueStream().map(JsonNode::asText).toList();
    }

    Optional<String> optional(String field) {
        return input.optional(field).map(JsonNode::asText);
    }

    int number(String field, int otherwise) {
        return input.path(field).asInt(otherwise);
    }
}
