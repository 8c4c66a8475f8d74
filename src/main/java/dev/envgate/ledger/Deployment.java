package dev.envgate.ledger;

import java.util.List;

/** What runs under a service's name. */
public sealed interface Deployment {
    /**
     * The service runs a task definition.
     *
     * @param revision {@code family:revision} of its PRIMARY deployment
     * @param progress how far that has got
     */
    record Running(String service, String cluster, String revision, TaskDefinition definition, Progress progress)
            implements Deployment {
        /** With nothing else looked at. */
        public Running(String service, String cluster, String revision, TaskDefinition definition) {
            this(service, cluster, revision, definition, Progress.notAsked("Only the task definition was looked at."));
        }
    }

    /**
     * No service runs it: rules of EventBridge or schedules start its tasks.
     *
     * @param revision {@code family:revision} that the first of them starts
     * @param triggers what starts it; never none
     */
    record Started(String family, String revision, TaskDefinition definition, List<Trigger> triggers)
            implements Deployment {
        public Started {
            triggers = List.copyOf(triggers);
        }
    }

    /**
     * No service was named: the newest ACTIVE revision of a family. No service and no schedule is known to run it.
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

    /** The task definition that runs; none where none was seen. */
    default List<TaskDefinition> definitions() {
        return switch (this) {
            case Running running -> List.of(running.definition());
            case Started started -> List.of(started.definition());
            case Newest newest -> List.of(newest.definition());
            case Missing _, NotSeen _, NotAsked _ -> List.of();
        };
    }
}
