package dev.envgate.rule;

import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Progress;
import dev.envgate.ledger.Revisions;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A rollout that did not get to its end: what was there before still serves. */
final class RolloutFailed implements Rule {
    @Override
    public String id() {
        return "rollout-failed";
    }

    @Override
    public String summary() {
        return "The last rollout of the service failed, was rolled back, or cannot start its tasks.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.deployment() instanceof Deployment.Running running
                        ? judge(service, running)
                        : Stream.of());
    }

    /** Whether it failed for good, so that the service being behind is what came of it. */
    static boolean failed(Progress progress) {
        return progress.rolledBack() || rollout(progress) == Deploying.Rollout.FAILED;
    }

    private static Deploying.Rollout rollout(Progress progress) {
        return progress.primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN);
    }

    private Stream<Finding> judge(ServiceLedger service, Deployment.Running running) {
        Progress progress = running.progress();
        int failed = progress.primary().map(Deploying::failedTasks).orElse(0);
        String because = because(progress);
        if (progress.rolledBack()) {
            return Stream.of(finding(
                    service,
                    running,
                    Severity.ERROR,
                    "The last rollout%s failed%s and was rolled back, so the earlier revision `%s` serves%s."
                            .formatted(
                                    tried(running),
                                    because.isEmpty() ? "" : because + ",",
                                    running.revision(),
                                    because.isEmpty() ? said(progress) : "")));
        }
        return switch (rollout(progress)) {
            case FAILED ->
                Stream.of(finding(
                        service,
                        running,
                        Severity.ERROR,
                        "The rollout of `%s` failed%s%s."
                                .formatted(
                                        running.revision(),
                                        count(failed, " after "),
                                        because.isEmpty() ? said(progress) : because)));
            case IN_PROGRESS ->
                failed == 0
                        ? Stream.of()
                        : Stream.of(finding(
                                service,
                                running,
                                Severity.WARNING,
                                "The rollout of `%s` is under way, and%s%s."
                                        .formatted(running.revision(), count(failed, " "), because)));
            case COMPLETED, UNKNOWN -> Stream.of();
        };
    }

    private static String because(Progress progress) {
        return cause(progress)
                .map(StopReasons.Meaning::half)
                .map(", because %s"::formatted)
                .orElse("");
    }

    /** The revision that it was about: that of the failed deployment, or the newest one. */
    private static String tried(Deployment.Running running) {
        return running.progress().deployments().stream()
                .filter(each -> each.rollout() == Deploying.Rollout.FAILED)
                .map(Deploying::revision)
                .findFirst()
                .or(() -> running.progress().newest() instanceof Newest.Seen newest
                                && Revisions.newer(newest.revision(), running.revision())
                        ? Optional.of(newest.revision())
                        : Optional.empty())
                .map(" of `%s`"::formatted)
                .orElse("");
    }

    private static String count(int tasks, String before) {
        return tasks == 0 ? "" : before + (tasks == 1 ? "one task" : tasks + " tasks") + " could not be started";
    }

    /** What ECS gives as the reason, of the deployment that failed. */
    private static String said(Progress progress) {
        return progress.deployments().stream()
                .filter(each -> each.rollout() == Deploying.Rollout.FAILED
                        && !each.reason().isBlank())
                .findFirst()
                .map(each -> "; ECS says: " + each.reason().strip().replaceFirst("\\.+$", ""))
                .orElse("");
    }

    /** What the messages of its stopped tasks mean, the first that is known and a fault. */
    private static Optional<StopReasons.Meaning> cause(Progress progress) {
        return progress.stopped().stream()
                .flatMap(task -> task.reasons().stream())
                .flatMap(reason -> StopReasons.of(reason.message()).stream())
                .filter(meaning -> !meaning.harmless())
                .min(Comparator.comparing(meaning -> meaning.rule().isEmpty()));
    }

    private Finding finding(ServiceLedger service, Deployment.Running running, Severity severity, String message) {
        Optional<StopReasons.Meaning> cause = cause(running.progress());
        return new Finding(
                id(),
                severity,
                service.service(),
                "",
                "",
                message,
                cause.map(StopReasons.Meaning::hint)
                        .orElseGet(
                                () -> "see why its tasks stop: `envgate explain --stopped --cluster %s --service %s`."
                                        .formatted(running.cluster(), running.service())),
                new Whereabouts(service).place());
    }
}
