package dev.envgate.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * What a cluster has under a service's name.
 *
 * @param services the service; none when AWS says that it is not there
 */
record Found(String cluster, List<Service> services) {
    private static final String GOING = "DRAINING";
    private static final String GONE = "INACTIVE";

    Found {
        services = List.copyOf(services);
    }

    /** A deleted service is described for a while as DRAINING, as long as its tasks stop, and then as INACTIVE. */
    Optional<Service> living() {
        return services.stream()
                .filter(service -> !GOING.equals(service.status()) && !GONE.equals(service.status()))
                .findFirst();
    }

    /** Whether it was deleted, and tasks of it may still run: nothing can be deployed to it any more. */
    boolean going() {
        return services.stream().anyMatch(service -> GOING.equals(service.status()));
    }

    /** The account it was seen in; empty when it was not. */
    String account() {
        return services.stream()
                .map(service -> Names.account(Names.text(service.serviceArn())))
                .findFirst()
                .orElse("");
    }

    /** What the PRIMARY deployment of a service runs, or its PRIMARY task set, where CodeDeploy or another controller deploys. */
    static Optional<String> primary(Service service) {
        Stream<String> deployments = service.deployments().stream()
                .filter(each -> Names.text(each.status()).equals("PRIMARY"))
                .map(each -> Names.text(each.taskDefinition()));
        Stream<String> taskSets = service.taskSets().stream()
                .filter(each -> Names.text(each.status()).equals("PRIMARY"))
                .map(each -> Names.text(each.taskDefinition()));
        return Stream.concat(deployments, taskSets)
                .filter(definition -> !definition.isEmpty())
                .findFirst();
    }
}
