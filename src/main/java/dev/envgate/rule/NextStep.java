package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Revisions;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How what Terraform has gets into the running containers of one service, and how to speak of what runs. */
record NextStep(ServiceLedger service) {
    private static final String WITH_CODE_DEPLOY =
            " with CodeDeploy: `aws deploy create-deployment` with an AppSpec that names it as `TaskDefinition`";

    /** The action, with a full stop. */
    String deploy() {
        return deploy(", then ");
    }

    /** The action for one name: where the newest revision has it already, nothing has to be registered. */
    String deploy(String container, Name name) {
        return newest().filter(newest -> gives(newest.definition(), container, name))
                .map(this::move)
                .orElseGet(this::deploy);
    }

    private Optional<Newest.Seen> newest() {
        return switch (service.deployment()) {
            case Deployment.Running running
            when running.progress().newest() instanceof Newest.Seen newest
                    && Revisions.newer(newest.revision(), running.revision())
                    && !RolloutFailed.failed(running.progress()) -> Optional.of(newest);
            case Deployment.Started started
            when started.newest() instanceof Newest.Seen newest
                    && Revisions.newer(newest.revision(), started.revision()) -> Optional.of(newest);
            case Deployment.Running _,
                    Deployment.Started _,
                    Deployment.Newest _,
                    Deployment.Missing _,
                    Deployment.NotSeen _,
                    Deployment.NotAsked _ -> Optional.empty();
        };
    }

    private static boolean gives(TaskDefinition definition, String container, Name name) {
        return definition.containers().stream()
                .filter(each -> each.name().matches(container) == Agreement.SAME)
                .flatMap(each -> each.entries().stream())
                .anyMatch(entry -> entry.name().equals(name));
    }

    private String move(Newest.Seen newest) {
        return service.deployment() instanceof Deployment.Running running
                ? "deploy `%s`, the newest revision, which has it%s."
                        .formatted(
                                newest.revision(),
                                codeDeploy()
                                        ? "," + WITH_CODE_DEPLOY
                                        : ": `" + update(running, newest.revision()) + "`")
                : "let the schedules start `%s`, the newest revision, which has it.".formatted(newest.revision());
    }

    private static String update(Deployment.Running running, String revision) {
        return "aws ecs update-service --cluster %s --service %s --task-definition %s"
                .formatted(running.cluster(), running.service(), revision);
    }

    /** What moves a service to a revision, without a full stop. */
    String moving(Deployment.Running running, String revision) {
        return codeDeploy()
                ? "deploy `" + revision + "`" + WITH_CODE_DEPLOY
                : "run `" + update(running, revision) + "`";
    }

    /** What starts its tasks anew, with a full stop. */
    String replacing(Deployment.Running running) {
        return codeDeploy()
                ? "replace the tasks: deploy `" + running.revision() + "` once more" + WITH_CODE_DEPLOY + "."
                : "replace the tasks: `aws ecs update-service --cluster %s --service %s --force-new-deployment`."
                        .formatted(running.cluster(), running.service());
    }

    /** ECS lets nobody else change what such a service runs. Where Terraform does not say it, task sets tell that something else deploys. */
    boolean codeDeploy() {
        List<String> said = service.services().stream()
                .map(each -> each.controller().toString())
                .filter(each -> !each.isEmpty())
                .toList();
        return said.isEmpty()
                ? service.deployment() instanceof Deployment.Running running
                        && running.progress()
                                .primary()
                                .filter(Deploying::taskSet)
                                .isPresent()
                : said.contains("CODE_DEPLOY");
    }

    /** The action after another one. */
    String thenDeploy() {
        return "then " + deploy(" and ");
    }

    private String deploy(String then) {
        if (fromFile()) {
            return "register `%s` as a new revision%sdeploy it to `%s`."
                    .formatted(service.root(), then, service.service());
        }
        if (contentIgnored()) {
            return "run `terraform apply -replace='%s'`%s, because `ignore_changes` keeps a plain apply from registering a revision%sdeploy the new revision of `%s`."
                    .formatted(address(), in(), then, service.service());
        }
        if (codeDeploy()) {
            return "run `terraform apply`%s%sdeploy the new revision of `%s`%s."
                    .formatted(in(), then, service.service(), WITH_CODE_DEPLOY);
        }
        return revisionIgnored()
                ? "run `terraform apply`%s%smove `%s` to the new revision yourself, because `ignore_changes` keeps the apply from doing so."
                        .formatted(in(), then, service.service())
                : "run `terraform apply`%s%sdeploy the new revision of `%s`.".formatted(in(), then, service.service());
    }

    /** Where Terraform is told not to bring changes to what runs. */
    Stream<Place> ignored() {
        return Stream.concat(
                service.services().stream().flatMap(each -> each.ignored().stream()),
                service.definitions().stream().flatMap(each -> each.ignored().stream()));
    }

    /** Terraform registers no new revision. */
    boolean contentIgnored() {
        return service.definitions().stream().anyMatch(each -> !each.ignored().isEmpty());
    }

    /** Terraform leaves the service on the revision that runs. */
    boolean revisionIgnored() {
        return service.services().stream().anyMatch(each -> !each.ignored().isEmpty());
    }

    /** Whether there is anything that runs, or may run, to speak of. */
    boolean runs() {
        return !(service.deployment() instanceof Deployment.Missing);
    }

    /** What the live side is called in a sentence. */
    String live() {
        return switch (service.deployment()) {
            case Deployment.Started started -> "the revision `" + started.revision() + "` that schedules start";
            case Deployment.Newest newest -> "the newest revision `" + newest.revision() + "`";
            case Deployment.Running _, Deployment.Missing _, Deployment.NotSeen _, Deployment.NotAsked _ ->
                "the running task definition";
        };
    }

    /** The same at the beginning of a sentence. */
    String liveFirst() {
        return "T" + live().substring(1);
    }

    private boolean fromFile() {
        return service.root().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private String in() {
        return service.root().isEmpty() || service.root().equals(".") ? "" : " in `" + service.root() + "`";
    }

    private String address() {
        return service.definitions().stream()
                .map(TaskDefinition::address)
                .findFirst()
                .orElse("");
    }
}
