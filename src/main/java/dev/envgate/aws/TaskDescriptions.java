package dev.envgate.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * What tasks are, asked for many at a time: a service has one or two as a rule, and a call takes a hundred. The tasks of a service are
 * described with those of others whose lists are under way, for which nobody waits long.
 */
final class TaskDescriptions {
    static final String PERMISSION = "ecs:DescribeTasks";

    /** What {@code DescribeTasks} takes at most. */
    private static final int SIZE = 100;

    /** How long a service waits for the lists of others. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;
    private final Executor later;

    TaskDescriptions(Clients clients, Calls calls) {
        this(clients, calls, CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** {@code later} does what is to be done when the patience is over. */
    TaskDescriptions(Clients clients, Calls calls, Executor later) {
        this.clients = clients;
        this.calls = calls;
        this.later = later;
    }

    /** Tasks by their ARNs. */
    CompletableFuture<Answer<List<Task>>> of(String cluster, List<String> arns) {
        CompletableFuture<Answer<List<Task>>> all = CompletableFuture.completedFuture(new Answer.Got<>(List.of()));
        for (int from = 0; from < arns.size(); from += SIZE) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + SIZE));
            all = all.thenCombine(
                    ask(cluster, batch).thenApply(answer -> answer.then(response -> read(cluster, batch, response))),
                    TaskDescriptions::both);
        }
        return all;
    }

    /** The tasks that a list names which is under way. */
    CompletableFuture<Answer<List<Task>>> after(String cluster, CompletableFuture<Answer<List<String>>> list) {
        Table table = tables.computeIfAbsent(cluster, Table::new);
        table.expect();
        return list.thenCompose(table::come);
    }

    private static Answer<List<Task>> both(Answer<List<Task>> one, Answer<List<Task>> other) {
        return one.then(first -> other.then(second ->
                new Answer.Got<>(Stream.concat(first.stream(), second.stream()).toList())));
    }

    private CompletableFuture<Answer<DescribeTasksResponse>> ask(String cluster, List<String> arns) {
        String region = Names.region(cluster, clients.region());
        return calls.make(
                action(cluster, arns),
                () -> clients.ecs(region)
                        .describeTasks(DescribeTasksRequest.builder()
                                .cluster(cluster)
                                .tasks(arns)
                                .build()));
    }

    private Action action(String cluster, List<String> arns) {
        return Action.of(
                PERMISSION,
                arns.stream().map(Names::last).toList(),
                clients.place(Names.region(cluster, clients.region())));
    }

    /**
     * Those of an answer that were asked for. A task that has gone between the list and the description is missing; one that is nowhere, fails
     * for another reason, or does not say what it is, was not answered.
     */
    private Answer<List<Task>> read(String cluster, List<String> arns, DescribeTasksResponse response) {
        Set<String> wanted = arns.stream().map(Names::last).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> answered = new ArrayList<>();
        response.tasks().stream()
                .filter(task -> task.lastStatus() != null && task.taskDefinitionArn() != null)
                .forEach(task -> answered.add(Names.last(Names.text(task.taskArn()))));
        response.failures().stream()
                .filter(failure -> Names.text(failure.reason()).equals("MISSING"))
                .forEach(failure -> answered.add(Names.last(Names.text(failure.arn()))));
        return answered.containsAll(wanted)
                ? new Answer.Got<>(response.tasks().stream()
                        .filter(task -> wanted.contains(Names.last(Names.text(task.taskArn()))))
                        .toList())
                : new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action(cluster, arns)));
    }

    /** The services of a cluster that wait for each other. */
    private final class Table {
        private final String cluster;
        private final List<Guest> guests = new ArrayList<>();
        private int expected;
        private boolean waiting;

        Table(String cluster) {
            this.cluster = cluster;
        }

        synchronized void expect() {
            expected++;
        }

        /** A list that failed and one that is empty have no tasks, but others may have waited for them. */
        CompletableFuture<Answer<List<Task>>> come(Answer<List<String>> list) {
            List<String> arns = list.resolve(found -> found, failure -> List.of());
            Guest guest = new Guest(arns, new CompletableFuture<>());
            serve(seated(guest));
            return arns.isEmpty()
                    ? CompletableFuture.completedFuture(list.then(_ -> new Answer.Got<>(List.of())))
                    : guest.answer;
        }

        /** Whoever is to be served now: all when nobody is expected any more or a call is full. */
        private synchronized List<Guest> seated(Guest guest) {
            expected--;
            if (!guest.arns.isEmpty()) {
                guests.add(guest);
            }
            if (expected == 0
                    || guests.stream().mapToInt(each -> each.arns.size()).sum() >= SIZE) {
                return all();
            }
            if (!waiting && !guests.isEmpty()) {
                waiting = true;
                Supplier<Boolean> serving = Meter.carried(this::late);
                later.execute(() -> {
                    var _ = serving.get();
                });
            }
            return List.of();
        }

        private boolean late() {
            serve(overdue());
            return true;
        }

        private synchronized List<Guest> overdue() {
            waiting = false;
            return all();
        }

        private List<Guest> all() {
            List<Guest> all = List.copyOf(guests);
            guests.clear();
            return all;
        }

        /** As many at a time as a call takes; one that has more tasks is asked for alone. */
        private void serve(List<Guest> hungry) {
            List<Guest> together = new ArrayList<>();
            int tasks = 0;
            for (Guest each : hungry) {
                if (!together.isEmpty() && tasks + each.arns.size() > SIZE) {
                    bring(List.copyOf(together));
                    together.clear();
                    tasks = 0;
                }
                together.add(each);
                tasks += each.arns.size();
            }
            if (!together.isEmpty()) {
                bring(List.copyOf(together));
            }
        }

        private void bring(List<Guest> together) {
            if (together.size() == 1) {
                Guest only = together.getFirst();
                only.get(of(cluster, only.arns));
                return;
            }
            List<String> arns =
                    together.stream().flatMap(each -> each.arns.stream()).toList();
            CompletableFuture<Answer<DescribeTasksResponse>> asked = ask(cluster, arns);
            together.forEach(each ->
                    each.get(asked.thenApply(answer -> answer.then(response -> read(cluster, each.arns, response)))));
        }
    }

    /** A service whose tasks are to be described. */
    private record Guest(List<String> arns, CompletableFuture<Answer<List<Task>>> answer) {
        /** Whatever comes, a defect too: somebody waits for it. */
        private void get(CompletableFuture<Answer<List<Task>>> from) {
            var _ = from.whenComplete((value, thrown) -> {
                if (thrown == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(thrown);
                }
            });
        }
    }
}
