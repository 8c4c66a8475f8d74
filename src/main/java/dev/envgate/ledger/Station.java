package dev.envgate.ledger;

/** The four stations on a variable's way into the container. */
public enum Station {
    /** The contract: {@code .env.example}. */
    DECLARED,
    /** The Terraform files, or a task definition given instead of them. */
    CONFIGURED,
    /** Secrets Manager, SSM, S3. */
    STORED,
    /** The task definition that the service runs. */
    DEPLOYED
}
