package dev.envgate.aws;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One run after the login: everything that needs nothing else is asked at once, and what an answer leads to is asked next. */
final class Run {
    /**
     * Until when each step is waited for.
     *
     * @param last the end of the run
     */
    record Steps(Deadline deployments, Deadline stores, Deadline readers, Deadline last) {
        /** What is kept back of the time at each step, so that a call that does not end leaves some to what hangs on others. */
        private static final int RESERVE = 4;

        static Steps until(Deadline last) {
            Duration left = last.left();
            return new Steps(
                    last.before(left.dividedBy(RESERVE)),
                    last.before(left.dividedBy(2 * RESERVE)),
                    last.before(left.dividedBy(4 * RESERVE)),
                    last);
        }
    }

    private final Clients clients;
    private final Calls calls;
    private final Steps steps;
    private final Account account;
    private final Services services;
    private final Request request;
    private final Lookups lookups;
    private final Images images;

    Run(Clients clients, Calls calls, Steps steps, Account account, Request request) {
        this.clients = clients;
        this.calls = calls;
        this.steps = steps;
        this.account = account;
        services = new Services(clients, calls, new TaskDefinitions(clients, calls), new ServiceTasks(clients, calls));
        this.request = request;
        lookups = new Lookups(
                new Secrets(clients, calls, account),
                new Parameters(clients, calls, account),
                new Values(clients, calls),
                new Readers(clients, calls, account),
                new EnvironmentFiles(clients, calls),
                request.files(),
                new Listings(clients, calls));
        images = new Images(clients, calls);
    }

    Observation observe() {
        List<CompletableFuture<Services.Sighting>> sightings = services.look(request.queries());
        lookups.ask(request.references());
        lookups.askFiles();
        lookups.list(request.prefixes());
        Calls.await(sightings, steps.deployments());
        services.giveUpTriggers();
        askStores(sightings);
        Calls.await(lookups.answers(), steps.stores());
        lookups.askReaders(request.readers());
        lookups.askReaders(readers(sightings));
        if (request.deep()) {
            lookups.askValues();
        }
        askOfTheAccount(sightings);
        Calls.await(lookups.answers(), steps.readers());
        askStores(sightings);
        lookups.askReaders(readers(sightings));
        lookups.askReaders(others(sightings));
        Calls.await(
                Stream.concat(sightings.stream(), lookups.answers().stream()).toList(), steps.last());
        Calls.await(images.answers(), steps.last());
        if (accountSeen(sightings).isEmpty()) {
            Calls.await(List.of(account.number()), steps.last());
        }
        calls.close();
        askLast(sightings);
        return observation(sightings.stream().map(CompletableFuture::join).toList(), accountSeen(sightings));
    }

    /** What an answer led to that came too late for it: no call is made any more, and each says that the time was over. */
    private void askLast(List<CompletableFuture<Services.Sighting>> sightings) {
        askStores(sightings);
        lookups.askReaders(request.readers());
        lookups.askReaders(readers(sightings));
        if (request.deep()) {
            lookups.askValues();
        }
    }

    /** What the task definitions that have been found by now refer to. */
    private void askStores(List<CompletableFuture<Services.Sighting>> sightings) {
        lookups.ask(references(sightings));
        lookups.askFiles(files(sightings));
        lookups.askFileReaders(fileReaders(sightings));
        lookups.askWhen(injected(sightings));
        images.ask(images(sightings));
    }

    /** A parameter that is given by its name is of the caller's account: who may read it cannot be asked before that is known. */
    private void askOfTheAccount(List<CompletableFuture<Services.Sighting>> sightings) {
        List<Request.Reader> readers = Stream.concat(request.readers().stream(), readers(sightings).stream())
                .toList();
        if (!account.number().isDone() && readers.stream().anyMatch(lookups::waits)) {
            Calls.await(List.of(account.number()), steps.readers());
        }
        lookups.askReaders(readers);
    }

    /** The references of what runs, each with the start of the oldest task that has got its value. */
    private static Map<Reference, Instant> injected(List<CompletableFuture<Services.Sighting>> sightings) {
        Map<Reference, Instant> oldest = new HashMap<>();
        sightings.stream()
                .filter(CompletableFuture::isDone)
                .map(sighting -> sighting.join().deployment())
                .forEach(deployment -> {
                    if (deployment instanceof Deployment.Running running
                            && running.progress().tasks().oldest().isBefore(Instant.MAX)) {
                        references(running.definition())
                                .forEach(each -> oldest.merge(
                                        each,
                                        running.progress().tasks().oldest(),
                                        (one, other) -> one.isBefore(other) ? one : other));
                    }
                });
        return oldest;
    }

    /** Who fetches what in the task definitions that have been found by now. */
    private List<Request.Reader> readers(List<CompletableFuture<Services.Sighting>> sightings) {
        return definitions(sightings)
                .flatMap(definition -> Request.Reader.of(definition, definition.executionRole()))
                .toList();
    }

    /** The task role where the execution role may not: it is often mistaken for it. */
    private List<Request.Reader> others(List<CompletableFuture<Services.Sighting>> sightings) {
        return definitions(sightings)
                .flatMap(definition -> Request.Reader.of(definition, definition.taskRole())
                        .filter(each -> Request.Reader.of(definition, definition.executionRole())
                                .anyMatch(reader ->
                                        reader.reference().equals(each.reference()) && lookups.refused(reader))))
                .toList();
    }

    /** Those of services whose tasks are still being looked at among them. */
    private Stream<TaskDefinition> definitions(List<CompletableFuture<Services.Sighting>> sightings) {
        return Stream.concat(
                        sightings.stream()
                                .filter(CompletableFuture::isDone)
                                .flatMap(sighting -> sighting.join().deployment().definitions().stream()),
                        services.running().stream())
                .distinct();
    }

    /** Those of the task definitions that have been found by now. */
    private List<Reference> references(List<CompletableFuture<Services.Sighting>> sightings) {
        return definitions(sightings).flatMap(Run::references).toList();
    }

    private static Stream<Reference> references(TaskDefinition definition) {
        return definition.containers().stream().flatMap(ContainerDefinition::references);
    }

    /** The environment files of the task definitions that have been found by now. */
    private List<String> files(List<CompletableFuture<Services.Sighting>> sightings) {
        return definitions(sightings)
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> container.environmentFiles().stream())
                .map(EnvironmentFile::toString)
                .toList();
    }

    /** The environment files that each role fetches. */
    private Map<String, Set<String>> fileReaders(List<CompletableFuture<Services.Sighting>> sightings) {
        Map<String, Set<String>> byRole = new LinkedHashMap<>();
        definitions(sightings).forEach(definition -> {
            if (definition.executionRole() instanceof RoleReference.Named(Symbolic role)) {
                definition.containers().stream()
                        .flatMap(each -> each.environmentFiles().stream())
                        .forEach(each -> byRole.computeIfAbsent(role.toString(), _ -> new LinkedHashSet<>())
                                .add(each.toString()));
            }
        });
        return byRole;
    }

    /** The images of the containers that have been found by now, if anybody wants to know of them. */
    private List<ContainerImage> images(List<CompletableFuture<Services.Sighting>> sightings) {
        return request.images()
                ? sightings.stream()
                        .filter(CompletableFuture::isDone)
                        .flatMap(sighting -> sighting.join().images().stream())
                        .toList()
                : List.of();
    }

    /** A service names its account, and a service can only be seen in the caller's own. */
    private static String accountSeen(List<CompletableFuture<Services.Sighting>> sightings) {
        return sightings.stream()
                .filter(CompletableFuture::isDone)
                .map(sighting -> sighting.join().account())
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Observation observation(List<Services.Sighting> sightings, String accountSeen) {
        List<Deployment> deployments = sightings.stream()
                .map(each -> images.filled(each.deployment(), each.images()))
                .toList();
        return account.caller()
                .join()
                .resolve(
                        caller -> new Observation(
                                new Identity(caller.account(), clients.region()),
                                caller.arn(),
                                deployments,
                                lookups,
                                List.of()),
                        failure -> new Observation(
                                new Identity(accountSeen, clients.region()),
                                "",
                                deployments,
                                lookups,
                                accountSeen.isEmpty() ? List.of(unverified(failure)) : List.of()));
    }

    private static NotVerified unverified(Failure failure) {
        return new NotVerified(Station.DEPLOYED, "the AWS account", failure.why(), failure.hint());
    }
}
