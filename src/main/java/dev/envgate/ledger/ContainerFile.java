package dev.envgate.ledger;

/**
 * An environment file of a container.
 *
 * @param file its ARN
 * @param configured whether Terraform gives it to the container
 * @param place where it is given
 */
public record ContainerFile(String file, boolean configured, Place place, EnvFile content) {}
