package dev.envgate.ledger;

import java.util.List;

/** The rows of one container, sorted by name. */
public record ContainerLedger(String container, List<Row> rows) {
    public ContainerLedger {
        rows = List.copyOf(rows);
    }
}
