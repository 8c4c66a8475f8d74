package dev.envgate.ledger;

import java.util.List;

/**
 * The rows of one container, sorted by name.
 *
 * @param container its name; empty when no station shows any container
 * @param configured whether Terraform has the container at all
 * @param deployed whether the running task definition has it at all
 * @param files its environment files in S3, those of Terraform first
 * @param malformed entries of either that ECS would refuse or drop, those of Terraform first
 */
public record ContainerLedger(
        String container,
        Presence configured,
        Presence deployed,
        List<ContainerFile> files,
        List<ContainerDefinition.Malformed> malformed,
        List<Row> rows) {
    public ContainerLedger {
        files = List.copyOf(files);
        malformed = List.copyOf(malformed);
        rows = List.copyOf(rows);
    }

    /** Without environment files. */
    public ContainerLedger(
            String container,
            Presence configured,
            Presence deployed,
            List<ContainerDefinition.Malformed> malformed,
            List<Row> rows) {
        this(container, configured, deployed, List.of(), malformed, rows);
    }
}
