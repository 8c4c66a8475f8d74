package dev.envgate.snapshot;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.RoleReference;
import java.util.List;

/** Questions to the stores as texts, so that the same question is known again although it was written elsewhere. */
record Questions(Identity identity) {
    List<String> of(Reference reference) {
        return List.of(
                "stored", target(reference), reference.jsonKey(), reference.versionStage(), reference.versionId());
    }

    List<String> access(RoleReference role, Reference reference) {
        return List.of(
                "access",
                role(role),
                target(reference),
                reference.jsonKey(),
                reference.versionStage(),
                reference.versionId());
    }

    List<String> access(RoleReference role, String file) {
        return List.of("access", role(role), file);
    }

    List<String> file(String arn) {
        return List.of("file", arn);
    }

    List<String> kept(Kept.Store store, String prefix) {
        return List.of("kept", store.name(), prefix);
    }

    private String target(Reference reference) {
        return switch (reference.target()) {
            case Target.SecretArn(Arn arn) -> complete(arn);
            case Target.SecretName(String name, String _) -> "secret " + name;
            case Target.ParameterArn(Arn arn) -> complete(arn);
            case Target.ParameterName(String name, String _) -> "parameter " + name;
            case Target.Unclear _, Target.Malformed _ -> "text " + reference.text();
        };
    }

    /** Parts that files leave open are those of the service. */
    private String complete(Arn arn) {
        return new Arn(
                        arn.partition().isEmpty() ? "aws" : arn.partition(),
                        arn.service(),
                        arn.region().isEmpty() ? identity.region() : arn.region(),
                        arn.account().isEmpty() ? identity.account() : arn.account(),
                        arn.resource())
                .toString();
    }

    private static String role(RoleReference role) {
        return switch (role) {
            case RoleReference.None _ -> "none";
            case RoleReference.Named named -> "named " + named.text();
            case RoleReference.Block block -> "block " + block.block();
            case RoleReference.Unclear unclear -> "unclear " + unclear.why();
        };
    }
}
