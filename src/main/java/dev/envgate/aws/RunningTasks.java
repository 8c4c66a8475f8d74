package dev.envgate.aws;

import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** The tasks of services and the revisions that they really run, each service asked for once. */
final class RunningTasks {
    private static final String LIST = "ecs:ListTasks";
    private static final String DESCRIBE = "ecs:DescribeTasks";

    /** What {@code DescribeTasks} takes at most. */
    private static final int SIZE = 100;

    private final Map<List<String>, CompletableFuture<Tasks>> asked = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;

    RunningTasks(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** Those of a service, by the name or ARN of its cluster. */
    CompletableFuture<Tasks> of(String cluster, String service) {
        return asked.computeIfAbsent(
                List.of(cluster, service),
                key -> list(cluster, service, List.of(), "")
                        .thenCompose(answer -> answer.thenAsk(arns -> describe(cluster, service, arns)))
                        .thenApply(answer -> answer.resolve(
                                running -> new Tasks.Seen(running),
                                failure -> new Tasks.NotSeen(failure.why(), failure.hint()))));
    }

    private CompletableFuture<Answer<List<String>>> list(
            String cluster, String service, List<String> before, String token) {
        String region = Names.region(cluster, clients.region());
        Action action = Action.of(LIST, service, clients.place(region));
        ListTasksRequest.Builder request =
                ListTasksRequest.builder().cluster(cluster).serviceName(service).desiredStatus(DesiredStatus.RUNNING);
        return calls.make(
                        action,
                        () -> clients.ecs(region)
                                .listTasks((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.thenAsk(page -> goOn(action, cluster, service, before, page)));
    }

    /** An answer without any list is none: a list that is empty says that nothing runs. */
    private CompletableFuture<Answer<List<String>>> goOn(
            Action action, String cluster, String service, List<String> before, ListTasksResponse page) {
        if (!page.hasTaskArns()) {
            return Answer.failed(Failure.of(Trouble.LEFT_OUT, action));
        }
        List<String> all =
                Stream.concat(before.stream(), page.taskArns().stream()).toList();
        String token = Names.text(page.nextToken());
        return token.isEmpty() || page.taskArns().isEmpty()
                ? CompletableFuture.completedFuture(new Answer.Got<>(all))
                : list(cluster, service, all, token);
    }

    private CompletableFuture<Answer<List<RunningTask>>> describe(String cluster, String service, List<String> arns) {
        CompletableFuture<Answer<List<RunningTask>>> all =
                CompletableFuture.completedFuture(new Answer.Got<>(List.of()));
        for (int from = 0; from < arns.size(); from += SIZE) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + SIZE));
            all = all.thenCombine(batch(cluster, service, batch), RunningTasks::both);
        }
        return all;
    }

    private static Answer<List<RunningTask>> both(Answer<List<RunningTask>> one, Answer<List<RunningTask>> other) {
        return one.then(first -> other.then(second ->
                new Answer.Got<>(Stream.concat(first.stream(), second.stream()).toList())));
    }

    private CompletableFuture<Answer<List<RunningTask>>> batch(String cluster, String service, List<String> arns) {
        String region = Names.region(cluster, clients.region());
        Action action = Action.of(DESCRIBE, service, clients.place(region));
        return calls.make(
                        action,
                        () -> clients.ecs(region)
                                .describeTasks(DescribeTasksRequest.builder()
                                        .cluster(cluster)
                                        .tasks(arns)
                                        .build()))
                .thenApply(answer -> answer.then(response -> read(action, service, arns, response)));
    }

    /** A task that has gone between the list and the description is among the failures; one that is nowhere was not answered. */
    private static Answer<List<RunningTask>> read(
            Action action, String service, List<String> arns, DescribeTasksResponse response) {
        List<String> answered = new ArrayList<>();
        response.tasks().forEach(task -> answered.add(Names.last(Names.text(task.taskArn()))));
        response.failures().forEach(failure -> answered.add(Names.last(Names.text(failure.arn()))));
        return arns.stream().map(Names::last).allMatch(answered::contains)
                ? new Answer.Got<>(response.tasks().stream()
                        .filter(task -> runs(task, service))
                        .map(RunningTasks::task)
                        .toList())
                : new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action));
    }

    private static boolean runs(Task task, String service) {
        String group = Names.text(task.group());
        return Names.text(task.lastStatus()).equals("RUNNING")
                && (group.isEmpty() || group.equals("service:" + Names.last(service)));
    }

    private static RunningTask task(Task task) {
        return new RunningTask(
                Names.last(Names.text(task.taskArn())),
                Names.last(Names.text(task.taskDefinitionArn())),
                Optional.ofNullable(task.startedAt()).orElse(Instant.MAX),
                Names.text(task.platformVersion()));
    }
}
