package dev.envgate.ledger;

/** What runs under a service's name. */
public sealed interface Deployment {
    /**
     * The service runs a task definition.
     *
     * @param revision {@code family:revision} of its PRIMARY deployment
     */
    record Running(String service, String cluster, String revision, TaskDefinition definition) implements Deployment {}

    /**
     * No service was named: the newest ACTIVE revision of a family. No service is known to run it.
     *
     * @param revision {@code family:revision}
     */
    record Newest(String family, String revision, TaskDefinition definition) implements Deployment {}

    /** AWS, or the file asked, has no such service; {@code cluster} is empty when every cluster was looked at. */
    record Missing(String service, String cluster) implements Deployment {}

    /** Could not be seen; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Deployment {}

    /** Nobody asked: the run is offline. */
    record NotAsked(String why) implements Deployment {}
}
