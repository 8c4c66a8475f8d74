package dev.envgate.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.text.Escape;

/**
 * What a webhook gets: the report, in an envelope that tells one delivery from another.
 *
 * @param job where the run can be looked at; empty when nobody said
 */
public record Delivery(String id, String repository, String job) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SCHEMA_VERSION = 1;

    /** The whole body. */
    public String body(String report) {
        ObjectNode body = JSON.createObjectNode();
        body.put("schemaVersion", SCHEMA_VERSION);
        body.put("event", "report");
        body.put("delivery", id);
        if (!repository.isEmpty()) {
            body.put("repository", repository);
        }
        if (!job.isEmpty()) {
            body.put("job", job);
        }
        try {
            body.set("report", JSON.readTree(report));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a report that was read before");
        }
        return body + "\n";
    }

    /** What became of it, in the published schema {@code docs/schema/track.json}. */
    public String json(String place, String outcome, int findings) {
        ObjectNode said = JSON.createObjectNode();
        said.put("schemaVersion", SCHEMA_VERSION);
        said.put("tracker", "webhook");
        said.put("place", place);
        said.put("outcome", outcome);
        said.put("findings", findings);
        return Escape.json(said.toPrettyString() + "\n");
    }
}
