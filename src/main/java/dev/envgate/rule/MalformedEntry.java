package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.stream.Stream;

/** An entry that ECS would refuse or drop. */
final class MalformedEntry implements Rule {
    @Override
    public String id() {
        return "malformed-entry";
    }

    @Override
    public String summary() {
        return "An entry of `environment` or `secrets` is written so that ECS refuses or drops it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream()
                        .flatMap(container -> container.malformed().stream()
                                .map(malformed -> finding(service, container, malformed))));
    }

    private Finding finding(ServiceLedger service, ContainerLedger container, ContainerDefinition.Malformed malformed) {
        return new Finding(
                id(),
                Severity.ERROR,
                service.service(),
                container.container(),
                malformed.name(),
                malformed.why(),
                "write it as `{ name = \"NAME\", value = \"…\" }` or `{ name = \"NAME\", valueFrom = \"…\" }`.",
                malformed.place());
    }
}
