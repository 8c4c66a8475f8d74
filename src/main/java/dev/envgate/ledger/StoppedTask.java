package dev.envgate.ledger;

import java.util.List;

/**
 * A task that stopped, and what ECS says of that.
 *
 * @param id the last part of its ARN
 * @param reasons what is said of the task itself, and of its containers
 */
public record StoppedTask(String id, String revision, List<Reason> reasons) {
    public StoppedTask {
        reasons = List.copyOf(reasons);
    }

    /** One message; {@code container} is empty when it is about the task itself. */
    public record Reason(String container, String message) {}
}
