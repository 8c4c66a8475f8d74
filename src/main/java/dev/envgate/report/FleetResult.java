package dev.envgate.report;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Fault;
import dev.envgate.fleet.Shared;
import dev.envgate.fleet.Unit;
import dev.envgate.ledger.Severity;
import dev.envgate.text.Digests;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a fleet has to tell to trackers which know findings only: a fault with all its services, an input that could not be read, or a
 * reason why something was not looked at. None of them is to take the last two for fine.
 *
 * @param rule {@link Unlooked#ID} where it is no fault
 * @param subject what it is about, in one line
 * @param spots where it is, at least one; paths are relative to the root of the fleet
 * @param fingerprint stays the same while services with the same fault come and go
 */
record FleetResult(
        String rule,
        Severity severity,
        String subject,
        String message,
        String hint,
        List<Spot> spots,
        String fingerprint) {
    private static final int NAMES_IN_A_LINE = 4;

    FleetResult {
        spots = List.copyOf(spots);
    }

    /**
     * One place.
     *
     * @param way to the variable: unit, service, container, name
     */
    record Spot(Anchor anchor, String way) {}

    /** What could not be read first, then what keeps the gate shut unseen, then the faults, the worst first. */
    static List<FleetResult> of(FleetView view) {
        Set<String> configurations = view.fleet().entries().stream()
                .map(Entry::unit)
                .filter(Unit.Configured.class::isInstance)
                .map(Unit::key)
                .collect(Collectors.toSet());
        List<FleetResult> all = new ArrayList<>();
        view.unreadable().forEach(each -> all.add(unread(each, configurations)));
        view.reasons().forEach(each -> all.add(unlooked(each, configurations)));
        view.fleet().shared().forEach(each -> all.add(shared(each)));
        return all;
    }

    private static FleetResult unread(FleetView.Unreadable each, Set<String> configurations) {
        String file = each.unread().file();
        Anchor anchor = Anchors.isRelative(file)
                ? new Anchor(file, Math.max(1, each.unread().line()), 1, 2)
                : top(each.unit(), configurations);
        return new FleetResult(
                Unlooked.ID,
                Severity.ERROR,
                each.place(),
                each.unread().message(),
                each.unread().hint(),
                List.of(new Spot(anchor, each.unit())),
                Digests.of(List.of(Unlooked.ID, each.unit(), file, each.unread().message())));
    }

    /** It is a note where the gate does not stay shut for it. */
    private static FleetResult unlooked(FleetView.Reason reason, Set<String> configurations) {
        List<FleetView.Thing> things = reason.holding().isEmpty() ? reason.things() : reason.holding();
        Set<Spot> spots = things.stream()
                .map(each -> new Spot(top(each.unit(), configurations), each.title()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new FleetResult(
                Unlooked.ID,
                reason.holding().isEmpty() ? Severity.NOTE : Severity.ERROR,
                listed(things.stream().map(FleetView.Thing::title).toList()),
                reason.why(),
                reason.hint(),
                List.copyOf(spots),
                Digests.of(List.of(Unlooked.ID, Words.of(reason.station()), reason.why())));
    }

    private static FleetResult shared(Shared each) {
        return new FleetResult(
                each.rule(),
                each.severity(),
                subject(each),
                each.message(),
                each.hint(),
                each.places().stream().map(FleetResult::spot).toList(),
                Digests.of(List.of(each.rule(), Words.of(each.severity()), each.name(), each.message())));
    }

    private static String subject(Shared each) {
        String many = each.places().size() == 1 ? "" : Words.count(each.places().size(), "service") + ": ";
        String where = many
                + listed(each.places().stream()
                        .map(place -> place.title().isEmpty() ? place.unit().key() : place.title())
                        .toList());
        return Stream.of(each.name(), where).filter(part -> !part.isEmpty()).collect(Collectors.joining(" in "));
    }

    private static Spot spot(Shared.Where where) {
        Fault fault = where.fault();
        int column = Math.max(1, fault.column());
        Anchor anchor = Anchors.isRelative(fault.file())
                ? new Anchor(fault.file(), Math.max(1, fault.line()), column, column + 1)
                : top(
                        where.unit().key(),
                        where.unit() instanceof Unit.Configured(String file) ? Set.of(file) : Set.of());
        return new Spot(
                anchor,
                Stream.of(where.unit().key(), where.title(), fault.container(), fault.name())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("/")));
    }

    /** The configuration, where the unit is one that can be shown as a file of the fleet. */
    private static Anchor top(String unit, Set<String> configurations) {
        return Anchor.top(configurations.contains(unit) && Anchors.isRelative(unit) ? unit : Anchors.USUAL);
    }

    private static String listed(List<String> titles) {
        String more = titles.size() > NAMES_IN_A_LINE ? " and " + (titles.size() - NAMES_IN_A_LINE) + " more" : "";
        return titles.stream().limit(NAMES_IN_A_LINE).collect(Collectors.joining(", ")) + more;
    }

    /** Whether it is what was not looked at, and the gate is open all the same. */
    boolean isRemark() {
        return rule.equals(Unlooked.ID) && severity == Severity.NOTE;
    }

    /** All in one line. */
    String sentence() {
        String next = hint.isEmpty() ? "" : " Next: " + Diagnostic.next(hint);
        return (subject.isEmpty() ? "" : subject + ": ") + message + next;
    }
}
