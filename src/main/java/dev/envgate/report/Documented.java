package dev.envgate.report;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What files say of one variable, in all services and environments together. Places are files without lines, so that it stays the same
 * while lines move.
 *
 * @param declarations the first of each contract file
 * @param reads where the application reads it
 * @param settings how containers are given it
 * @param missing the environments in which no container is given it, while it is in others
 * @param valuesDiffer the environments between which its plain value differs; none where it does not, or is not known
 */
record Documented(
        String name,
        Kind kind,
        List<Declaration> declarations,
        List<Read> reads,
        List<Settled> settings,
        List<String> missing,
        List<String> valuesDiffer) {

    /** A file that reads it, and the worst that happens there when it is not set. */
    record Read(String file, Fallback fallback) {}

    /**
     * How a container is given it.
     *
     * @param in the list of the task definition: {@code secrets}, {@code environment}, {@code environmentFiles}; or {@code image}
     * @param from what it refers to; empty for plain text
     * @param file where it is written
     */
    record Setting(String container, String in, String from, String condition, String file) {}

    /**
     * A setting, and the environments that have it; none is named where there are no environments.
     *
     * @param everywhere whether these are all
     */
    record Settled(Setting setting, List<String> environments, boolean everywhere) {}

    /** All names that are declared or in Terraform, sorted. */
    static List<Documented> of(Ledger ledger) {
        SortedMap<String, List<Found>> found = new TreeMap<>();
        for (ServiceLedger service : ledger.services()) {
            for (ContainerLedger container : service.containers()) {
                container.rows().stream()
                        .filter(row -> !row.declarations().isEmpty()
                                || !row.configuredEntries().isEmpty())
                        .forEach(row -> found.computeIfAbsent(row.name().text(), _ -> new ArrayList<>())
                                .add(new Found(service, container.container(), row)));
            }
        }
        List<String> environments = ledger.services().stream()
                .map(ServiceLedger::environment)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return found.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), environments))
                .toList();
    }

    /** A row, and where it stands. */
    private record Found(ServiceLedger service, String container, Row row) {
        Stream<HiddenValue> plain() {
            return row.configuredEntries().stream()
                    .flatMap(entry ->
                            entry.given() instanceof Given.Plain(HiddenValue value) ? Stream.of(value) : Stream.of());
        }
    }

    private static Documented of(String name, List<Found> found, List<String> environments) {
        List<Declaration> declarations = declarations(found);
        SequencedSet<String> given = new LinkedHashSet<>();
        found.stream()
                .filter(each -> !each.row().configuredEntries().isEmpty())
                .forEach(each -> given.add(each.service().environment()));
        return new Documented(
                name,
                found.getFirst().row().kind(),
                declarations,
                reads(found),
                settings(found, environments),
                given.isEmpty()
                        ? List.of()
                        : environments.stream()
                                .filter(each -> !given.contains(each))
                                .toList(),
                valuesDiffer(found));
    }

    private static List<Declaration> declarations(List<Found> found) {
        Map<String, Declaration> first = new LinkedHashMap<>();
        found.stream()
                .flatMap(each -> each.row().declarations().stream())
                .sorted((one, other) -> Boolean.compare(one.commentedOut(), other.commentedOut()))
                .forEach(each -> first.putIfAbsent(each.span().file().path(), each));
        return List.copyOf(first.values());
    }

    private static List<Read> reads(List<Found> found) {
        SortedMap<String, Fallback> files = new TreeMap<>();
        found.stream()
                .map(each -> each.service().code().reads(each.row().name()))
                .flatMap(List::stream)
                .filter(read -> read.reader() == Reader.APPLICATION)
                .filter(read -> read.certainty() != CodeRead.Certainty.MENTIONED)
                .forEach(read -> files.merge(
                        read.span().file().path(),
                        read.fallback(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return files.entrySet().stream()
                .map(each -> new Read(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Settled> settings(List<Found> found, List<String> environments) {
        Map<Setting, SequencedSet<String>> settings = new LinkedHashMap<>();
        for (Found each : found) {
            for (Entry entry : each.row().configuredEntries()) {
                settings.computeIfAbsent(setting(each.container(), entry), _ -> new LinkedHashSet<>())
                        .add(each.service().environment());
            }
        }
        return settings.entrySet().stream()
                .map(each -> new Settled(
                        each.getKey(),
                        each.getValue().stream().filter(name -> !name.isEmpty()).toList(),
                        each.getValue().containsAll(environments)))
                .toList();
    }

    private static Setting setting(String container, Entry entry) {
        String condition = entry.presence() instanceof Presence.Conditional(Place _, String said) ? said : "";
        String file = file(Explanation.place(entry.presence()));
        return switch (entry.given()) {
            case Given.Plain _ -> new Setting(container, "environment", "", condition, file);
            case Given.Secret(Reference reference) ->
                new Setting(container, "secrets", reference.text(), condition, file);
            case Given.FromFile(String from) -> new Setting(container, "environmentFiles", from, condition, file);
            case Given.FromImage(String image) -> new Setting(container, "image", image, condition, file);
        };
    }

    private static String file(Place place) {
        return place instanceof Place.InFile(var span) ? span.file().path() : "";
    }

    private static List<String> valuesDiffer(List<Found> found) {
        SequencedSet<String> differing = new LinkedHashSet<>();
        for (Found one : found) {
            for (Found other : found) {
                if (one.container().equals(other.container())
                        && !one.service().environment().equals(other.service().environment())
                        && differ(one, other)) {
                    differing.add(one.service().environment());
                }
            }
        }
        return List.copyOf(differing);
    }

    private static boolean differ(Found one, Found other) {
        return one.plain()
                .anyMatch(mine -> other.plain().anyMatch(theirs -> mine.compare(theirs) == Agreement.DIFFERENT));
    }

    /** Whether a contract declares it. */
    boolean declared() {
        return !declarations.isEmpty();
    }

    /** Whether the code reads anything, and all of it was searched, so that a name without a read is remarkable. */
    static boolean searched(Ledger ledger) {
        return ledger.services().stream()
                .allMatch(each -> each.code() instanceof Code.Searched searched
                        && searched.complete()
                        && !searched.reads().isEmpty());
    }

    /** What files do not decide: a list that left it out would look complete. */
    static List<NotVerified> notKnown(Ledger ledger) {
        return ledger.notVerified().stream()
                .filter(each -> each.station() == Station.DECLARED || each.station() == Station.CONFIGURED)
                .distinct()
                .toList();
    }
}
