package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Reference;

/** Finds out what something stands for that a container only refers to. */
interface Follow {
    /** Which secret or parameter something is that is not known as a text. */
    Reference.Target target(Value.Unknown unknown);

    /** What Terraform puts into the object of S3 that an ARN means; {@link EnvFile.NotAsked} where it does not make it. */
    default EnvFile file(Value arn) {
        return new EnvFile.NotAsked("Terraform does not make it.");
    }
}
