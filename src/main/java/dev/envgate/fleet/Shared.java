package dev.envgate.fleet;

import dev.envgate.ledger.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fault that one service or many have: the same rule about the same name, in the same words.
 *
 * @param hint what to do about it; that of the first where it is not the same for all
 * @param places where it is found; never none
 */
public record Shared(String rule, Severity severity, String name, String message, String hint, List<Where> places) {
    private static final Comparator<Shared> WORST_FIRST = Comparator.comparing(Shared::severity)
            .thenComparing(Comparator.<Shared>comparingInt(each -> each.places().size())
                    .reversed())
            .thenComparing(Shared::rule)
            .thenComparing(Shared::name)
            .thenComparing(Shared::message);

    public Shared {
        places = List.copyOf(places);
    }

    /** One service's part of it. */
    public record Where(Unit unit, Fault fault) {
        /** What its service is called; empty where it is of none. */
        public String title() {
            return fault.service().isEmpty()
                    ? ""
                    : Service.called(fault.service(), fault.environment(), fault.namesake());
        }
    }

    private record Key(Severity severity, String rule, String name, String message) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::severity)
                .thenComparing(Key::rule)
                .thenComparing(Key::name)
                .thenComparing(Key::message);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static List<Shared> of(List<Entry> entries) {
        Map<Key, List<Where>> all = new TreeMap<>();
        for (Entry entry : entries) {
            for (Fault each : entry.faults()) {
                all.computeIfAbsent(
                                new Key(each.severity(), each.rule(), each.name(), each.message()),
                                _ -> new ArrayList<>())
                        .add(new Where(entry.unit(), each));
            }
        }
        return all.entrySet().stream()
                .map(each -> new Shared(
                        each.getKey().rule(),
                        each.getKey().severity(),
                        each.getKey().name(),
                        each.getKey().message(),
                        each.getValue().getFirst().fault().hint(),
                        each.getValue()))
                .sorted(WORST_FIRST)
                .toList();
    }
}
