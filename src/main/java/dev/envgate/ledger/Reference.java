package dev.envgate.ledger;

/**
 * What a {@code valueFrom} points to.
 *
 * @param text as written, holes as <code>${…}</code>
 * @param target the secret or parameter itself
 * @param jsonKey the key inside of a JSON secret; empty for the whole secret
 * @param versionStage the staging label; empty for {@code AWSCURRENT}
 * @param versionId the version; empty for the one with the stage
 */
public record Reference(String text, Target target, String jsonKey, String versionStage, String versionId) {
    /** The secret or parameter that a reference points to. */
    public sealed interface Target {
        /** A secret by its ARN; {@code resource} of the ARN is {@code secret:NAME-suffix}, without key, stage and version. */
        record SecretArn(Arn arn) implements Target {}

        /** A secret by the name that a Terraform block gives it; {@code block} is the block's address. */
        record SecretName(String name, String block) implements Target {}

        /** A parameter by its ARN. */
        record ParameterArn(Arn arn) implements Target {}

        /** A parameter by its name, as written or from a Terraform block; {@code block} is empty when written. */
        record ParameterName(String name, String block) implements Target {}

        /** Not known; {@code why} is half a sentence that can follow "not known:". */
        record Unclear(String why, Place cause) implements Target {}

        /** Nothing that ECS would accept; {@code why} is a sentence. */
        record Malformed(String why) implements Target {}
    }
}
