package dev.envgate.aws;

import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Platform;
import dev.envgate.ledger.Progress;
import dev.envgate.ledger.Tasks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** How far a service has got, as {@code DescribeServices} tells it. */
final class Rollouts {
    /** What the circuit breaker and alarms say when they make an earlier deployment PRIMARY again. */
    private static final Pattern ROLLBACK =
            Pattern.compile("rolling back to deployment ?(?:id)?:? ?(ecs-svc/\\d+)", Pattern.CASE_INSENSITIVE);

    private Rollouts() {}

    static Progress progress(Service service, Newest newest, Tasks tasks) {
        List<Deploying> deployments = Stream.concat(
                        service.deployments().stream().map(Rollouts::deployment),
                        service.taskSets().stream().map(Rollouts::taskSet))
                .sorted(Comparator.comparing(each -> !each.status().equals("PRIMARY")))
                .toList();
        return new Progress(
                deployments,
                rolledBack(service, deployments),
                platform(service),
                newest,
                tasks,
                List.of(),
                List.of(),
                List.of());
    }

    private static Deploying deployment(Deployment each) {
        return new Deploying(
                Names.text(each.id()),
                Names.text(each.status()),
                Names.last(Names.text(each.taskDefinition())),
                rollout(each.rolloutStateAsString()),
                Names.text(each.rolloutStateReason()),
                number(each.failedTasks()),
                number(each.runningCount()),
                false);
    }

    private static Deploying.Rollout rollout(@Nullable String state) {
        return switch (Names.text(state)) {
            case "COMPLETED" -> Deploying.Rollout.COMPLETED;
            case "IN_PROGRESS" -> Deploying.Rollout.IN_PROGRESS;
            case "FAILED" -> Deploying.Rollout.FAILED;
            default -> Deploying.Rollout.UNKNOWN;
        };
    }

    /** A task set has no rollout state, only whether it has as many tasks as it wants. */
    private static Deploying taskSet(TaskSet each) {
        return new Deploying(
                Names.text(each.id()),
                Names.text(each.status()),
                Names.last(Names.text(each.taskDefinition())),
                switch (Names.text(each.stabilityStatusAsString())) {
                    case "STEADY_STATE" -> Deploying.Rollout.COMPLETED;
                    case "STABILIZING" -> Deploying.Rollout.IN_PROGRESS;
                    default -> Deploying.Rollout.UNKNOWN;
                },
                "",
                0,
                number(each.runningCount()),
                true);
    }

    private static int number(@Nullable Integer maybe) {
        return Optional.ofNullable(maybe).orElse(0);
    }

    /** Either the failed deployment is still listed beside the one that is PRIMARY again, or ECS has told of it. */
    private static boolean rolledBack(Service service, List<Deploying> deployments) {
        boolean failedBeside = deployments.stream()
                .anyMatch(each -> !each.status().equals("PRIMARY") && each.rollout() == Deploying.Rollout.FAILED);
        String primary = deployments.isEmpty() ? "" : deployments.getFirst().id();
        return failedBeside
                || Stream.concat(
                                service.events().stream().map(ServiceEvent::message),
                                deployments.stream().map(Deploying::reason))
                        .map(ROLLBACK::matcher)
                        .filter(Matcher::find)
                        .anyMatch(found -> found.group(1).equals(primary));
    }

    /** Whether it is worth asking why its tasks stop. */
    static boolean troubled(Service service) {
        Progress progress = progress(service, new Newest.None(), new Tasks.NotAsked(""));
        return progress.rolledBack()
                || progress.deployments().stream()
                        .anyMatch(each -> each.failedTasks() > 0 || each.rollout() == Deploying.Rollout.FAILED);
    }

    private static Platform platform(Service service) {
        return Platform.of(
                Names.text(service.launchTypeAsString()),
                Names.text(service.platformFamily()),
                Names.text(service.platformVersion()));
    }
}
