package dev.envgate.aws;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Progress;
import dev.envgate.ledger.Revisions;
import dev.envgate.ledger.StoppedTask;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.ledger.Tasks;
import dev.envgate.ledger.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** Finds services and the task definitions that they run. */
final class Services {
    /**
     * What became of a query.
     *
     * @param account in which that was seen; empty when that is not known
     * @param images those of the containers that run
     */
    record Sighting(Deployment deployment, String account, List<ContainerImage> images) {
        Sighting {
            images = List.copyOf(images);
        }

        /** Nothing runs. */
        Sighting(Deployment deployment, String account) {
            this(deployment, account, List.of());
        }
    }

    private static final String PERMISSION = "ecs:DescribeServices";

    /** How many of the other revisions that tasks run are looked at. */
    private static final int OTHERS = 5;

    private static final String TOO_MANY =
            "Its tasks run more than %d other revisions, and this one was not looked at.".formatted(OTHERS);
    private static final String TOO_MANY_HINT = "Deploy the service anew, so that all its tasks run one revision.";

    private final Clients clients;
    private final Calls calls;
    private final TaskDefinitions definitions;
    private final ServiceTasks tasks;
    private final CompletableFuture<Triggers.Found> givenUp = new CompletableFuture<>();
    private final Queue<TaskDefinition> running = new ConcurrentLinkedQueue<>();

    Services(Clients clients, Calls calls, TaskDefinitions definitions, ServiceTasks tasks) {
        this.clients = clients;
        this.calls = calls;
        this.definitions = definitions;
        this.tasks = tasks;
    }

    /** What became of each query, in their order. */
    List<CompletableFuture<Sighting>> look(List<Query> queries) {
        Map<Query.Service, CompletableFuture<Answer<Found>>> services = find(queries);
        CompletableFuture<Triggers.Found> triggers = triggers(queries).applyToEither(givenUp, found -> found);
        return calls.ahead(() -> queries.stream()
                .map(query -> switch (query) {
                    case Query.Service service ->
                        Objects.requireNonNull(services.get(service)).thenCompose(found -> running(service, found));
                    case Query.Family(String family) -> newest(family, "");
                    case Query.Standalone(String family) -> standalone(family, triggers);
                })
                .toList());
    }

    /** The task definitions that services run, as far as they have been found by now. */
    List<TaskDefinition> running() {
        return List.copyOf(running);
    }

    private Map<Query.Service, CompletableFuture<Answer<Found>>> find(List<Query> queries) {
        Map<String, List<Query.Service>> byCluster = queries.stream()
                .filter(Query.Service.class::isInstance)
                .map(Query.Service.class::cast)
                .distinct()
                .collect(Collectors.groupingBy(Services::cluster, LinkedHashMap::new, Collectors.toList()));
        Map<Query.Service, CompletableFuture<Answer<Found>>> all = new LinkedHashMap<>();
        byCluster.forEach((cluster, wanted) -> {
            List<String> names =
                    wanted.stream().map(Query.Service::service).distinct().toList();
            Map<String, CompletableFuture<Answer<Found>>> found =
                    cluster.isEmpty() ? inAnyCluster(names) : inCluster(cluster, names);
            wanted.forEach(each -> all.put(each, Objects.requireNonNull(found.get(each.service()))));
        });
        return all;
    }

    /** The cluster that is given, or the one that the service's ARN says. */
    private static String cluster(Query.Service query) {
        return query.cluster().isEmpty() ? Names.clusterOfService(query.service()) : query.cluster();
    }

    private Map<String, CompletableFuture<Answer<Found>>> inCluster(String cluster, List<String> names) {
        String region = Names.region(cluster, clients.region());
        Map<String, CompletableFuture<Answer<Found>>> found = new LinkedHashMap<>();
        Batches.ask(names, batch -> describe(region, cluster, batch))
                .forEach((name, answer) -> found.put(
                        name, answer.thenApply(got -> got.then(response -> pick(region, cluster, name, response)))));
        return found;
    }

    private CompletableFuture<Answer<DescribeServicesResponse>> describe(
            String region, String cluster, List<String> names) {
        return Regions.fault(region)
                .map(Answer::<DescribeServicesResponse>failed)
                .orElseGet(() -> calls.make(
                                Action.of(PERMISSION, names, clients.place(region)),
                                () -> clients.ecs(region)
                                        .describeServices(DescribeServicesRequest.builder()
                                                .cluster(cluster)
                                                .services(names)
                                                .build()))
                        .thenApply(
                                answer -> answer.resolve(Answer.Got::new, failure -> named(failure, region, cluster))));
    }

    /**
     * A cluster that AWS does not know is more often looked for in the wrong account or region than gone: what its service runs has
     * not been seen then, and that is something else than absent.
     */
    private Answer<DescribeServicesResponse> named(Failure failure, String region, String cluster) {
        Action action = Action.of(PERMISSION, Names.last(cluster), clients.place(region));
        return new Answer.Failed<>(
                failure.trouble() == Trouble.NO_CLUSTER ? Failure.of(Trouble.NO_CLUSTER, action) : failure);
    }

    /** A name that comes back neither as a service nor as missing was not answered. */
    private Answer<Found> pick(String region, String cluster, String name, DescribeServicesResponse response) {
        String last = Names.last(name);
        List<Service> services = response.services().stream()
                .filter(service -> Names.text(service.serviceName()).equals(last))
                .limit(1)
                .toList();
        boolean missing = response.failures().stream()
                .anyMatch(failure -> Names.last(Names.text(failure.arn())).equals(last)
                        && Names.text(failure.reason()).equals("MISSING"));
        return services.isEmpty() && !missing
                ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, Action.of(PERMISSION, name, clients.place(region))))
                : new Answer.Got<>(new Found(cluster, services));
    }

    private Map<String, CompletableFuture<Answer<Found>>> inAnyCluster(List<String> names) {
        CompletableFuture<Clusters> listed = Clusters.list(clients, calls);
        CompletableFuture<List<Map<String, CompletableFuture<Answer<Found>>>>> inEach =
                listed.thenApply(clusters -> clusters.arns().stream()
                        .map(cluster -> inCluster(cluster, names))
                        .toList());
        Map<String, CompletableFuture<Answer<Found>>> found = new LinkedHashMap<>();
        for (String name : names) {
            found.put(
                    name,
                    inEach.thenCompose(each -> all(each, name))
                            .thenCombine(listed, (answers, clusters) -> theOne(name, answers, clusters.gaps())));
        }
        return found;
    }

    private static CompletableFuture<List<Answer<Found>>> all(
            List<Map<String, CompletableFuture<Answer<Found>>>> inEach, String name) {
        List<CompletableFuture<Answer<Found>>> answers = inEach.stream()
                .map(inCluster -> Objects.requireNonNull(inCluster.get(name)))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
    }

    /** A service that is in one cluster is found, also where others could not be looked at; that it is nowhere must be seen in all. */
    private Answer<Found> theOne(String name, List<Answer<Found>> answers, List<Failure> gaps) {
        List<Found> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>(gaps);
        answers.forEach(answer -> answer.resolve(found::add, failures::add));
        List<Found> living =
                found.stream().filter(each -> each.living().isPresent()).toList();
        if (living.size() > 1) {
            return new Answer.Failed<>(
                    Failure.of(Trouble.SEVERAL, Action.of(PERMISSION, name, clients.place(clients.region()))));
        }
        return living.isEmpty() && !failures.isEmpty()
                ? new Answer.Failed<>(failures.getFirst())
                : new Answer.Got<>(Stream.concat(living.stream(), found.stream().filter(Found::going))
                        .findFirst()
                        .orElseGet(() -> new Found("", List.of())));
    }

    private CompletableFuture<Sighting> running(Query.Service query, Answer<Found> answer) {
        return answer.resolve(
                found -> found.living()
                        .map(service -> running(query, found, service))
                        .orElseGet(() -> seen(found.going() ? going(query) : missing(query, found), found.account())),
                failure -> seen(failure.deployment(), ""));
    }

    private static Deployment missing(Query.Service query, Found found) {
        return new Deployment.Missing(Names.last(query.service()), Names.last(found.cluster()));
    }

    private Deployment going(Query.Service query) {
        return Failure.of(Trouble.GOING, Action.of(PERMISSION, query.service(), clients.place(clients.region())))
                .deployment();
    }

    private CompletableFuture<Sighting> running(Query.Service query, Found found, Service service) {
        Action action = Action.of(PERMISSION, query.service(), clients.place(clients.region()));
        Optional<String> primary = Found.primary(service);
        return primary.isEmpty()
                ? seen(Failure.of(Trouble.NO_PRIMARY, action).deployment(), found.account())
                : definitions
                        .find(primary.get())
                        .thenCompose(answer -> answer.resolve(
                                registered -> progress(found, service, registered)
                                        .thenCombine(
                                                images(found, service, registered),
                                                (progress, images) -> new Sighting(
                                                        new Deployment.Running(
                                                                Names.last(query.service()),
                                                                Names.last(found.cluster()),
                                                                registered.revision(),
                                                                registered.definition(),
                                                                progress),
                                                        found.account(),
                                                        images)),
                                failure -> seen(failure.deployment(), found.account())));
    }

    /** Those of the containers, with what the tasks run of them. */
    private CompletableFuture<List<ContainerImage>> images(
            Found found, Service service, TaskDefinitions.Registered registered) {
        return tasks.running(found.cluster(), Names.text(service.serviceName()))
                .thenApply(answer -> registered.images().stream()
                        .map(image -> image.with(
                                answer.then(running -> ServiceTasks.digests(running, registered.revision(), image))))
                        .toList());
    }

    private CompletableFuture<Progress> progress(Found found, Service service, TaskDefinitions.Registered registered) {
        running.add(registered.definition());
        String family = Revisions.family(registered.revision());
        CompletableFuture<Newest> newest = newest(Names.sibling(registered.arn(), family));
        CompletableFuture<Tasks> running = tasks.of(found.cluster(), Names.text(service.serviceName()));
        CompletableFuture<Others> others = running.thenCompose(each -> others(registered.arn(), each));
        return newest.thenCombine(running, (newer, now) -> Rollouts.progress(service, newer, now))
                .thenCombine(others, (progress, each) -> progress.with(each.read(), each.unread()))
                .thenCombine(stopped(found, service), Progress::stopping);
    }

    /** Help beside what was found, asked only where there is trouble: an answer that does not come is nothing to tell of. */
    private CompletableFuture<List<StoppedTask>> stopped(Found found, Service service) {
        return Rollouts.troubled(service)
                ? tasks.stopped(found.cluster(), Names.text(service.serviceName()))
                        .thenApply(answer -> answer.resolve(each -> each, failure -> List.of()))
                : CompletableFuture.completedFuture(List.of());
    }

    /** The other revisions that tasks run, and those of them that nobody has looked at. */
    private record Others(List<TaskDefinition> read, List<Progress.Unread> unread) {}

    private CompletableFuture<Others> others(String primary, Tasks running) {
        List<String> revisions = running.revisions().stream()
                .filter(each -> !each.equals(Names.last(primary)))
                .toList();
        Map<String, CompletableFuture<Answer<TaskDefinitions.Registered>>> asked = new LinkedHashMap<>();
        revisions.stream()
                .limit(OTHERS)
                .forEach(each -> asked.put(each, definitions.find(Names.sibling(primary, each))));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    List<TaskDefinition> read = new ArrayList<>();
                    List<Progress.Unread> unread = new ArrayList<>();
                    asked.forEach((revision, answer) -> answer.join()
                            .resolve(
                                    found -> read.add(found.definition()),
                                    failure ->
                                            unread.add(new Progress.Unread(revision, failure.why(), failure.hint()))));
                    revisions.stream()
                            .skip(OTHERS)
                            .map(each -> new Progress.Unread(each, TOO_MANY, TOO_MANY_HINT))
                            .forEach(unread::add);
                    return new Others(read, unread);
                });
    }

    /** All of them are looked at when one family without a service is asked for. */
    private CompletableFuture<Triggers.Found> triggers(List<Query> queries) {
        return queries.stream().anyMatch(Query.Standalone.class::isInstance)
                ? new Triggers(clients, calls, () -> Clusters.list(clients, calls)).find()
                : CompletableFuture.completedFuture(Triggers.Found.NOTHING);
    }

    /** Goes on without the rules and schedules that have not been listed by now: the families are known without them. */
    void giveUpTriggers() {
        givenUp.complete(
                Triggers.Found.of(Failure.of(Trouble.NO_TIME, Action.triggers(clients.place(clients.region())))));
    }

    private CompletableFuture<Sighting> standalone(String family, CompletableFuture<Triggers.Found> triggers) {
        return triggers.thenCompose(found -> {
            List<Trigger> own = found.triggers().stream()
                    .filter(each -> Revisions.family(each.revision()).equals(family))
                    .toList();
            String unseen = found.gaps().stream().map(Failure::half).findFirst().orElse("");
            return own.isEmpty() ? newest(family, unseen) : started(family, own, unseen);
        });
    }

    /** Of several revisions the oldest is looked at: what it has, the others have as well, or somebody took it away on purpose. */
    private CompletableFuture<Sighting> started(String family, List<Trigger> triggers, String unseen) {
        List<Trigger> enabled = triggers.stream().filter(Trigger::enabled).toList();
        String revision = (enabled.isEmpty() ? triggers : enabled)
                .stream()
                        .filter(Trigger::pinned)
                        .map(Trigger::revision)
                        .min(Revisions.ORDER)
                        .orElse(family);
        return definitions
                .find(revision)
                .thenCombine(
                        newest(family),
                        (answer, newest) -> answer.resolve(
                                found -> new Sighting(
                                        new Deployment.Started(
                                                family, found.revision(), found.definition(), triggers, newest, unseen),
                                        Names.account(found.arn()),
                                        found.images()),
                                failure -> new Sighting(failure.deployment(), "")));
    }

    private CompletableFuture<Newest> newest(String family) {
        return definitions
                .find(family)
                .thenApply(answer -> answer.resolve(
                        each -> new Newest.Seen(each.revision(), each.definition()),
                        failure -> failure.trouble() == Trouble.NO_DEFINITION
                                ? new Newest.None()
                                : new Newest.NotSeen(failure.why(), failure.hint())));
    }

    private CompletableFuture<Sighting> newest(String family, String unseen) {
        return definitions
                .find(family)
                .thenApply(answer -> answer.resolve(
                        found -> new Sighting(
                                new Deployment.Newest(family, found.revision(), found.definition(), unseen),
                                Names.account(found.arn()),
                                found.images()),
                        failure -> new Sighting(failure.deployment(), "")));
    }

    private static CompletableFuture<Sighting> seen(Deployment deployment, String account) {
        return CompletableFuture.completedFuture(new Sighting(deployment, account));
    }
}
