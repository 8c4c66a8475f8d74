package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The operations of S3 that read one object. A bucket is asked by its name in the path, as it is wherever an address is given. */
final class S3 {
    /** As calls are signed for it. */
    static final String SERVICE = "s3";

    static final Map<String, Operation> OPERATIONS = Map.of("s3:GetObject", S3::getObject);

    private S3() {}

    static ObjectNode input(String path) {
        String[] parts = path.substring(Math.min(1, path.length())).split("/", 2);
        ObjectNode input = World.object().put("Bucket", decoded(parts[0]));
        return parts.length > 1 && !parts[1].isEmpty() ? input.put("Key", decoded(parts[1])) : input;
    }

    /** A blank in a path is {@code %20}, and a plus is a plus. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String operation(String method, JsonNode input) {
        return method.equals("GET") && input.has("Key") ? "s3:GetObject" : "s3:" + method;
    }

    private static ObjectNode getObject(World world, Call call) {
        JsonNode bucket = world.bucket(call.text("Bucket"))
                .orElseThrow(() -> new Refusal(404, "NoSuchBucket", "The specified bucket does not exist"));
        JsonNode object = bucket.optional(call.text("Key"))
                .orElseThrow(() -> new Refusal(404, "NoSuchKey", "The specified key does not exist."));
        if (object.isNull()) {
            throw new Refusal(403, "AccessDenied", "Access Denied");
        }
        ObjectNode answer = World.object().put("Body", object.path("body").asText(object.asText()));
        answer.put("LastModified", object.path("lastModified").asLong(0));
        return answer;
    }
}
