package dev.envgate.aws;

/** Something of ECS to look at. */
public sealed interface Query {
    /**
     * A service.
     *
     * @param cluster its cluster by name or ARN; empty when it is not known, and every cluster is looked at
     * @param service by name or ARN
     */
    record Service(String cluster, String service) implements Query {}

    /** What rules and schedules start of a family that no service runs; where there are none, its newest ACTIVE revision. */
    record Standalone(String family) implements Query {}

    /** The newest ACTIVE revision of a family, where no service is known. */
    record Family(String family) implements Query {}
}
