package dev.envgate.ledger;

import dev.envgate.ledger.Reference.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a {@code valueFrom} apart as the ECS agent does: an ARN of Secrets Manager has two or five parts from {@code secret} on, an ARN
 * of SSM names a parameter, and anything else is the name of a parameter in the task's own region.
 */
final class ReferenceParser {
    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    private static final Pattern PARAMETER = Pattern.compile("[a-zA-Z0-9_.\\-/]+(:[a-zA-Z0-9_.\\-]+)?");

    /** What begins so is no parameter: SSM hands on a secret of Secrets Manager, a version of it by its id or its stage. */
    private static final Pattern HANDED_ON =
            Pattern.compile("/aws/reference/secretsmanager/(?<name>[a-zA-Z0-9/_+=.@!\\-]+)(?::(?<version>[^:]+))?");

    private static final int ARN_PARTS = 6;
    private static final int RESOURCE = 5;
    private static final int SUFFIXED = 5;
    private static final int SHORTEST_ID = 32;
    private static final int LONGEST_ID = 64;

    private ReferenceParser() {}

    static Reference parse(String text) {
        return parse(Symbolic.of(text), new Target.Unclear("", new Place.Nowhere()));
    }

    static Reference parse(Symbolic symbolic, Target.Unclear unclear) {
        String text = symbolic.toString();
        List<Symbolic> parts = split(symbolic);
        if (parts.getFirst().known() && parts.getFirst().toString().equals("arn")) {
            return arn(text, parts, unclear);
        }
        return symbolic.known() ? bare(text) : Reference.whole(text, unclear);
    }

    static Reference follow(String text, Target target, Symbolic suffix) {
        if (suffix.parts().isEmpty()) {
            return Reference.whole(text, target);
        }
        List<Symbolic> parts = split(suffix);
        if (!parts.getFirst().known() || !parts.getFirst().toString().isEmpty()) {
            return Reference.whole(
                    text,
                    new Target.Malformed(
                            "The text after the reference does not begin with a colon, so ECS would look for another secret."));
        }
        return suffixed(text, target, parts.subList(1, parts.size()));
    }

    private static Reference arn(String text, List<Symbolic> parts, Target.Unclear unclear) {
        if (parts.size() < ARN_PARTS) {
            return parts.stream().allMatch(Symbolic::known)
                    ? malformed(
                            text, "The ARN is not whole: it needs partition, service, region, account and resource.")
                    : Reference.whole(text, unclear);
        }
        String service = parts.get(2).toString();
        return switch (service) {
            case "secretsmanager" -> secret(text, parts, unclear);
            case "ssm" -> parameter(text, parts, unclear);
            default ->
                parts.get(2).known()
                        ? malformed(
                                text,
                                "The ARN belongs to `%s`, and ECS reads secrets from `secretsmanager` and `ssm` only."
                                        .formatted(service))
                        : Reference.whole(text, unclear);
        };
    }

    private static Reference secret(String text, List<Symbolic> parts, Target.Unclear unclear) {
        String problem = head(parts);
        if (!problem.isEmpty()) {
            return malformed(text, problem);
        }
        List<Symbolic> resource = parts.subList(RESOURCE, parts.size());
        if (!resource.getFirst().toString().equals("secret") || resource.size() == 1) {
            return resource.getFirst().known()
                    ? malformed(text, "The ARN of a secret goes on with `secret:` and the name after the account.")
                    : Reference.whole(text, unclear);
        }
        Symbolic name = resource.get(1);
        if (name.parts().isEmpty() || name.toString().isEmpty()) {
            return malformed(text, "The ARN names no secret after `secret:`.");
        }
        Target target = name.known() ? named(name.toString(), parts, unclear) : unclear;
        return suffixed(text, target, resource.subList(2, resource.size()));
    }

    /** ECS expands no wildcards, and policies are where they are copied from. */
    private static Target named(String name, List<Symbolic> parts, Target.Unclear unclear) {
        return name.contains("*") || name.contains("?")
                ? new Target.Unclear("has a wildcard in the name of the secret, and ECS expands none", unclear.cause())
                : new Target.SecretArn(whole(parts, "secret:" + name));
    }

    private static Reference parameter(String text, List<Symbolic> parts, Target.Unclear unclear) {
        String problem = head(parts);
        if (!problem.isEmpty()) {
            return malformed(text, problem);
        }
        Symbolic resource = join(parts.subList(RESOURCE, parts.size()));
        if (!resource.known()) {
            return Reference.whole(text, unclear);
        }
        Matcher handedOn = HANDED_ON.matcher(resource.toString().replaceFirst("^parameter", ""));
        if (handedOn.matches()) {
            Arn arn = whole(parts, "secret:" + handedOn.group("name"));
            Target target = new Target.SecretArn(
                    new Arn(arn.partition(), "secretsmanager", arn.region(), arn.account(), arn.resource()));
            return handedOn(text, target, handedOn);
        }
        return resource.toString().startsWith("parameter/")
                ? Reference.whole(text, new Target.ParameterArn(whole(parts, resource.toString())))
                : malformed(text, "The ARN of a parameter goes on with `parameter/` and the name after the account.");
    }

    /** What is wrong with partition, region and account; empty when nothing is. */
    private static String head(List<Symbolic> parts) {
        Symbolic partition = parts.get(1);
        if (partition.known() && !PARTITIONS.contains(partition.toString())) {
            return "`%s` is no partition of AWS.".formatted(partition);
        }
        if (parts.get(3).toString().isEmpty()) {
            return "The ARN names no region.";
        }
        return parts.get(4).toString().isEmpty() ? "The ARN names no account." : "";
    }

    private static Reference suffixed(String text, Target target, List<Symbolic> suffix) {
        if (suffix.isEmpty()) {
            return Reference.whole(text, target);
        }
        if (suffix.size() != SUFFIXED - 2) {
            return malformed(
                    text,
                    "After the name of a secret ECS takes nothing or exactly three parts, `:json-key:version-stage:version-id`,"
                            + " each of which may be empty.");
        }
        if (target instanceof Target.ParameterArn || target instanceof Target.ParameterName) {
            return malformed(text, "A parameter has no JSON keys, stages and versions that could follow it.");
        }
        return versioned(text, target, suffix.get(0), suffix.get(1), suffix.get(2));
    }

    private static Reference versioned(String text, Target target, Symbolic key, Symbolic stage, Symbolic id) {
        if (!stage.toString().isEmpty() && !id.toString().isEmpty()) {
            return malformed(text, "A version stage and a version id exclude each other.");
        }
        int length = id.toString().length();
        if (id.known() && length > 0 && (length < SHORTEST_ID || length > LONGEST_ID)) {
            return malformed(
                    text,
                    "The last part is a version id of 32 to 64 characters; a version stage belongs into the part before it.");
        }
        return new Reference(text, target, key.toString(), stage.toString(), id.toString());
    }

    private static Reference bare(String text) {
        if (text.isBlank()) {
            return malformed(text, "It is empty.");
        }
        Matcher handedOn = HANDED_ON.matcher(text);
        if (handedOn.matches()) {
            return handedOn(text, new Target.SecretName(handedOn.group("name"), ""), handedOn);
        }
        return PARAMETER.matcher(text).matches()
                ? Reference.whole(text, new Target.ParameterName(text, ""))
                : malformed(
                        text,
                        "It is neither an ARN nor the name of a parameter; a key of a secret needs the secret's full ARN.");
    }

    /** A secret that SSM hands on, by its current version or another one: an id has 32 to 64 characters, and a stage is shorter as a rule. */
    private static Reference handedOn(String text, Target secret, Matcher found) {
        String version = Objects.requireNonNullElse(found.group("version"), "");
        return version.length() < SHORTEST_ID
                ? new Reference(text, secret, "", version, "")
                : new Reference(text, secret, "", "", version);
    }

    private static Arn whole(List<Symbolic> parts, String resource) {
        return new Arn(
                orEmpty(parts.get(1)), orEmpty(parts.get(2)), orEmpty(parts.get(3)), orEmpty(parts.get(4)), resource);
    }

    private static String orEmpty(Symbolic part) {
        return part.known() ? part.toString() : "";
    }

    private static Reference malformed(String text, String why) {
        return Reference.whole(text, new Target.Malformed(why));
    }

    /** Splits at the colons that are known; a hole is taken to hold none, as regions, accounts and names do not. */
    private static List<Symbolic> split(Symbolic text) {
        List<Symbolic> parts = new ArrayList<>();
        List<Symbolic.Part> current = new ArrayList<>();
        for (Symbolic.Part part : text.parts()) {
            switch (part) {
                case Symbolic.Part.Hole hole -> current.add(hole);
                case Symbolic.Part.Known(String known) -> {
                    String[] pieces = known.split(":", -1);
                    for (int i = 0; i < pieces.length; i++) {
                        if (i > 0) {
                            parts.add(new Symbolic(current));
                            current.clear();
                        }
                        current.add(new Symbolic.Part.Known(pieces[i]));
                    }
                }
            }
        }
        parts.add(new Symbolic(current));
        return parts;
    }

    private static Symbolic join(List<Symbolic> parts) {
        List<Symbolic.Part> joined = new ArrayList<>(parts.getFirst().parts());
        for (Symbolic part : parts.subList(1, parts.size())) {
            joined.add(new Symbolic.Part.Known(":"));
            joined.addAll(part.parts());
        }
        return new Symbolic(joined);
    }
}
