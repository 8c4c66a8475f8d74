package dev.envgate.ledger;

/**
 * What a {@code valueFrom} points to.
 *
 * @param text as written, holes as <code>${…}</code>
 * @param target the secret or parameter itself
 * @param jsonKey the key inside of a JSON secret; empty for the whole secret; a part that is not known stands as <code>${…}</code>
 * @param versionStage the staging label; empty for {@code AWSCURRENT}
 * @param versionId the version; empty for the one with the stage
 */
public record Reference(String text, Target target, String jsonKey, String versionStage, String versionId) {
    /** Reads a {@code valueFrom} that is a plain text, as ECS reads it. */
    public static Reference parse(String text) {
        return ReferenceParser.parse(text);
    }

    /**
     * Reads a {@code valueFrom} of which some parts are not known.
     *
     * @param unclear the target when those parts hide what it points to
     */
    public static Reference parse(Symbolic text, Target.Unclear unclear) {
        return ReferenceParser.parse(text, unclear);
    }

    /**
     * A reference whose beginning was followed to its target.
     *
     * @param suffix what is written after the beginning: nothing, or {@code :json-key:version-stage:version-id}
     */
    public static Reference of(String text, Target target, Symbolic suffix) {
        return ReferenceParser.follow(text, target, suffix);
    }

    /** A reference to the whole of a target. */
    public static Reference whole(String text, Target target) {
        return new Reference(text, target, "", "", "");
    }

    /** Whether it names a version, which never gets another value: of a secret by its id, of a parameter by its number. */
    public boolean pinned() {
        return switch (target) {
            case Target.ParameterArn(Arn arn) -> arn.resource().matches(".*:\\d+");
            case Target.ParameterName(String name, String _) -> name.matches(".*:\\d+");
            case Target.SecretArn _, Target.SecretName _, Target.Unclear _, Target.Malformed _ -> !versionId.isEmpty();
        };
    }

    /** The secret or parameter that a reference points to. */
    public sealed interface Target {
        /**
         * A secret by its ARN; {@code resource} of the ARN is {@code secret:NAME-suffix}, without key, stage and version. Partition,
         * region and account are empty where Terraform does not decide them: then they are those of the service.
         */
        record SecretArn(Arn arn) implements Target {}

        /** A secret by its name, from a Terraform block, or as written for a registry or for SSM to hand it on; {@code block} is empty when written. */
        record SecretName(String name, String block) implements Target {}

        /** A parameter by its ARN; parts of the ARN are empty as in {@link SecretArn}. */
        record ParameterArn(Arn arn) implements Target {}

        /** A parameter by its name, as written or from a Terraform block; {@code block} is empty when written. */
        record ParameterName(String name, String block) implements Target {}

        /** Not known; {@code why} is half a sentence that can follow "not known:". */
        record Unclear(String why, Place cause) implements Target {}

        /** Nothing that ECS would accept; {@code why} is a sentence. */
        record Malformed(String why) implements Target {}
    }
}
