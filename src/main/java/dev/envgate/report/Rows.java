package dev.envgate.report;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.policy.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a run by what they are about, for reports that ask for many. */
final class Rows {
    private final Map<Spot, List<Row>> rows = new HashMap<>();

    Rows(Run run) {
        for (ServiceLedger service : run.ledger().services()) {
            String namesake = run.ledger().apart(service);
            for (ContainerLedger container : service.containers()) {
                container
                        .rows()
                        .forEach(row -> rows.putIfAbsent(
                                Spot.of(
                                        service,
                                        namesake,
                                        container.container(),
                                        row.name().text()),
                                List.of(row)));
            }
        }
    }

    /** The row that a finding is about; none when it is about a service or a container as a whole. */
    List<Row> of(Finding finding) {
        return rows.getOrDefault(Spot.of(finding), List.of());
    }
}
