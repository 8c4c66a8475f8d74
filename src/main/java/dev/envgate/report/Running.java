package dev.envgate.report;

import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Progress;

/** What runs of a service, in a few words. */
final class Running {
    private Running() {}

    static String words(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Running running ->
                "running revision " + number(running.revision()) + rollout(running.progress());
            case Deployment.Started started -> "revision " + number(started.revision()) + ", started by schedules";
            case Deployment.Newest newest -> "newest revision " + number(newest.revision());
            case Deployment.Missing _ -> "not deployed";
            case Deployment.NotSeen _ -> "running revision not seen";
            case Deployment.NotAsked _ -> "AWS not asked";
        };
    }

    /** Only what is not as it should be: a rollout that is through needs no word. */
    private static String rollout(Progress progress) {
        return switch (progress.primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN)) {
            case COMPLETED, UNKNOWN -> progress.rolledBack() ? ", rolled back" : "";
            case IN_PROGRESS -> progress.rolledBack() ? ", rolling back" : ", rolling out";
            case FAILED -> ", rollout failed";
        };
    }

    private static String number(String revision) {
        return revision.substring(revision.lastIndexOf(':') + 1);
    }
}
