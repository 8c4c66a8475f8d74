package dev.envgate.ledger;

/**
 * A rule of EventBridge or a schedule of EventBridge Scheduler that starts tasks of a family.
 *
 * @param name as a person calls it: {@code the rule `nightly`}
 * @param revision {@code family:revision} where it names one; else {@code family}, and the newest one is started
 * @param enabled whether it starts anything at present
 */
public record Trigger(String name, String cluster, String revision, boolean enabled) {
    /** Whether it names a revision, and does not follow the newest one. */
    public boolean pinned() {
        return revision.contains(":");
    }
}
