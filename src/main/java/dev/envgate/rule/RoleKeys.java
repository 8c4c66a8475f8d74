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

    private final boolean role;

    RoleKeys(ServiceLedger service) {
        role = !service.definitions().isEmpty()
                && service.definitions().stream()
                        .allMatch(definition -> definition.taskRole() instanceof RoleReference.Named
                                || definition.taskRole() instanceof RoleReference.Block)
                && service.definitions().stream()
                        .flatMap(definition -> definition.containers().stream())
                        .map(ContainerDefinition::entries)
                        .flatMap(List::stream)
                        .noneMatch(entry -> isAddress(entry.name()));
    }

    private static boolean isAddress(Name name) {
        List<String> words = NameWords.of(name.text());
        return words.contains("s3") && (words.contains("endpoint") || words.contains("url") || words.contains("host"));
    }

    /** Half a sentence that can follow a semicolon. */
    Optional<String> why(Name name) {
        List<String> words = NameWords.of(name.text());
        boolean key = words.size() > 2
                && OWNERS.contains(words.getFirst())
                && words.containsAll(Set.of("access", "key"))
                && KEY.containsAll(words);
        return role && key ? Optional.of("the task has a role, which AWS asks for in its place") : Optional.empty();
    }
}
