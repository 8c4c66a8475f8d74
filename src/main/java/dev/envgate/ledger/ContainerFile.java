package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * An environment file of a container.
 *
 * @param arn its ARN, as written
 * @param configured whether Terraform gives it to the container
 * @param place where it is given
 * @param role the role that it is fetched with
 * @param access whether that role may
 */
public record ContainerFile(
        Symbolic arn, boolean configured, Place place, EnvFile content, RoleReference role, Access access) {
    /** Its ARN as people see it. */
    public String file() {
        return arn.toString();
    }

    /** The same without what is told of texts that Terraform puts into it. */
    ContainerFile without(List<ContainerFile> written) {
        List<EnvFile.Oddity> told = written.stream()
                .filter(other -> other.arn.matches(file()) != Agreement.DIFFERENT)
                .flatMap(other ->
                        other.content instanceof EnvFile.Written text ? text.read().oddities().stream() : Stream.of())
                .toList();
        return content instanceof EnvFile.Read read
                ? new ContainerFile(arn, configured, place, read.without(told), role, access)
                : this;
    }

    /** The same, with nobody who fetches it. */
    ContainerFile withoutAccess() {
        return new ContainerFile(
                arn, configured, place, content, role, new Access.NotAsked("It is told of what Terraform has."));
    }

    /** The same, with what is known of the role that fetches it for what runs where nothing is of the one of Terraform. */
    ContainerFile or(ContainerFile running) {
        return access instanceof Access.NotAsked
                ? new ContainerFile(arn, configured, place, content, running.role, running.access)
                : this;
    }
}
