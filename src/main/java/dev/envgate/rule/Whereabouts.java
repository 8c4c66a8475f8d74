package dev.envgate.rule;

import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.TaskDefinition;
import java.util.stream.Stream;

/** The line of Terraform that stands for a service as a whole. */
record Whereabouts(ServiceLedger service) {
    /** That of its {@code aws_ecs_service}, else of its task definition. */
    Place place() {
        return Stream.concat(
                        service.services().stream().map(ServiceDefinition::presence),
                        service.definitions().stream().map(TaskDefinition::presence))
                .flatMap(presence -> presence instanceof Presence.Present(Place place) ? Stream.of(place) : Stream.of())
                .findFirst()
                .orElse(new Place.Nowhere());
    }
}
