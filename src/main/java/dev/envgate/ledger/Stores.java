package dev.envgate.ledger;

/** Answers what the stores say of a reference and of an environment file. Every answer is already here: asking costs nothing. */
@FunctionalInterface
public interface Stores {
    Stored of(Reference reference);

    /** What the object of S3 gives a container, by its ARN. */
    default EnvFile file(String arn) {
        return new EnvFile.NotAsked("Files of `environmentFiles` are not read.");
    }
}
