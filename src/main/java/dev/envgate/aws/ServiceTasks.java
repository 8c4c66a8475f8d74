package dev.envgate.aws;

import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.StoppedTask;
import dev.envgate.ledger.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** The tasks of services: the revisions that they really run, and why others stopped. Each service is asked for once. */
final class ServiceTasks {
    private static final String LIST = "ecs:ListTasks";
    private final Map<List<String>, CompletableFuture<Answer<List<Task>>>> asked = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;
    private final TaskDescriptions descriptions;

    ServiceTasks(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
        descriptions = new TaskDescriptions(clients, calls);
    }

    /** Those of a service that run, by the name or ARN of its cluster. */
    CompletableFuture<Tasks> of(String cluster, String service) {
        return running(cluster, service)
                .thenApply(answer -> answer.resolve(
                        tasks -> new Tasks.Seen(
                                tasks.stream().map(ServiceTasks::running).toList()),
                        failure -> new Tasks.NotSeen(failure.why(), failure.hint())));
    }

    /** The same as AWS says it. */
    CompletableFuture<Answer<List<Task>>> running(String cluster, String service) {
        return asked.computeIfAbsent(
                List.of(cluster, service),
                key -> tasks(cluster, service, DesiredStatus.RUNNING)
                        .thenApply(answer -> answer.then(tasks -> new Answer.Got<>(tasks.stream()
                                .filter(task -> Names.text(task.lastStatus()).equals("RUNNING"))
                                .toList()))));
    }

    /** The digests of the images that those tasks of a revision run as a container; a task that does not say it spoils the answer. */
    static Answer<List<String>> digests(List<Task> tasks, String revision, ContainerImage image) {
        List<String> digests = tasks.stream()
                .filter(task -> Names.last(Names.text(task.taskDefinitionArn())).equals(revision))
                .map(task -> task.containers().stream()
                        .filter(each -> image.container().equals(each.name()))
                        .map(each -> Names.text(each.imageDigest()))
                        .findFirst()
                        .orElse(""))
                .distinct()
                .sorted()
                .toList();
        return digests.contains("")
                ? new Answer.Failed<>(
                        Failure.of(Trouble.NO_DIGEST, Action.of(TaskDescriptions.PERMISSION, image.image(), "ECS")))
                : new Answer.Got<>(digests);
    }

    /** Those of a service that stopped: ECS tells of them for about an hour. */
    CompletableFuture<Answer<List<StoppedTask>>> stopped(String cluster, String service) {
        return lately(cluster, service).thenApply(answer -> answer.then(told -> new Answer.Got<>(told.value())));
    }

    /** The same with the account that they are of. */
    CompletableFuture<Answer<Told<List<StoppedTask>>>> lately(String cluster, String service) {
        return tasks(cluster, service, DesiredStatus.STOPPED)
                .thenApply(answer -> answer.then(tasks -> new Answer.Got<>(told(tasks))));
    }

    /** Tasks by their ARNs, all of one cluster; those that ECS no longer tells of are left out. */
    CompletableFuture<Answer<Told<List<StoppedTask>>>> described(String cluster, List<String> arns) {
        return descriptions.of(cluster, arns).thenApply(answer -> answer.then(tasks -> new Answer.Got<>(told(tasks))));
    }

    private static Told<List<StoppedTask>> told(List<Task> tasks) {
        return Told.of(
                tasks.stream().map(ServiceTasks::stopped).toList(),
                tasks.stream().map(each -> Names.text(each.taskArn())).toList());
    }

    private CompletableFuture<Answer<List<Task>>> tasks(String cluster, String service, DesiredStatus status) {
        return descriptions
                .after(cluster, list(cluster, service, status, List.of(), ""))
                .thenApply(answer -> answer.then(tasks -> new Answer.Got<>(
                        tasks.stream().filter(task -> of(service, task)).toList())));
    }

    /** The list is of the service already; what is not AWS may leave that out. */
    private static boolean of(String service, Task task) {
        String group = Names.text(task.group());
        return group.isEmpty() || group.equals("service:" + Names.last(service));
    }

    private CompletableFuture<Answer<List<String>>> list(
            String cluster, String service, DesiredStatus status, List<String> before, String token) {
        String region = Names.region(cluster, clients.region());
        Action action = Action.of(LIST, service, clients.place(region));
        ListTasksRequest.Builder request =
                ListTasksRequest.builder().cluster(cluster).serviceName(service).desiredStatus(status);
        return calls.make(
                        action,
                        () -> clients.ecs(region)
                                .listTasks((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.thenAsk(page -> goOn(action, cluster, service, status, before, page)));
    }

    /** An answer without any list is none: a list that is empty says that nothing runs. */
    private CompletableFuture<Answer<List<String>>> goOn(
            Action action,
            String cluster,
            String service,
            DesiredStatus status,
            List<String> before,
            ListTasksResponse page) {
        if (!page.hasTaskArns()) {
            return Answer.failed(Failure.of(Trouble.LEFT_OUT, action));
        }
        List<String> all =
                Stream.concat(before.stream(), page.taskArns().stream()).toList();
        String token = Names.text(page.nextToken());
        return token.isEmpty()
                ? CompletableFuture.completedFuture(new Answer.Got<>(all))
                : list(cluster, service, status, all, token);
    }

    private static RunningTask running(Task task) {
        return new RunningTask(
                Names.last(Names.text(task.taskArn())),
                Names.last(Names.text(task.taskDefinitionArn())),
                Optional.ofNullable(task.startedAt()).orElse(Instant.MAX),
                Names.text(task.platformVersion()));
    }

    private static StoppedTask stopped(Task task) {
        return new StoppedTask(
                Names.last(Names.text(task.taskArn())),
                Names.last(Names.text(task.taskDefinitionArn())),
                Stream.concat(
                                Stream.of(new StoppedTask.Reason("", Names.text(task.stoppedReason()))),
                                task.containers().stream()
                                        .map(each -> new StoppedTask.Reason(
                                                Names.text(each.name()), Names.text(each.reason()))))
                        .filter(each -> !each.message().isBlank())
                        .toList());
    }
}
