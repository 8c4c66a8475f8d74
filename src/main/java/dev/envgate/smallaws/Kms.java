package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The operation of KMS that says whose a key is and whether it can be used. */
final class Kms {
    static final Map<String, Operation> OPERATIONS = Map.of("kms:DescribeKey", Kms::describeKey);

    private Kms() {}

    private static ObjectNode describeKey(World world, Call call) {
        String id = call.text("KeyId");
        JsonNode key = world.keys(call.region())
                .filter(each -> isMeant(each, id))
                .findFirst()
                .orElseThrow(() -> new Refusal("NotFoundException", "Key '" + id + "' does not exist"));
        String arn = key.path("arn").asText();
        String state = key.path("state").asText("Enabled");
        ObjectNode answer = World.object();
        answer.putObject("KeyMetadata")
                .put("Arn", arn)
                .put("KeyId", lastPart(arn))
                .put("KeyManager", key.path("manager").asText("CUSTOMER"))
                .put("KeyState", state)
                .put("Enabled", state.equals("Enabled"));
        return answer;
    }

    /** By ARN, by id, or by the name or ARN of an alias. */
    private static boolean isMeant(JsonNode key, String id) {
        String arn = key.path("arn").asText();
        return id.equals(arn)
                || id.equals(lastPart(arn))
                || key.path("aliases")
                        .valueStream()
                        .map(JsonNode::asText)
                        .anyMatch(alias -> id.equals(alias) || id.endsWith(":" + alias));
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
