package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A task definition, from Terraform, from a file or from AWS.
 *
 * @param address what it is called where it stands: {@code module.api.aws_ecs_task_definition.this["web"]}, or {@code family:revision}
 * @param presence where it is written, and whether it is there for certain ({@code count = var.x ? 1 : 0})
 * @param executionRole the role with which ECS fetches secrets and pulls the image
 * @param taskRole the role that the application itself has
 * @param ignored where Terraform is told to ignore changes of its {@code container_definitions}; empty when it is not
 * @param gaps why there may be more containers than {@code containers}
 */
public record TaskDefinition(
        String address,
        Symbolic family,
        Presence presence,
        RoleReference executionRole,
        RoleReference taskRole,
        List<ContainerDefinition> containers,
        List<Place> ignored,
        List<Gap> gaps) {
    public TaskDefinition {
        containers = List.copyOf(containers);
        ignored = List.copyOf(ignored);
        gaps = List.copyOf(gaps);
    }

    /** The same, whose first container has more. */
    TaskDefinition filled(List<Entry> more) {
        List<ContainerDefinition> filled = new ArrayList<>(containers);
        filled.set(0, containers.getFirst().and(more));
        return new TaskDefinition(address, family, presence, executionRole, taskRole, filled, ignored, gaps);
    }

    /** The same with more known of its containers. */
    public TaskDefinition with(List<ContainerDefinition> known) {
        return new TaskDefinition(address, family, presence, executionRole, taskRole, known, ignored, gaps);
    }
}
