package dev.envgate.ledger;

import java.util.List;

/**
 * An {@code aws_ecs_service} of Terraform.
 *
 * @param taskDefinitions the addresses of the task definitions that it may run; one when that is known
 * @param platform what its tasks are to run on
 * @param controller what brings a new revision to it, as its {@code deployment_controller} says: {@code CODE_DEPLOY}; empty where it says nothing
 * @param ignored where Terraform is told to ignore changes of its {@code task_definition}; empty when it is not
 */
public record ServiceDefinition(
        String address,
        Symbolic name,
        Symbolic cluster,
        List<String> taskDefinitions,
        Presence presence,
        Platform platform,
        Symbolic controller,
        List<Place> ignored) {
    public ServiceDefinition {
        taskDefinitions = List.copyOf(taskDefinitions);
        ignored = List.copyOf(ignored);
    }

    /** Without a word about what its tasks are to run on, and what deploys them. */
    public ServiceDefinition(
            String address,
            Symbolic name,
            Symbolic cluster,
            List<String> taskDefinitions,
            Presence presence,
            List<Place> ignored) {
        this(address, name, cluster, taskDefinitions, presence, Platform.NOT_SAID, Symbolic.of(""), ignored);
    }
}
