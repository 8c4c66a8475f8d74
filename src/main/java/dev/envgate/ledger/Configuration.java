package dev.envgate.ledger;

import java.util.List;

/**
 * What the Terraform files configure.
 *
 * @param root the directory or file it was read from, as shown to people
 * @param iam who may read which secret
 * @param gaps why there may be more task definitions than {@code taskDefinitions}
 */
public record Configuration(
        String root, List<TaskDefinition> taskDefinitions, List<ServiceDefinition> services, Iam iam, List<Gap> gaps) {
    public Configuration {
        taskDefinitions = List.copyOf(taskDefinitions);
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
    }

    /** Without anything about who may read what. */
    public Configuration(
            String root, List<TaskDefinition> taskDefinitions, List<ServiceDefinition> services, List<Gap> gaps) {
        this(root, taskDefinitions, services, Iam.NONE, gaps);
    }
}
