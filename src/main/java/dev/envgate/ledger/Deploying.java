package dev.envgate.ledger;

/**
 * One deployment of a service, or a task set of CodeDeploy or of another controller.
 *
 * @param id {@code ecs-svc/1234567890123456789}
 * @param status {@code PRIMARY}, {@code ACTIVE}, {@code DRAINING} or {@code INACTIVE}
 * @param revision {@code family:revision}
 * @param rollout how far it has got; {@code UNKNOWN} where ECS does not say, as of task sets
 * @param reason what ECS says of that; empty when it says nothing
 * @param failedTasks how many tasks could not be started so far
 */
public record Deploying(
        String id, String status, String revision, Rollout rollout, String reason, int failedTasks, int running) {
    /** {@code rolloutState}. */
    public enum Rollout {
        COMPLETED,
        IN_PROGRESS,
        FAILED,
        UNKNOWN
    }
}
