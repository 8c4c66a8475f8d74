package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row with what it is a row of, and the questions that several rules ask of it. */
record Subject(ServiceLedger service, ContainerLedger container, Row row) {
    static Stream<Subject> of(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream().flatMap(container -> of(service, container)));
    }

    static Stream<Subject> of(ServiceLedger service, ContainerLedger container) {
        return container.rows().stream().map(row -> new Subject(service, container, row));
    }

    boolean declared() {
        return row.declared() instanceof Presence.Present;
    }

    boolean configured() {
        return row.configured() instanceof Presence.Present;
    }

    boolean deployed() {
        return row.deployed() instanceof Presence.Present;
    }

    boolean notDeclared() {
        return row.declared() instanceof Presence.Absent;
    }

    boolean notConfigured() {
        return row.configured() instanceof Presence.Absent;
    }

    boolean notDeployed() {
        return row.deployed() instanceof Presence.Absent;
    }

    /** Whether what runs has it from its image only, which every deploy keeps. */
    boolean ofTheImage() {
        return !row.deployedEntries().isEmpty()
                && row.deployedEntries().stream().allMatch(entry -> entry.given() instanceof Given.FromImage);
    }

    /** The only entry of a name that Terraform gives for certain and once. */
    Optional<Given> configuredOnce() {
        return configured() ? once(row.configuredEntries()) : Optional.empty();
    }

    /** The only entry of a name that runs. */
    Optional<Given> deployedOnce() {
        return deployed() ? once(row.deployedEntries()) : Optional.empty();
    }

    private static Optional<Given> once(List<Entry> entries) {
        return entries.size() == 1 ? Optional.of(entries.getFirst().given()) : Optional.empty();
    }

    /** A name that stands in a container twice for certain. */
    static boolean twice(List<Entry> entries) {
        return entries.stream()
                        .filter(entry -> entry.presence() instanceof Presence.Present)
                        .count()
                > 1;
    }

    /** Whether an entry that was to give the name is one that ECS refuses or drops: that fault speaks for it. */
    boolean refused() {
        return service.containers().stream()
                .flatMap(each -> each.malformed().stream())
                .anyMatch(each -> each.name().equals(row.name().text()));
    }

    /** What the name is given for certain: by Terraform where it has an entry, else by what runs. */
    Stream<Given> given() {
        List<Entry> entries = row.configuredEntries().isEmpty() ? row.deployedEntries() : row.configuredEntries();
        return entries.stream()
                .filter(entry -> entry.presence() instanceof Presence.Present)
                .map(Entry::given);
    }

    /** The plain values of the same. */
    Stream<HiddenValue> values() {
        return given().flatMap(
                        given -> given instanceof Given.Plain(HiddenValue value) ? Stream.of(value) : Stream.of());
    }

    /** What the row refers to for certain: by Terraform where it has an entry, else by what runs. */
    boolean certain() {
        return row.configuredEntries().isEmpty() ? deployed() : configured();
    }

    /** What is referred to for certain, with the answers of the stores of one sort: that of Terraform, then what only runs. */
    <T extends Stored> Stream<Lookup<T>> lookups(Class<T> wanted) {
        return lookups(wanted, _ -> true);
    }

    /** Most rules ask for what hardly any row has: what a row refers to is found out where the answers are of the sort. */
    private <T extends Stored> Stream<Lookup<T>> lookups(Class<T> sort, Predicate<T> wanted) {
        Stream<Lookup<T>> first = certain() && any(sort, wanted, row.storedStates())
                ? lookups(sort, wanted, row.references(), row.storedStates(), false)
                : Stream.of();
        return deployed() && any(sort, wanted, row.runningStates())
                ? Stream.concat(
                        first,
                        lookups(sort, wanted, row.runningReferences(), row.runningStates(), true)
                                .map(lookup -> lookup.known(row.references())))
                : first;
    }

    private static <T extends Stored> boolean any(Class<T> sort, Predicate<T> wanted, List<Stored> states) {
        for (Stored each : states) {
            if (sort.isInstance(each) && wanted.test(sort.cast(each))) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Stored> Stream<Lookup<T>> lookups(
            Class<T> sort, Predicate<T> wanted, List<Reference> references, List<Stored> states, boolean running) {
        return IntStream.range(0, Math.min(references.size(), states.size()))
                .filter(i -> sort.isInstance(states.get(i)) && wanted.test(sort.cast(states.get(i))))
                .mapToObj(i -> new Lookup<>(references.get(i), sort.cast(states.get(i)), running));
    }

    /**
     * A reference and what the store says of it.
     *
     * @param running whether it stands in what runs, and Terraform has another one
     */
    record Lookup<T extends Stored>(Reference reference, T state, boolean running) {
        /** A reference that Terraform has as well, though only under a condition, is repaired where it points to. */
        Lookup<T> known(List<Reference> configured) {
            return configured.contains(reference) ? new Lookup<>(reference, state, false) : this;
        }
    }

    /** Entries of Terraform that ECS refuses, or cannot fetch when the container starts: the break that comes before all that runs. */
    boolean brokenBeforeDeploy() {
        return twice(row.configuredEntries())
                || Malformations.in(row.configuredEntries()).findAny().isPresent()
                || container.malformed().stream()
                        .anyMatch(each -> each.name().equals(row.name().text()))
                || lookups(Stored.class, Subject::useless).anyMatch(lookup -> !lookup.running());
    }

    /** What runs cannot be started again: its own references lead nowhere, whatever Terraform has. */
    boolean brokenWhileRunning() {
        return lookups(Stored.class, Subject::useless).anyMatch(Lookup::running);
    }

    private static boolean useless(Stored stored) {
        return switch (stored) {
            case Stored.Missing _, Stored.Recreated _, Stored.Deleting _, Stored.WithoutValue _ -> true;
            case Stored.Exists exists -> useless(exists.contents());
            case Stored.NotSeen _, Stored.NotAsked _ -> false;
        };
    }

    private static boolean useless(Contents contents) {
        return switch (contents) {
            case Contents.NotJson _, Contents.WithoutKey _ -> true;
            case Contents.Text _, Contents.Changed _, Contents.NotSeen _, Contents.NotAsked _ -> false;
        };
    }

    /** What is referred to and has a value that looks like that, where values were looked at. */
    Stream<Lookup<Stored.Exists>> looking(Contents.Look look) {
        return lookups(Stored.Exists.class, state -> state.contents().equals(new Contents.Text(look)));
    }

    Finding finding(Rule rule, Severity severity, String message, String hint) {
        return finding(rule, severity, message, hint, row.place());
    }

    Finding finding(Rule rule, Severity severity, String message, String hint, Place place) {
        return new Finding(
                rule.id(),
                severity,
                service.service(),
                container.container(),
                row.name().text(),
                message,
                hint,
                place);
    }
}
