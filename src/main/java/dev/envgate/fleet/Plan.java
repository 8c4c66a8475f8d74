package dev.envgate.fleet;

import dev.envgate.text.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who judges what.
 *
 * @param version of the program that made it
 * @param options a digest of all options that change a verdict
 * @param day on which it was made, by which decisions expire
 * @param shards how many parts there are
 * @param parts every unit, sorted, each in one part
 * @param gaps why there may be more units
 */
public record Plan(String version, String options, String day, int shards, List<Part> parts, List<Unseen> gaps) {
    public Plan {
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
    }

    /**
     * A unit and who judges it.
     *
     * @param shard counted from 1
     * @param cost what it took the last time, in requests; a guess for one that is new
     */
    public record Part(Task task, int shard, long cost) {}

    /**
     * Divides units so that all parts cost about the same: the dearest first, each to the part that has the least by then.
     *
     * @param costs of units by their keys, from a run before; one that is not there costs as much as the others do on average
     */
    public static Plan divide(
            String version,
            String options,
            String day,
            int shards,
            List<Task> tasks,
            List<Unseen> gaps,
            Map<String, Long> costs) {
        long usual = Math.max(
                1,
                Math.round(tasks.stream()
                        .map(each -> each.unit().key())
                        .filter(costs::containsKey)
                        .mapToLong(costs::get)
                        .average()
                        .orElse(1)));
        long[] loads = new long[shards];
        List<Part> parts = new ArrayList<>();
        for (Part each : dearestFirst(tasks, costs, usual)) {
            int least = least(loads);
            loads[least] += each.cost();
            parts.add(new Part(each.task(), least + 1, each.cost()));
        }
        parts.sort(Comparator.comparing(Part::task));
        return new Plan(version, options, day, shards, parts, gaps);
    }

    private static List<Part> dearestFirst(List<Task> tasks, Map<String, Long> costs, long usual) {
        return tasks.stream()
                .map(each -> new Part(
                        each, 1, Math.max(1, costs.getOrDefault(each.unit().key(), usual))))
                .sorted(Comparator.comparingLong(Part::cost).reversed().thenComparing(Part::task))
                .toList();
    }

    private static int least(long[] loads) {
        int least = 0;
        for (int i = 1; i < loads.length; i++) {
            least = loads[i] < loads[least] ? i : least;
        }
        return least;
    }

    /** What the whole is, when it was made, and how it is divided: another plan has another one, and so has that of another day. */
    public String digest() {
        return Digests.of(Stream.concat(
                        Stream.of(version, options, day, String.valueOf(shards)),
                        Stream.concat(
                                parts.stream()
                                        .flatMap(each -> Stream.of(
                                                each.task().unit().toString(),
                                                each.task().input(),
                                                String.valueOf(each.shard()))),
                                gaps.stream().map(Unseen::toString)))
                .toList());
    }

    /** The units of a part. */
    public List<Task> tasks(Shard shard) {
        return parts.stream()
                .filter(each -> each.shard() == shard.number())
                .map(Part::task)
                .toList();
    }

    /** How many units, and how much they cost, by the number of the part. */
    public Map<Integer, Load> loads() {
        Map<Integer, Load> loads = new TreeMap<>();
        for (int number = 1; number <= shards; number++) {
            loads.put(number, new Load(0, 0));
        }
        parts.forEach(each -> loads.merge(each.shard(), new Load(1, each.cost()), Load::and));
        return loads;
    }

    /** What a part has to do. */
    public record Load(int units, long cost) {
        private Load and(Load other) {
            return new Load(units + other.units, cost + other.cost);
        }
    }

    /** The head of the journal in which a part is written down. */
    public Header header(Shard shard) {
        return new Header(version, options, digest(), shard, day, tasks(shard), gaps);
    }
}
