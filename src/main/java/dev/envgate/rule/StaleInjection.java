package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.ContainerFile;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A value that was changed after tasks were started with the one before: ECS injects it once, when a container starts. */
final class StaleInjection implements Rule {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    @Override
    public String id() {
        return "stale-injection";
    }

    @Override
    public String summary() {
        return "A secret, a parameter or an environment file was changed after tasks were started, so they still have what was there before.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Stream.concat(names(ledger), files(ledger));
    }

    private Stream<Finding> names(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.service().deployment() instanceof Deployment.Running running && each.deployed()
                        ? injected(each)
                                .flatMap(changed -> stale(each, running, changed))
                                .limit(1)
                        : Stream.of());
    }

    /** Environment files are read once as well: what was added since is missing in the tasks. */
    private Stream<Finding> files(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.deployment() instanceof Deployment.Running running
                        ? service.containers().stream()
                                .flatMap(container -> container.files().stream()
                                        .filter(file -> runs(running, container, file))
                                        .flatMap(file -> file(service, container, file, running)))
                        : Stream.of());
    }

    private static boolean runs(Deployment.Running running, ContainerLedger container, ContainerFile file) {
        return running.definition().containers().stream()
                .filter(each -> each.name().matches(container.container()) == Agreement.SAME)
                .flatMap(each -> each.environmentFiles().stream())
                .anyMatch(each -> each.toString().equals(file.file()));
    }

    private Stream<Finding> file(
            ServiceLedger service, ContainerLedger container, ContainerFile file, Deployment.Running running) {
        if (!(file.content() instanceof EnvFile.Read(var _, var _, Changed.At(Instant changed)))) {
            return Stream.of();
        }
        Started started = Started.of(running);
        return started.before(changed) == 0
                ? Stream.of()
                : Stream.of(new Finding(
                                id(),
                                Severity.WARNING,
                                service.service(),
                                container.container(),
                                "",
                                "Its environment file `%s` was changed on %s, and %s what was in it before."
                                        .formatted(file.file(), date(changed), started.told(changed)),
                                new NextStep(service).replacing(running),
                                file.place())
                        .apart(file.file()));
    }

    /** When the tasks were started, as far as AWS says so. */
    private record Started(List<Instant> times) {
        static Started of(Deployment.Running running) {
            return new Started(running.progress().tasks().seen().stream()
                    .map(RunningTask::started)
                    .filter(time -> time.isBefore(Instant.MAX))
                    .toList());
        }

        long before(Instant changed) {
            return times.stream().filter(time -> time.isBefore(changed)).count();
        }

        String told(Instant changed) {
            long before = before(changed);
            return "%d of %d tasks %s"
                    .formatted(
                            before,
                            times.size(),
                            before == 1
                                    ? "was started before that and still has"
                                    : "were started before that and still have");
        }
    }

    private static String date(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** When the values were made that what runs refers to; a version that is named never gets another one. */
    private static Stream<Instant> injected(Subject each) {
        List<Reference> running = each.row().deployedEntries().stream()
                .flatMap(entry ->
                        entry.given() instanceof Given.Secret(Reference reference) ? Stream.of(reference) : Stream.of())
                .filter(reference -> !reference.pinned())
                .toList();
        return each.lookups(Stored.Exists.class)
                .filter(lookup -> running.contains(lookup.reference()))
                .flatMap(lookup ->
                        lookup.state().changed() instanceof Changed.At(Instant time) ? Stream.of(time) : Stream.of());
    }

    private Stream<Finding> stale(Subject each, Deployment.Running running, Instant changed) {
        Started started = Started.of(running);
        return started.before(changed) == 0
                ? Stream.of()
                : Stream.of(each.finding(
                        this,
                        Severity.WARNING,
                        "Its value was changed on %s, and %s the one before."
                                .formatted(date(changed), started.told(changed)),
                        new NextStep(each.service()).replacing(running)));
    }
}
