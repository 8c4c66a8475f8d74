package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.Need;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Words why the execution role may not read a secret: what stands in its policies instead, and what is to be added. */
record Refusal(Reference reference, Need need, Role role, Optional<Role> taskRole) {
    private static final String GET_PARAMETERS = "ssm:GetParameters";

    String message() {
        return need.of(role) instanceof Decision.Refused(Statement by)
                ? "A statement of `%s` denies the execution role `%s` the action `%s` on %s."
                        .formatted(by.policy(), role.address(), need.action(), Titles.of(reference))
                : withoutSuffix()
                        .map(this::withoutSuffix)
                        .or(this::otherAction)
                        .or(this::otherRole)
                        .orElseGet(this::nothing);
    }

    private String nothing() {
        return need.action().equals("kms:Decrypt")
                ? "%s is encrypted with a key of its own, and no policy of the execution role `%s` allows `kms:Decrypt` with it."
                        .formatted(Titles.of(reference), role.address())
                : "No policy of the execution role `%s` allows `%s` on %s."
                        .formatted(role.address(), need.action(), Titles.of(reference));
    }

    private String withoutSuffix(Statement statement) {
        return ("`%s` allows `%s` on the ARN of %s without the six characters that Secrets Manager appends to it,"
                        + " so it does not concern this secret.")
                .formatted(statement.policy(), need.action(), Titles.of(reference));
    }

    /** A statement whose ARN is that of the secret, and ends before the suffix. */
    Optional<Statement> withoutSuffix() {
        return allowing()
                .filter(each -> each.covers(need.action()) == Agreement.SAME
                        && each.resources().patterns().stream().anyMatch(this::lacksSuffix))
                .findFirst();
    }

    private boolean lacksSuffix(PolicyPattern pattern) {
        return need.action().startsWith("secretsmanager:")
                && need.resources().stream()
                        .anyMatch(resource -> pattern.suffixed().covers(resource) != Agreement.DIFFERENT);
    }

    /** A role that has {@code ssm:GetParameter} only, which is not what ECS asks with. */
    private Optional<String> otherAction() {
        return allowing()
                .filter(each -> need.action().equals(GET_PARAMETERS)
                        && need.resources().stream()
                                .anyMatch(resource -> each.covers("ssm:GetParameter", resource) != Agreement.DIFFERENT))
                .findFirst()
                .map(each -> "`%s` allows `ssm:GetParameter` on %s, and ECS asks with `ssm:GetParameters`."
                        .formatted(each.policy(), Titles.of(reference)));
    }

    private Optional<String> otherRole() {
        return taskRole.filter(
                        other -> !other.address().equals(role.address()) && need.of(other) instanceof Decision.Allowed)
                .map(other -> ("The task role `%s` may read %s, but ECS fetches it with the execution role `%s`,"
                                + " and no policy of that allows `%s`.")
                        .formatted(other.address(), Titles.of(reference), role.address(), need.action()));
    }

    private Stream<Statement> allowing() {
        return role.statements().stream()
                .filter(each -> each.effect() == Statement.Effect.ALLOW
                        && each.provisos().isEmpty());
    }

    String hint() {
        return need.of(role) instanceof Decision.Refused(Statement by)
                ? "take it out of the statement of `%s`, or name another execution role.".formatted(by.policy())
                : "add to a policy of `%s`: `{ Effect = \"Allow\", Action = \"%s\", Resource = %s }`."
                        .formatted(role.address(), need.action(), resource());
    }

    /** As it is written in Terraform. */
    private String resource() {
        return need.block().isEmpty() ? "\"" + arn() + "\"" : need.block() + ".arn";
    }

    private String arn() {
        return switch (reference.target()) {
            case Reference.Target.SecretName(String name, String _) ->
                unplaced("secretsmanager", "secret:" + name + "-??????");
            case Reference.Target.ParameterName(String name, String _) ->
                unplaced("ssm", "parameter" + (name.startsWith("/") ? name : "/" + name));
            case Reference.Target.SecretArn _,
                    Reference.Target.ParameterArn _,
                    Reference.Target.Unclear _,
                    Reference.Target.Malformed _ -> need.resources().getFirst().toString();
        };
    }

    private static String unplaced(String service, String resource) {
        return "arn:aws:%s:REGION:ACCOUNT:%s".formatted(service, resource);
    }
}
