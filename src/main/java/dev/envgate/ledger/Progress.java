package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;

/**
 * How far a service has got with what it was told to run.
 *
 * @param deployments its deployments and task sets, PRIMARY first
 * @param rolledBack whether the circuit breaker or an alarm made an earlier revision PRIMARY again
 * @param stopped tasks that stopped lately, where the rollout had trouble to start some
 * @param others the other revisions that its tasks still run, as far as they could be read
 * @param unread those that could not
 */
public record Progress(
        List<Deploying> deployments,
        boolean rolledBack,
        Platform platform,
        Newest newest,
        Tasks tasks,
        List<StoppedTask> stopped,
        List<TaskDefinition> others,
        List<Unread> unread) {
    /** A revision that nobody has looked at, {@code family:revision}; {@code why} is a sentence, {@code hint} what to do about it. */
    public record Unread(String revision, String why, String hint) {}

    /** Nothing was looked at; {@code why} is a sentence. */
    public static Progress notAsked(String why) {
        return new Progress(
                List.of(),
                false,
                Platform.NOT_SAID,
                new Newest.NotAsked(why),
                new Tasks.NotAsked(why),
                List.of(),
                List.of(),
                List.of());
    }

    public Progress {
        deployments = List.copyOf(deployments);
        stopped = List.copyOf(stopped);
        others = List.copyOf(others);
        unread = List.copyOf(unread);
    }

    /** The same with tasks that stopped. */
    public Progress stopping(List<StoppedTask> lately) {
        return new Progress(deployments, rolledBack, platform, newest, tasks, lately, others, unread);
    }

    /** The same with the other revisions that its tasks run. */
    public Progress with(List<TaskDefinition> otherRevisions, List<Unread> unreadRevisions) {
        return new Progress(deployments, rolledBack, platform, newest, tasks, stopped, otherRevisions, unreadRevisions);
    }

    /** The deployment or task set that the service is to have. */
    public Optional<Deploying> primary() {
        return deployments.stream()
                .filter(each -> each.status().equals("PRIMARY"))
                .findFirst();
    }
}
