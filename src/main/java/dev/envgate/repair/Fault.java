package dev.envgate.repair;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finding with all that was found out in its run.
 *
 * @param values values of settings that a person has given, by name
 */
public record Fault(Finding finding, Ledger ledger, Sources sources, Map<String, String> values) {
    public Fault {
        values = Map.copyOf(values);
    }

    String name() {
        return finding.name();
    }

    /** The value that a person has given. */
    Optional<String> value() {
        return values.containsKey(name()) ? Optional.of(values.getOrDefault(name(), "")) : Optional.empty();
    }

    /** The services that the finding is about; all of them when it is the contract's. */
    List<ServiceLedger> services() {
        return ledger.services().stream()
                .filter(each -> finding.service().isEmpty() || each.service().equals(finding.service()))
                .filter(each ->
                        finding.environment().isEmpty() || each.environment().equals(finding.environment()))
                .toList();
    }

    Stream<ContainerLedger> containers() {
        return services().stream()
                .flatMap(each -> each.containers().stream())
                .filter(each ->
                        finding.container().isEmpty() || each.container().equals(finding.container()));
    }

    Optional<Row> row() {
        return containers()
                .flatMap(each -> each.rows().stream())
                .filter(row -> row.name().text().equals(name()))
                .findFirst();
    }

    /** The container in Terraform. */
    List<ContainerDefinition> definitions() {
        return services().stream()
                .flatMap(each -> each.definitions().stream())
                .flatMap(each -> each.containers().stream())
                .filter(each -> each.name().toString().equals(finding.container()))
                .toList();
    }

    Optional<Contract> contract() {
        return services().stream()
                .map(ServiceLedger::contract)
                .filter(each -> !each.files().isEmpty())
                .findFirst();
    }
}
