package dev.envgate.ledger;

import java.util.List;

/**
 * The rows of one container, sorted by name.
 *
 * @param container its name; empty when no station shows any container
 * @param configured whether Terraform has the container at all
 * @param deployed whether the running task definition has it at all
 * @param malformed entries of either that ECS would refuse or drop, those of Terraform first
 */
public record ContainerLedger(
        String container,
        Presence configured,
        Presence deployed,
        List<ContainerDefinition.Malformed> malformed,
        List<Row> rows) {
    public ContainerLedger {
        malformed = List.copyOf(malformed);
        rows = List.copyOf(rows);
    }
}
