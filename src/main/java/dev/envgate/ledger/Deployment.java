package dev.envgate.ledger;

import java.util.List;
import java.util.function.UnaryOperator;

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
     * @param newest the newest ACTIVE revision of the family
     * @param unseen why further rules and schedules could not be looked at, half a sentence; empty when these are all
     */
    record Started(
            String family,
            String revision,
            TaskDefinition definition,
            List<Trigger> triggers,
            dev.envgate.ledger.Newest newest,
            String unseen)
            implements Deployment {
        public Started {
            triggers = List.copyOf(triggers);
        }
    }

    /**
     * No service was named: the newest ACTIVE revision of a family. No service and no schedule is known to run it.
     *
     * @param revision {@code family:revision}
     * @param unseen why rules and schedules could not be looked at, half a sentence; empty when they were, or nobody asked
     */
    record Newest(String family, String revision, TaskDefinition definition, String unseen) implements Deployment {
        /** With nobody asked what starts it. */
        public Newest(String family, String revision, TaskDefinition definition) {
            this(family, revision, definition, "");
        }
    }

    /** AWS, or the file asked, has no such service; {@code cluster} is empty when every cluster was looked at. */
    record Missing(String service, String cluster) implements Deployment {}

    /** Could not be seen; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Deployment {}

    /** Nobody asked: the run is offline. */
    record NotAsked(String why) implements Deployment {}

    /** The same with more known of the containers that it runs. */
    default Deployment with(UnaryOperator<ContainerDefinition> known) {
        return switch (this) {
            case Running running ->
                new Running(
                        running.service(),
                        running.cluster(),
                        running.revision(),
                        known(running.definition(), known),
                        running.progress());
            case Started started ->
                new Started(
                        started.family(),
                        started.revision(),
                        known(started.definition(), known),
                        started.triggers(),
                        started.newest(),
                        started.unseen());
            case Newest newest ->
                new Newest(newest.family(), newest.revision(), known(newest.definition(), known), newest.unseen());
            case Missing _, NotSeen _, NotAsked _ -> this;
        };
    }

    private static TaskDefinition known(TaskDefinition definition, UnaryOperator<ContainerDefinition> known) {
        return definition.with(definition.containers().stream().map(known).toList());
    }

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
