package dev.envgate.ledger;

/**
 * An environment file of a container.
 *
 * @param file its ARN
 * @param configured whether Terraform gives it to the container
 * @param place where it is given
 * @param role the role that it is fetched with
 * @param access whether that role may
 */
public record ContainerFile(
        String file, boolean configured, Place place, EnvFile content, RoleReference role, Access access) {
    /** The same, with what is known of the role that fetches it for what runs where nothing is of the one of Terraform. */
    ContainerFile or(ContainerFile running) {
        return access instanceof Access.NotAsked
                ? new ContainerFile(file, configured, place, content, running.role, running.access)
                : this;
    }
}
