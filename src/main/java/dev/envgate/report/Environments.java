package dev.envgate.report;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of a run by its environments.
 *
 * @param several the environments in their order; none when there are fewer than two
 * @param rows for each name the row of each environment that has one
 */
record Environments(List<String> several, SortedMap<Key, Map<String, Row>> rows) {
    /** A service is called otherwise in each environment, so a container is known by its own name, where only one service has it. */
    record Key(String name, String container) {}

    static Environments of(Run run) {
        List<String> all = run.ledger().services().stream()
                .map(ServiceLedger::environment)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        SortedMap<Key, Map<String, Row>> rows =
                new TreeMap<>(Comparator.comparing(Key::name).thenComparing(Key::container));
        if (all.size() > 1) {
            for (ServiceLedger service : run.ledger().services()) {
                for (ContainerLedger container : service.containers()) {
                    container.rows().forEach(row -> put(rows, service, container.container(), row));
                }
            }
        }
        return new Environments(all.size() > 1 ? all : List.of(), rows);
    }

    private static void put(SortedMap<Key, Map<String, Row>> rows, ServiceLedger service, String container, Row row) {
        Key usual = new Key(row.name().text(), container);
        boolean taken = rows.getOrDefault(usual, Map.of()).containsKey(service.environment());
        Key key = taken ? new Key(row.name().text(), container + " of " + service.service()) : usual;
        rows.computeIfAbsent(key, _ -> new HashMap<>()).put(service.environment(), row);
    }
}
