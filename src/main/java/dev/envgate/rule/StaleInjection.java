package dev.envgate.rule;

import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
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
        return "A secret or parameter was changed after tasks were started, so they still have the value before.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.service().deployment() instanceof Deployment.Running running && each.deployed()
                        ? injected(each)
                                .flatMap(changed -> stale(each, running, changed))
                                .limit(1)
                        : Stream.of());
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
        List<Instant> started = running.progress().tasks().seen().stream()
                .map(task -> task.started())
                .filter(time -> time.isBefore(Instant.MAX))
                .toList();
        long before = started.stream().filter(time -> time.isBefore(changed)).count();
        return before == 0
                ? Stream.of()
                : Stream.of(each.finding(
                        this,
                        Severity.WARNING,
                        "Its value was changed on %s, and %d of %d tasks were started before that and still have the one before."
                                .formatted(MINUTE.format(changed.atOffset(ZoneOffset.UTC)), before, started.size()),
                        "replace the tasks: `aws ecs update-service --cluster %s --service %s --force-new-deployment`."
                                .formatted(running.cluster(), running.service())));
    }
}
