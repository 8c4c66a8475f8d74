package dev.envgate.report;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Service;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Trend;
import dev.envgate.fleet.Unread;
import dev.envgate.fleet.Unseen;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that reports of a fleet show.
 *
 * @param trend against an earlier report; none without one
 */
public record FleetView(Fleet fleet, Optional<Trend> trend, Origin origin) {
    /** Things that could not be looked at for the same reason. */
    record Reason(Station station, String why, String hint, List<Thing> things) {
        /** Those for which the gate stays shut. */
        List<Thing> holding() {
            return things.stream().filter(Thing::holds).toList();
        }

        /** All of them in a line. */
        String listed() {
            return things.stream().map(Thing::title).collect(Collectors.joining(", "));
        }
    }

    /**
     * One of them.
     *
     * @param unit the key of its unit; empty where it is of none
     * @param holds whether the gate stays shut for it
     */
    record Thing(String unit, String what, boolean holds) {
        /** A unit that is a service needs no name besides. */
        String title() {
            return unit.isEmpty() ? what : unit.endsWith("/" + what) ? unit : unit + ": " + what;
        }
    }

    /** An input that could not be read, and whose it is. */
    record Unreadable(String unit, Unread unread) {
        /** The line, else the unit. */
        String place() {
            return unread.file().isEmpty() ? unit : unread.file() + ":" + unread.line();
        }
    }

    List<Reason> reasons() {
        Map<List<Object>, Reason> all = new LinkedHashMap<>();
        fleet.beside().forEach(each -> add(all, "", each));
        for (Entry entry : fleet.entries()) {
            entry.unseen().forEach(each -> add(all, entry.unit().key(), each));
        }
        return List.copyOf(all.values());
    }

    private static void add(Map<List<Object>, Reason> all, String unit, Unseen each) {
        all.computeIfAbsent(
                        List.of(each.station(), each.why(), each.hint()),
                        _ -> new Reason(each.station(), each.why(), each.hint(), new ArrayList<>()))
                .things()
                .add(new Thing(unit, each.what(), each.holds()));
    }

    List<Unreadable> unreadable() {
        return fleet.entries().stream()
                .flatMap(entry -> entry.unread().stream()
                        .map(each -> new Unreadable(entry.unit().key(), each)))
                .toList();
    }

    long count(Severity severity) {
        return fleet.entries().stream()
                .flatMap(each -> each.faults().stream())
                .filter(each -> each.severity() == severity)
                .count();
    }

    long services(Verdict.Decision decision) {
        return fleet.judged().stream()
                .filter(each -> each.decision() == decision)
                .count();
    }

    int inStep() {
        return fleet.entries().stream().mapToInt(Entry::inStep).sum();
    }

    int setAside() {
        return fleet.entries().stream().mapToInt(Entry::setAside).sum();
    }

    long notVerified() {
        return fleet.beside().size()
                + fleet.entries().stream()
                        .mapToLong(each -> each.unseen().size())
                        .sum();
    }

    long unreadableUnits() {
        return fleet.entries().stream().filter(each -> !each.unread().isEmpty()).count();
    }

    /** What was not verified, in words; empty where that is said by what could not be read. */
    String verified() {
        return notVerified() > 0 ? notVerified() + " not verified" : unreadableUnits() > 0 ? "" : "everything verified";
    }

    /** How many inputs could not be read, in words; empty for none. */
    String couldNotBeRead() {
        return unreadableUnits() == 0 ? "" : unreadableUnits() + " could not be read";
    }

    /** What was found and what was not seen, in words; what there is none of is left out. */
    String tally() {
        return Stream.of(
                        couldNotBeRead(),
                        Words.count(count(Severity.ERROR), "error"),
                        Words.count(count(Severity.WARNING), "warning"),
                        verified())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    Stations stations() {
        return fleet.judged().stream()
                .map(Judged::service)
                .map(Service::stations)
                .reduce(Stations.NONE, Stations::and);
    }

    long accounts() {
        return fleet.judged().stream()
                .map(each -> each.service().account())
                .filter(each -> !each.isEmpty())
                .distinct()
                .count();
    }

    long regions() {
        return fleet.judged().stream()
                .map(each -> each.service().region())
                .filter(each -> !each.isEmpty())
                .distinct()
                .count();
    }

    /** How many names are there, of how many; and of how many it is not known. */
    static String cell(Stations.Count count) {
        int all = count.present() + count.absent() + count.unknown();
        return count.present() + "/" + all + (count.unknown() == 0 ? "" : " ?" + count.unknown());
    }

    /** Account, region and cluster, as far as they are known. */
    static String where(Service service) {
        return Stream.of(service.account(), service.region(), service.cluster())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The verdict in one word. */
    static String word(Verdict.Decision decision) {
        return switch (decision) {
            case PASS -> "open";
            case FAIL -> "closed";
            case UNVERIFIED -> "could not verify";
        };
    }
}
