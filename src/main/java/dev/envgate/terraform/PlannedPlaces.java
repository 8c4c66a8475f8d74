package dev.envgate.terraform;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.ledger.Uses;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what a plan says the lines of the files that it was made of, by address, container and name. Only containers that the plan does not
 * know at all are taken from the files.
 */
final class PlannedPlaces {
    private final Map<String, TaskDefinition> definitions = new HashMap<>();
    private final Map<String, ServiceDefinition> services = new HashMap<>();

    private final Uses uses;

    PlannedPlaces(Configuration files) {
        uses = files.uses();
        files.taskDefinitions().forEach(each -> definitions.put(each.address(), each));
        files.services().forEach(each -> services.put(each.address(), each));
    }

    Configuration in(Configuration plan) {
        return new Configuration(
                        plan.root(),
                        plan.taskDefinitions().stream().map(this::placed).toList(),
                        plan.services().stream().map(this::placed).toList(),
                        plan.gaps())
                .using(uses);
    }

    private TaskDefinition placed(TaskDefinition planned) {
        return Optional.ofNullable(definitions.get(planned.address()))
                .map(written -> placed(planned, written))
                .orElse(planned);
    }

    private static TaskDefinition placed(TaskDefinition planned, TaskDefinition written) {
        boolean unknown = planned.containers().isEmpty() && !planned.gaps().isEmpty();
        return new TaskDefinition(
                planned.address(),
                planned.family().known() ? planned.family() : written.family(),
                placed(planned.presence(), written.presence()),
                role(planned.executionRole(), written.executionRole()),
                role(planned.taskRole(), written.taskRole()),
                unknown
                        ? written.containers()
                        : planned.containers().stream()
                                .map(each -> placed(each, written))
                                .toList(),
                written.ignored(),
                unknown ? written.gaps() : planned.gaps());
    }

    /** The block of a role leads to what it may do; its name alone does not. */
    private static RoleReference role(RoleReference planned, RoleReference written) {
        return written instanceof RoleReference.Block || planned instanceof RoleReference.Unclear ? written : planned;
    }

    private static ContainerDefinition placed(ContainerDefinition planned, TaskDefinition written) {
        return written.containers().stream()
                .filter(each -> each.name().equals(planned.name()))
                .findFirst()
                .map(each -> placed(planned, each))
                .orElse(planned);
    }

    private static ContainerDefinition placed(ContainerDefinition planned, ContainerDefinition written) {
        return new ContainerDefinition(
                        planned.name(),
                        written.place(),
                        planned.entries().stream()
                                .map(each -> placed(each, written))
                                .toList(),
                        planned.environmentFiles(),
                        planned.credentials(),
                        planned.malformed(),
                        planned.gaps())
                .from(planned.from());
    }

    /** The plan knows that the name is there; the files know where it is written. */
    private static Entry placed(Entry planned, ContainerDefinition written) {
        return written.entries().stream()
                .filter(each -> each.name().equals(planned.name())
                        && each.given().getClass() == planned.given().getClass())
                .findFirst()
                .map(each -> new Entry(
                        planned.name(), planned.given(), placed(planned.presence(), each.presence()), each.chain()))
                .orElse(planned);
    }

    private static Presence placed(Presence planned, Presence written) {
        return switch (written) {
            case Presence.Present _ -> written;
            case Presence.Conditional(Place place, String _) -> new Presence.Present(place);
            case Presence.Absent _, Presence.Unknown _ -> planned;
        };
    }

    private ServiceDefinition placed(ServiceDefinition planned) {
        return Optional.ofNullable(services.get(planned.address()))
                .map(written -> new ServiceDefinition(
                        planned.address(),
                        planned.name().known() ? planned.name() : written.name(),
                        planned.cluster().known() ? planned.cluster() : written.cluster(),
                        planned.taskDefinitions().isEmpty() ? written.taskDefinitions() : planned.taskDefinitions(),
                        placed(planned.presence(), written.presence()),
                        planned.platform(),
                        planned.controller(),
                        written.ignored()))
                .orElse(planned);
    }
}
