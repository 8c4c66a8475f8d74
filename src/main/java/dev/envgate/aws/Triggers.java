package dev.envgate.aws;

import dev.envgate.ledger.Trigger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/**
 * What starts tasks that belong to no service: rules on the default bus of EventBridge, and schedules of EventBridge Scheduler. All of them
 * are looked at once: neither can be searched by family.
 */
final class Triggers {
    /**
     * What was found.
     *
     * @param gaps why there may be more; empty when these are all
     */
    record Found(List<Trigger> triggers, List<Failure> gaps) {
        static final Found NOTHING = new Found(List.of(), List.of());

        Found {
            triggers = List.copyOf(triggers);
            gaps = List.copyOf(gaps);
        }

        static Found of(Failure gap) {
            return new Found(List.of(), List.of(gap));
        }

        Found and(Found other) {
            return new Found(
                    Stream.concat(triggers.stream(), other.triggers.stream()).toList(),
                    Stream.concat(gaps.stream(), other.gaps.stream()).toList());
        }
    }

    private static final String CLUSTER = ":cluster/";

    private final Clients clients;
    private final Calls calls;
    private final Supplier<CompletableFuture<Clusters>> clusters;

    Triggers(Clients clients, Calls calls, Supplier<CompletableFuture<Clusters>> clusters) {
        this.clients = clients;
        this.calls = calls;
        this.clusters = clusters;
    }

    CompletableFuture<Found> find() {
        return Regions.fault(clients.region())
                .map(fault -> CompletableFuture.completedFuture(Found.of(fault)))
                .orElseGet(() -> rules().thenCombine(schedules(List.of(), ""), Found::and));
    }

    private CompletableFuture<Found> rules() {
        return clusters.get()
                .thenCompose(listed -> all(listed.arns().stream()
                                .map(cluster -> rules(cluster, List.of(), ""))
                                .toList())
                        .thenApply(found -> found.and(new Found(List.of(), listed.gaps()))));
    }

    private static CompletableFuture<Found> all(List<CompletableFuture<Found>> parts) {
        CompletableFuture<Found> all = CompletableFuture.completedFuture(Found.NOTHING);
        for (CompletableFuture<Found> part : parts) {
            all = all.thenCombine(part, Found::and);
        }
        return all;
    }

    /** The rules that start something in a cluster: the cluster is their target. */
    private CompletableFuture<Found> rules(String cluster, List<String> before, String token) {
        Action action = action("events:ListRuleNamesByTarget", Names.last(cluster));
        return calls.make(
                        action,
                        () -> clients.events(clients.region()).listRuleNamesByTarget(request -> {
                            request.targetArn(cluster);
                            if (!token.isEmpty()) {
                                request.nextToken(token);
                            }
                        }))
                .thenCompose(answer -> answer.resolve(
                        page -> goOn(action, cluster, before, page),
                        failure -> CompletableFuture.completedFuture(Found.of(failure))));
    }

    private CompletableFuture<Found> goOn(
            Action action, String cluster, List<String> before, ListRuleNamesByTargetResponse page) {
        if (!page.hasRuleNames()) {
            return CompletableFuture.completedFuture(Found.of(Failure.of(Trouble.LEFT_OUT, action)));
        }
        List<String> names =
                Stream.concat(before.stream(), page.ruleNames().stream()).toList();
        String next = Names.text(page.nextToken());
        return next.isEmpty() ? all(names.stream().map(this::rule).toList()) : rules(cluster, names, next);
    }

    private CompletableFuture<Found> rule(String name) {
        return targets(name, List.of(), "")
                .thenCombine(
                        state(name),
                        (targets, state) -> targets.then(list -> state.then(each -> new Answer.Got<>(new Found(
                                        list.stream()
                                                .flatMap(target -> trigger(name, target, each))
                                                .toList(),
                                        List.of()))))
                                .resolve(found -> found, Found::of));
    }

    private CompletableFuture<Answer<List<Target>>> targets(String rule, List<Target> before, String token) {
        Action action = action("events:ListTargetsByRule", rule);
        return calls.make(
                        action,
                        () -> clients.events(clients.region()).listTargetsByRule(request -> {
                            request.rule(rule);
                            if (!token.isEmpty()) {
                                request.nextToken(token);
                            }
                        }))
                .thenCompose(answer -> answer.thenAsk(page -> {
                    if (!page.hasTargets()) {
                        return Answer.failed(Failure.of(Trouble.LEFT_OUT, action));
                    }
                    List<Target> all = Stream.concat(before.stream(), page.targets().stream())
                            .toList();
                    String next = Names.text(page.nextToken());
                    return next.isEmpty()
                            ? CompletableFuture.completedFuture(new Answer.Got<>(all))
                            : targets(rule, all, next);
                }));
    }

    /** A rule always has a state. */
    private CompletableFuture<Answer<String>> state(String rule) {
        Action action = action("events:DescribeRule", rule);
        return calls.make(action, () -> clients.events(clients.region()).describeRule(request -> request.name(rule)))
                .thenApply(answer -> answer.then(
                        response -> Names.text(response.stateAsString()).isEmpty()
                                ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action))
                                : new Answer.Got<>(response.stateAsString())));
    }

    private static Stream<Trigger> trigger(String rule, Target target, String state) {
        return target.ecsParameters() == null
                ? Stream.of()
                : Stream.of(new Trigger(
                        "the rule `" + rule + "`",
                        Names.last(Names.text(target.arn())),
                        Names.last(Names.text(target.ecsParameters().taskDefinitionArn())),
                        !state.equals("DISABLED")));
    }

    private CompletableFuture<Found> schedules(List<ScheduleSummary> before, String token) {
        Action action = action("scheduler:ListSchedules", "");
        return calls.make(
                        action,
                        () -> clients.scheduler(clients.region()).listSchedules(request -> {
                            if (!token.isEmpty()) {
                                request.nextToken(token);
                            }
                        }))
                .thenCompose(answer -> answer.resolve(
                        page -> goOn(action, before, page),
                        failure -> CompletableFuture.completedFuture(Found.of(failure))));
    }

    /** Only what is aimed at a cluster is looked at more closely. */
    private CompletableFuture<Found> goOn(Action action, List<ScheduleSummary> before, ListSchedulesResponse page) {
        if (!page.hasSchedules()) {
            return CompletableFuture.completedFuture(Found.of(Failure.of(Trouble.LEFT_OUT, action)));
        }
        List<ScheduleSummary> all =
                Stream.concat(before.stream(), page.schedules().stream()).toList();
        String next = Names.text(page.nextToken());
        return next.isEmpty()
                ? all(all.stream()
                        .filter(each -> each.target() != null
                                && Names.text(each.target().arn()).contains(CLUSTER))
                        .map(this::schedule)
                        .toList())
                : schedules(all, next);
    }

    private CompletableFuture<Found> schedule(ScheduleSummary summary) {
        Action action = action("scheduler:GetSchedule", Names.text(summary.name()));
        return calls.make(
                        action,
                        () -> clients.scheduler(clients.region())
                                .getSchedule(
                                        request -> request.name(summary.name()).groupName(summary.groupName())))
                .thenApply(answer -> answer.resolve(response -> trigger(action, response), Found::of));
    }

    /** A schedule always has a target, though not always tasks of ECS. */
    private static Found trigger(Action action, GetScheduleResponse schedule) {
        if (schedule.target() == null || Names.text(schedule.stateAsString()).isEmpty()) {
            return Found.of(Failure.of(Trouble.LEFT_OUT, action));
        }
        return schedule.target().ecsParameters() == null
                ? Found.NOTHING
                : new Found(
                        List.of(new Trigger(
                                "the schedule `" + Names.text(schedule.name()) + "`",
                                Names.last(Names.text(schedule.target().arn())),
                                Names.last(Names.text(
                                        schedule.target().ecsParameters().taskDefinitionArn())),
                                !Names.text(schedule.stateAsString()).equals("DISABLED"))),
                        List.of());
    }

    private Action action(String permission, String name) {
        return Action.of(permission, name.isEmpty() ? List.of() : List.of(name), clients.place(clients.region()));
    }
}
