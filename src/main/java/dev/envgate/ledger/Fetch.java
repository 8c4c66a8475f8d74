package dev.envgate.ledger;

/**
 * Something that ECS fetches for a container with the execution role.
 *
 * @param name the variable, or the option of a log driver
 * @param variable whether it is a variable, which has a row of its own
 * @param station whether it stands in Terraform or in what runs
 * @param place where it is written
 * @param stored what the store says of it
 * @param role the role that it is fetched with
 * @param access whether that role may
 * @param other whether the task role, which has no part in it, may
 */
public record Fetch(
        String container,
        String name,
        boolean variable,
        Reference reference,
        Station station,
        Place place,
        Stored stored,
        RoleReference role,
        Access access,
        Access other) {}
