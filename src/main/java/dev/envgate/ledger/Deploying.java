package dev.envgate.ledger;

/**
 * One deployment of a service, or a task set of CodeDeploy or of another controller.
 *
 * @param id {@code ecs-svc/1234567890123456789}
 * @param status {@code PRIMARY}, {@code ACTIVE}, {@code DRAINING} or {@code INACTIVE}
 * @param revision {@code family:revision}
 * @param rollout how far it has got; {@code UNKNOWN} where ECS does not say; of a task set, whether it has the tasks that it wants
 * @param reason what ECS says of that; empty when it says nothing
 * @param failedTasks how many tasks could not be started so far
 * @param taskSet whether it is a task set: what keeps and ends one is whoever deploys, and not ECS
 */
public record Deploying(
        String id,
        String status,
        String revision,
        Rollout rollout,
        String reason,
        int failedTasks,
        int running,
        boolean taskSet) {
    /** {@code rolloutState}. */
    public enum Rollout {
        COMPLETED,
        IN_PROGRESS,
        FAILED,
        UNKNOWN
    }
}
