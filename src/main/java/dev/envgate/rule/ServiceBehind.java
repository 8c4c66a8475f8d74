package dev.envgate.rule;

import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Revisions;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Trigger;
import java.util.stream.Stream;

/** A service that stays on a revision although its family has a newer one. */
final class ServiceBehind implements Rule {
    @Override
    public String id() {
        return "service-behind";
    }

    @Override
    public String summary() {
        return "The service runs an older revision than the newest of its family, so what is new in that does not run.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(service -> switch (service.deployment()) {
            case Deployment.Running running
            when running.progress().newest() instanceof Newest.Seen newest
                    && Revisions.newer(newest.revision(), running.revision())
                    && !RolloutFailed.failed(running.progress()) -> Stream.of(finding(service, running, newest));
            case Deployment.Started started
            when started.newest() instanceof Newest.Seen newest ->
                started.triggers().stream()
                        .filter(trigger -> trigger.enabled()
                                && Revisions.newer(newest.revision(), trigger.revision())
                                && trigger.pinned())
                        .map(trigger -> finding(service, started, trigger, newest));
            case Deployment.Running _,
                    Deployment.Started _,
                    Deployment.Newest _,
                    Deployment.Missing _,
                    Deployment.NotSeen _,
                    Deployment.NotAsked _ -> Stream.of();
        });
    }

    /** A schedule goes on with the revision that it names until somebody changes it: no deploy does. */
    private Finding finding(ServiceLedger service, Deployment.Started started, Trigger trigger, Newest.Seen newest) {
        boolean looked = trigger.revision().equals(started.revision());
        Additions added = new Additions(started.definition(), newest.definition());
        String what = !looked
                ? ""
                : added.none() ? ", which gives its containers the same names" : ", which also gives " + added.told();
        return new Finding(
                id(),
                looked && added.none() ? Severity.NOTE : Severity.WARNING,
                service.service(),
                "",
                "",
                "%s starts `%s`, and the newest revision of the family is `%s`%s."
                        .formatted(trigger.name().replaceFirst("^t", "T"), trigger.revision(), newest.revision(), what),
                "let it name the family without a revision, or the newest one.",
                new Whereabouts(service).place());
    }

    /** A newer revision that gives the same names can wait, and one that gives more is what somebody meant to run. */
    private Finding finding(ServiceLedger service, Deployment.Running running, Newest.Seen newest) {
        Additions added = new Additions(running.definition(), newest.definition());
        String what = added.none() ? "which gives its containers the same names" : "which also gives " + added.told();
        return new Finding(
                id(),
                added.none() ? Severity.NOTE : Severity.WARNING,
                service.service(),
                "",
                "",
                "The service runs `%s`, and the newest revision of the family is `%s`, %s."
                        .formatted(running.revision(), newest.revision(), what),
                coming(running, newest)
                        ? "wait until the deployment that brings it has ended: `aws ecs describe-services --cluster %s --services %s`."
                                .formatted(running.cluster(), running.service())
                        : new NextStep(service).moving(running, newest.revision()) + unless(service, running) + ".",
                new Whereabouts(service).place());
    }

    /** CodeDeploy starts the tasks of a new revision beside those of the PRIMARY task set, and makes theirs PRIMARY when they are fit. */
    private static boolean coming(Deployment.Running running, Newest.Seen newest) {
        return running.progress().deployments().stream()
                .anyMatch(each ->
                        each.status().equals("ACTIVE") && each.revision().equals(newest.revision()));
    }

    private static String unless(ServiceLedger service, Deployment.Running running) {
        return running.progress().primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN)
                        == Deploying.Rollout.IN_PROGRESS
                ? " when the rollout that is under way is over"
                : new NextStep(service).codeDeploy() ? "" : ", or let Terraform do so";
    }
}
