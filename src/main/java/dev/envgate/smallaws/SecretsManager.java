package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of Secrets Manager that only read. A value is handed out where the world says one; otherwise reading it is refused. */
final class SecretsManager {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "secretsmanager:DescribeSecret", SecretsManager::describeSecret,
            "secretsmanager:ListSecrets", SecretsManager::listSecrets,
            "secretsmanager:ListSecretVersionIds", SecretsManager::listSecretVersionIds,
            "secretsmanager:GetResourcePolicy", SecretsManager::getResourcePolicy,
            "secretsmanager:GetSecretValue", SecretsManager::getSecretValue);

    private SecretsManager() {}

    private static ObjectNode describeSecret(World world, Call call) {
        return described(find(world, call));
    }

    private static JsonNode find(World world, Call call) {
        return world.secret(call.region(), call.text("SecretId"))
                .orElseThrow(() ->
                        new Refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
    }

    /** Only versions with a staging label: others have to be asked for, and nobody here does. */
    private static ObjectNode listSecretVersionIds(World world, Call call) {
        JsonNode secret = find(world, call);
        ObjectNode answer = World.object();
        answer.set("ARN", secret.path("arn"));
        answer.set("Name", secret.path("name"));
        ArrayNode versions = answer.putArray("Versions");
        List<String> ids =
                secret.path("versions").propertyStream().map(Map.Entry::getKey).toList();
        Page page = Page.of(ids, call, "MaxResults", "NextToken", world.page(100));
        page.items().forEach(id -> {
            ObjectNode version = versions.addObject().put("VersionId", id);
            version.set("VersionStages", secret.path("versions").path(id));
            secret.path("versionDates").optional(id).ifPresent(date -> version.set("CreatedDate", date));
        });
        return page.addToken(answer, "NextToken");
    }

    private static ObjectNode described(JsonNode secret) {
        ObjectNode answer = World.object();
        answer.set("ARN", secret.path("arn"));
        answer.set("Name", secret.path("name"));
        secret.optional("createdDate").ifPresent(date -> answer.set("CreatedDate", date));
        secret.optional("lastChangedDate").ifPresent(date -> answer.set("LastChangedDate", date));
        secret.optional("kmsKeyId").ifPresent(key -> answer.set("KmsKeyId", key));
        secret.optional("owningService").ifPresent(owner -> answer.set("OwningService", owner));
        secret.optional("deletedDate").ifPresent(date -> answer.set("DeletedDate", date));
        secret.optional("versions").ifPresent(versions -> answer.set("VersionIdsToStages", versions));
        return answer;
    }

    private static ObjectNode listSecrets(World world, Call call) {
        boolean withDeleted = call.input().path("IncludePlannedDeletion").asBoolean();
        List<String> arns = world.secrets(call.region())
                .filter(secret -> withDeleted || !secret.has("deletedDate"))
                .filter(secret -> isListed(secret, call))
                .map(secret -> secret.path("arn").asText())
                .toList();
        Page page = Page.of(arns, call, "MaxResults", "NextToken", world.page(100));
        ObjectNode answer = World.object();
        ArrayNode list = answer.putArray("SecretList");
        world.secrets(call.region())
                .filter(secret -> page.items().contains(secret.path("arn").asText()))
                .forEach(secret -> list.add(described(secret)));
        return page.addToken(answer, "NextToken");
    }

    /** By the filters on names, which are the beginnings of them; the small AWS knows no other filter. */
    private static boolean isListed(JsonNode secret, Call call) {
        return call.input()
                .path("Filters")
                .valueStream()
                .allMatch(filter -> filter.path("Key").asText().equals("name")
                        && filter.path("Values")
                                .valueStream()
                                .anyMatch(prefix -> secret.path("name").asText().startsWith(prefix.asText())));
    }

    private static ObjectNode getResourcePolicy(World world, Call call) {
        JsonNode secret = find(world, call);
        ObjectNode answer = World.object();
        answer.set("ARN", secret.path("arn"));
        answer.set("Name", secret.path("name"));
        secret.optional("policy").ifPresent(policy -> answer.put("ResourcePolicy", policy.toString()));
        return answer;
    }

    private static ObjectNode getSecretValue(World world, Call call) {
        JsonNode secret = find(world, call);
        if (secret.has("deletedDate")) {
            throw new Refusal(
                    "InvalidRequestException",
                    "You can't perform this operation on the secret because it was marked for deletion.");
        }
        String version = version(secret, call)
                .orElseThrow(() -> new Refusal(
                        "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret value for staging label: "
                                + call.optional("VersionStage").orElse("AWSCURRENT")));
        JsonNode value = secret.path("values")
                .optional(version)
                .orElseThrow(() -> new Refusal(
                        "AccessDeniedException", "No one may read " + call.text("SecretId") + " in " + world + "."));
        ObjectNode answer = World.object();
        answer.set("ARN", secret.path("arn"));
        answer.set("Name", secret.path("name"));
        answer.put("VersionId", version);
        answer.set("VersionStages", secret.path("versions").path(version));
        value.propertyStream().forEach(each -> answer.set(each.getKey(), each.getValue()));
        return answer;
    }

    /** The version that is asked for, by its id or by a stage. */
    private static Optional<String> version(JsonNode secret, Call call) {
        String stage = call.optional("VersionStage").orElse("AWSCURRENT");
        return secret.path("versions")
                .propertyStream()
                .filter(each -> call.optional("VersionId")
                        .map(each.getKey()::equals)
                        .orElseGet(() -> each.getValue()
                                .valueStream()
                                .anyMatch(label -> label.asText().equals(stage))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
