package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether two references lead to the same value, however they are written. */
final class Same {
    /** What Secrets Manager appends to a secret's name in its ARN. */
    private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9]{6}");

    private static final String DEFAULT_STAGE = "AWSCURRENT";

    private Same() {}

    static Agreement reference(Reference one, Reference other) {
        Agreement target = target(one.target(), other.target());
        return target == Agreement.UNKNOWN // then key, stage and version may be hidden as well
                ? target
                : all(Stream.of(
                        target,
                        text(one.jsonKey(), other.jsonKey()),
                        text(stage(one), stage(other)),
                        text(one.versionId(), other.versionId())));
    }

    /** Without a stage and without a version ECS takes the current one. */
    private static String stage(Reference reference) {
        return reference.versionStage().isEmpty() && reference.versionId().isEmpty()
                ? DEFAULT_STAGE
                : reference.versionStage();
    }

    private static Agreement all(Stream<Agreement> agreements) {
        return agreements.reduce(Agreement.SAME, (one, other) -> {
            if (one == Agreement.DIFFERENT || other == Agreement.DIFFERENT) {
                return Agreement.DIFFERENT;
            }
            return one == Agreement.UNKNOWN ? one : other;
        });
    }

    private static Agreement target(Target one, Target other) {
        return switch (one) {
            case Target.SecretArn(Arn arn) -> secret(arn, other);
            case Target.SecretName(String name, String _) -> secret(name, other);
            case Target.ParameterArn(Arn arn) -> parameter(arn, other);
            case Target.ParameterName(String name, String _) -> parameter(name, other);
            case Target.Unclear _, Target.Malformed _ -> Agreement.UNKNOWN;
        };
    }

    private static Agreement secret(Arn arn, Target other) {
        return switch (other) {
            case Target.SecretArn(Arn theirs) ->
                all(Stream.of(where(arn, theirs), either(arn.resource(), theirs.resource())));
            case Target.SecretName(String name, String _) -> named("secret:" + name, arn.resource());
            case Target.ParameterArn _, Target.ParameterName _ -> Agreement.DIFFERENT;
            case Target.Unclear _, Target.Malformed _ -> Agreement.UNKNOWN;
        };
    }

    private static Agreement secret(String name, Target other) {
        return switch (other) {
            case Target.SecretArn(Arn arn) -> named("secret:" + name, arn.resource());
            case Target.SecretName(String theirs, String _) -> agree(name.equals(theirs));
            case Target.ParameterArn _, Target.ParameterName _ -> Agreement.DIFFERENT;
            case Target.Unclear _, Target.Malformed _ -> Agreement.UNKNOWN;
        };
    }

    private static Agreement parameter(Arn arn, Target other) {
        return switch (other) {
            case Target.ParameterArn(Arn theirs) ->
                all(Stream.of(where(arn, theirs), agree(arn.resource().equals(theirs.resource()))));
            case Target.ParameterName(String name, String _) ->
                agree(arn.resource().equals(resource(name)));
            case Target.SecretArn _, Target.SecretName _ -> Agreement.DIFFERENT;
            case Target.Unclear _, Target.Malformed _ -> Agreement.UNKNOWN;
        };
    }

    private static Agreement parameter(String name, Target other) {
        return switch (other) {
            case Target.ParameterArn(Arn arn) -> agree(arn.resource().equals(resource(name)));
            case Target.ParameterName(String theirs, String _) -> agree(name.equals(theirs));
            case Target.SecretArn _, Target.SecretName _ -> Agreement.DIFFERENT;
            case Target.Unclear _, Target.Malformed _ -> Agreement.UNKNOWN;
        };
    }

    /** The ARN of a parameter leaves out the slash that its name begins with. */
    private static String resource(String parameter) {
        return "parameter/" + (parameter.startsWith("/") ? parameter.substring(1) : parameter);
    }

    /** A part of an ARN that is empty is the one of the service. */
    private static Agreement where(Arn one, Arn other) {
        return all(Stream.of(
                orAny(one.partition(), other.partition()),
                orAny(one.region(), other.region()),
                orAny(one.account(), other.account())));
    }

    private static Agreement orAny(String one, String other) {
        return agree(one.isEmpty() || other.isEmpty() || one.equals(other));
    }

    /** Two ARNs of a secret, either of which may leave out what is appended to the name. */
    private static Agreement either(String one, String other) {
        return agree(one.equals(other) || appended(one, other) || appended(other, one));
    }

    private static Agreement named(String name, String resource) {
        return agree(name.equals(resource) || appended(name, resource));
    }

    private static boolean appended(String name, String resource) {
        return resource.startsWith(name)
                && SUFFIX.matcher(resource.substring(name.length())).matches();
    }

    private static Agreement text(String one, String other) {
        return one.contains("${") || other.contains("${") ? Agreement.UNKNOWN : agree(one.equals(other));
    }

    private static Agreement agree(boolean same) {
        return same ? Agreement.SAME : Agreement.DIFFERENT;
    }
}
