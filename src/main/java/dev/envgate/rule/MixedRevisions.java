package dev.envgate.rule;

import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Progress;
import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks of a service that still run another revision than the one that it is to run. */
final class MixedRevisions implements Rule {
    @Override
    public String id() {
        return "mixed-revisions";
    }

    @Override
    public String summary() {
        return "Tasks of the service still run another revision than the one that it was told to run.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.deployment() instanceof Deployment.Running running
                        ? judge(service, running)
                        : Stream.of());
    }

    private Stream<Finding> judge(ServiceLedger service, Deployment.Running running) {
        List<RunningTask> tasks = running.progress().tasks().seen();
        List<RunningTask> others = tasks.stream()
                .filter(each -> !each.revision().equals(running.revision()))
                .toList();
        return others.isEmpty() ? Stream.of() : Stream.of(finding(service, running, tasks.size(), others));
    }

    /** While a rollout is under way this passes by itself; afterwards it does not, and a name that they lack is missing for good. */
    private Finding finding(ServiceLedger service, Deployment.Running running, int all, List<RunningTask> others) {
        Additions lacking = lacking(running);
        boolean rollout = underWay(running.progress());
        boolean kept = kept(running.progress(), others);
        return new Finding(
                id(),
                lacking.none() || rollout || kept ? Severity.WARNING : Severity.ERROR,
                service.service(),
                "",
                "",
                "%d of %d tasks run %s and not `%s`%s."
                        .formatted(
                                others.size(),
                                all,
                                revisions(others),
                                running.revision(),
                                lacking.none() ? "" : ", so they do not have " + lacking.told()),
                hint(rollout, kept).formatted(running.cluster(), running.service()),
                new Whereabouts(service).place());
    }

    private static boolean underWay(Progress progress) {
        return progress.primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN)
                == Deploying.Rollout.IN_PROGRESS;
    }

    private static String hint(boolean rollout, boolean kept) {
        if (rollout) {
            return "wait for the rollout: `aws ecs wait services-stable --cluster %s --services %s`.";
        }
        return kept
                ? "wait until the deployment that keeps them has ended: `aws ecs describe-services --cluster %s --services %s`."
                : "see why they were not replaced: `aws ecs describe-services --cluster %s --services %s`.";
    }

    /**
     * A task set beside the PRIMARY one keeps its tasks as long as CodeDeploy, or whoever deploys, may want to go back to it. A deployment
     * that ECS has not replaced is kept by nobody.
     */
    private static boolean kept(Progress progress, List<RunningTask> others) {
        List<String> beside = progress.deployments().stream()
                .filter(each -> each.status().equals("ACTIVE") && each.taskSet())
                .map(Deploying::revision)
                .toList();
        return others.stream().allMatch(each -> beside.contains(each.revision()));
    }

    private static String revisions(List<RunningTask> tasks) {
        return tasks.stream()
                .map(each -> "`" + each.revision() + "`")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Additions lacking(Deployment.Running running) {
        SortedSet<String> names = new TreeSet<>();
        for (TaskDefinition other : running.progress().others()) {
            names.addAll(new Additions(other, running.definition()).names());
        }
        return new Additions(names);
    }
}
