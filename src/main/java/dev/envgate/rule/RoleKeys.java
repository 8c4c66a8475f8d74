package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceLedger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys of AWS under a name of the application's own ({@code S3_SECRET_ACCESS_KEY}), in a task that has a role for them: they are for a store
 * that only looks like S3, and an address of one is not given.
 */
final class RoleKeys {
    private static final Set<String> OWNERS = Set.of("aws", "s3");
    private static final Set<String> KEY = Set.of("access", "aws", "id", "key", "s3", "secret");

    /** Of which an application calls one with keys of its own: {@code COGNITO_AWS_SECRET_ACCESS_KEY}. */
    private static final Set<String> OF_AWS = Set.of(
            "bedrock",
            "cloudwatch",
            "cognito",
            "dynamo",
            "dynamodb",
            "kinesis",
            "kms",
            "lambda",
            "polly",
            "rekognition",
            "ses",
            "sns",
            "sqs",
            "textract",
            "transcribe");

    private static final Set<List<String>> AFTER_A_SERVICE = Set.of(
            List.of("aws", "access", "key", "id"),
            List.of("aws", "secret", "access", "key"),
            List.of("aws", "session", "token"));

    private final boolean role;
    private final boolean otherStore;

    RoleKeys(ServiceLedger service) {
        role = !service.definitions().isEmpty()
                && service.definitions().stream()
                        .allMatch(definition -> definition.taskRole() instanceof RoleReference.Named
                                || definition.taskRole() instanceof RoleReference.Block);
        otherStore = service.definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .map(ContainerDefinition::entries)
                .flatMap(List::stream)
                .anyMatch(entry -> isAddress(entry.name()));
    }

    private static boolean isAddress(Name name) {
        List<String> words = NameWords.of(name.text());
        return words.contains("s3") && (words.contains("endpoint") || words.contains("url") || words.contains("host"));
    }

    /** Half a sentence that can follow a semicolon. */
    Optional<String> why(Name name) {
        List<String> words = NameWords.of(name.text());
        boolean key = !otherStore
                && words.size() > 2
                && OWNERS.contains(words.getFirst())
                && words.containsAll(Set.of("access", "key"))
                && KEY.containsAll(words);
        boolean ofOne = words.size() > 1
                && OF_AWS.contains(words.getFirst())
                && AFTER_A_SERVICE.contains(words.subList(1, words.size()));
        return role && (key || ofOne)
                ? Optional.of("the task has a role, which AWS asks for in its place")
                : Optional.empty();
    }
}
