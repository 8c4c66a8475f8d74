package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a role must be allowed to do, so that ECS can fetch a secret with it.
 *
 * @param action {@code secretsmanager:GetSecretValue}
 * @param block the address of the block that makes the resource or looks it up; empty when there is none
 * @param resources the ARNs that the resource may have; one when there is no doubt about it
 * @param grants why others than the policies of the role may allow it: a policy of the secret or of the key
 */
public record Need(String action, String block, List<PolicyPattern> resources, List<Gap> grants) {
    private static final String ELSEWHERE =
            "is not made in these files, so a policy of its own that these files do not show may let the role read it";

    public Need {
        resources = List.copyOf(resources);
        grants = List.copyOf(grants);
    }

    /** What it takes to fetch what a reference points to; nothing where that is not known. */
    public static List<Need> of(Reference reference, Iam iam) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) ->
                List.of(new Need("secretsmanager:GetSecretValue", "", secrets(arn), elsewhere("the secret")));
            case Reference.Target.SecretName(String name, String block) ->
                needs(block, "secretsmanager:GetSecretValue", secret(block, name), iam);
            case Reference.Target.ParameterArn(Arn arn) ->
                List.of(new Need("ssm:GetParameters", "", List.of(pattern(arn)), List.of()));
            case Reference.Target.ParameterName(String name, String block) ->
                needs(block, "ssm:GetParameters", parameter(block, name), iam);
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> List.of();
        };
    }

    private static PolicyPattern secret(String block, String name) {
        return PolicyPattern.secret(block, PolicyPattern.of(name));
    }

    private static PolicyPattern parameter(String block, String name) {
        return PolicyPattern.parameter(block, PolicyPattern.of(name));
    }

    /** What ends like a suffix may be a name of which the suffix was left out. */
    private static List<PolicyPattern> secrets(Arn arn) {
        PolicyPattern written = pattern(arn);
        boolean whole = arn.resource().matches(".*-[A-Za-z0-9]{6}");
        return whole ? List.of(written, written.suffixed()) : List.of(written.suffixed());
    }

    private static PolicyPattern pattern(Arn arn) {
        List<PolicyPattern.Part> parts = new ArrayList<>();
        parts.add(new PolicyPattern.Part.Text("arn:"));
        add(parts, "partition", arn.partition());
        parts.add(new PolicyPattern.Part.Text(":" + arn.service() + ":"));
        add(parts, "region", arn.region());
        parts.add(new PolicyPattern.Part.Text(":"));
        add(parts, "account", arn.account());
        parts.add(new PolicyPattern.Part.Text(":" + arn.resource()));
        return new PolicyPattern(parts);
    }

    private static void add(List<PolicyPattern.Part> parts, String what, String text) {
        parts.add(text.isEmpty() ? new PolicyPattern.Part.Word(what) : new PolicyPattern.Part.Text(text));
    }

    private static List<Gap> elsewhere(String what) {
        return List.of(new Gap(what + " " + ELSEWHERE, new Place.Nowhere()));
    }

    private static List<Need> needs(String block, String action, PolicyPattern resource, Iam iam) {
        Optional<SecretDefinition> definition = iam.secret(block);
        List<Need> needs = new ArrayList<>();
        List<Gap> unseen = action.startsWith("ssm:") ? List.of() : elsewhere("the secret");
        needs.add(new Need(
                action,
                block,
                List.of(resource),
                definition.map(SecretDefinition::grants).orElse(unseen)));
        definition.map(SecretDefinition::key).ifPresent(key -> {
            if (key instanceof SecretDefinition.Key.OfBlock(String made, Place _, List<Gap> grants)) {
                needs.add(new Need("kms:Decrypt", made, List.of(PolicyPattern.key(made)), grants));
            }
        });
        return needs;
    }

    /** Whether a role may do it. Where more than one ARN comes in question, all must lead to the same. */
    public Decision of(Role role) {
        List<Decision> decisions =
                resources.stream().map(resource -> role.may(action, resource)).toList();
        return decisions.stream().map(Decision::getClass).distinct().count() == 1
                ? decisions.getFirst()
                : new Decision.Undecidable("the ARN can be read in two ways", new Place.Nowhere());
    }
}
