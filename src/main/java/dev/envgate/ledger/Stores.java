package dev.envgate.ledger;

/** Answers what the stores say of a reference and of an environment file, and who may fetch it. Every answer is already here: asking costs nothing. */
@FunctionalInterface
public interface Stores {
    Stored of(Reference reference);

    /** What the object of S3 gives a container, by its ARN. */
    default EnvFile file(String arn) {
        return new EnvFile.NotAsked("Files of `environmentFiles` are not read.");
    }

    /** What a store keeps under a prefix of names. */
    default Kept kept(Kept.Store store, String prefix) {
        return new Kept.NotAsked("What is kept under a prefix is not listed.");
    }

    /** Whether a role may fetch what a reference points to. */
    default Access access(RoleReference role, Reference reference) {
        return new Access.NotAsked("AWS was not asked who may read it.");
    }

    /** Whether a role may fetch an environment file, by its ARN. */
    default Access access(RoleReference role, String file) {
        return new Access.NotAsked("AWS was not asked who may read it.");
    }
}
