package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;

/** Who may read what, by the Terraform files: the roles that task definitions name, and the secrets and parameters that are made. */
public record Iam(List<Role> roles, List<SecretDefinition> secrets) {
    /** Nothing was looked at. */
    public static final Iam NONE = new Iam(List.of(), List.of());

    private static final String BY_ARN = ":role/";

    public Iam {
        roles = List.copyOf(roles);
        secrets = List.copyOf(secrets);
    }

    /** The role that is named, when these files make it; by its ARN only where one of them alone has its name. */
    public Optional<Role> role(RoleReference reference) {
        return switch (reference) {
            case RoleReference.Block(String block, Place _) ->
                roles.stream().filter(each -> each.address().equals(block)).findFirst();
            case RoleReference.Named(Symbolic text) -> named(text.toString());
            case RoleReference.None _, RoleReference.Unclear _ -> Optional.empty();
        };
    }

    private Optional<Role> named(String text) {
        String name = text.substring(Math.max(0, text.lastIndexOf('/') + 1));
        List<Role> found = roles.stream()
                .filter(each -> each.name().known() && each.name().toString().equals(name))
                .toList();
        return found.size() == 1 && text.contains(BY_ARN) ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What is known of the secret or parameter that a block makes. */
    public Optional<SecretDefinition> secret(String block) {
        return secrets.stream()
                .filter(each -> !block.isEmpty() && each.block().equals(block))
                .findFirst();
    }
}
