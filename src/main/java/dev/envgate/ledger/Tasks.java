package dev.envgate.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tasks of a service really run. */
public sealed interface Tasks {
    /**
     * They were looked at.
     *
     * @param running those that run; a task that is on its way up or down is none of them
     */
    record Seen(List<RunningTask> running) implements Tasks {
        public Seen {
            running = List.copyOf(running);
        }
    }

    /** Could not be looked at; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Tasks {}

    /** Nobody asked. */
    record NotAsked(String why) implements Tasks {}

    /** The tasks that were seen to run. */
    default List<RunningTask> seen() {
        return this instanceof Seen(List<RunningTask> running) ? running : List.of();
    }

    /** When the first of those that run was started; {@link Instant#MAX} when that is not known. */
    default Instant oldest() {
        return seen().stream()
                .map(RunningTask::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The revisions that they run, oldest first. */
    default SortedSet<String> revisions() {
        return seen().stream()
                .map(RunningTask::revision)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Revisions.ORDER)));
    }
}
