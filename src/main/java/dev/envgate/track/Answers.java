package dev.envgate.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.text.Escape;
import java.util.Optional;

/** Answers in JSON, and the words of a server when it refuses. */
record Answers(String server, Secret secret) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 200;

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Empty when it is no JSON: a proxy or a page of a login has answered. */
    static Optional<JsonNode> json(Reply.Answered answer) {
        try {
            return Optional.ofNullable(JSON.readTree(answer.text())).filter(each -> !each.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    <T> Outcome<T> unreadable() {
        return new Outcome.Failed<>(Failure.all(
                "What answered for %s is not its API: it sent no JSON that can be read.".formatted(server),
                "check its address, and that no proxy and no sign-in page stands between."));
    }

    /** What it said, to follow a sentence; empty when it said nothing. */
    String saying(String words) {
        String shown = Escape.terminal(secret.conceal(words).strip())
                .replace('`', '\'')
                .replaceFirst("\\.+$", "");
        return shown.isEmpty()
                ? ""
                : ", saying: " + (shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…");
    }
}
