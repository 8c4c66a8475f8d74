package dev.envgate.cli;

import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what is judged next. Every account and region has its own pace, and every account one for all of its regions, so that none waits for
 * another as long as both have work: next is the account of which the least is judged at the moment and, of several, the one that has the most left.
 */
final class FleetLanes {
    /** While the one waits for answers, the other uses the turns. */
    private static final int AT_ONCE = 2;

    /** As many services as one call asks for. */
    private static final int BATCH = 10;

    private final Map<FleetPlaces.Place, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Load> loads = new HashMap<>();

    /** {@code place} says whom a unit will ask. */
    FleetLanes(List<Task> tasks, Function<Unit, FleetPlaces.Place> place) {
        List<List<Unit>> batches = batches(tasks);
        List<FleetPlaces.Place> places =
                batches.parallelStream().map(List::getFirst).map(place).toList();
        for (int i = 0; i < batches.size(); i++) {
            lane(places.get(i)).add(batches.get(i));
        }
    }

    private Lane lane(FleetPlaces.Place place) {
        return lanes.computeIfAbsent(place, _ -> new Lane(loads.computeIfAbsent(place.account(), _ -> new Load())));
    }

    /** What an account has to do, in all of its regions. */
    private static final class Load {
        private int waiting;
        private int running;
    }

    private static final class Lane {
        private final Load account;
        private final Deque<List<Unit>> waiting = new ArrayDeque<>();
        private int running;

        Lane(Load account) {
            this.account = account;
        }

        void add(List<Unit> units) {
            waiting.add(units);
            account.waiting++;
        }

        List<Unit> begin() {
            running++;
            account.running++;
            account.waiting--;
            return waiting.removeFirst();
        }

        void end() {
            running--;
            account.running--;
        }

        int running() {
            return account.running;
        }

        int left() {
            return account.waiting;
        }

        int leftHere() {
            return waiting.size();
        }
    }

    /** What one thread does next, and where. */
    record Work(Object lane, List<Unit> units) {}

    /** A configuration stands alone; services of one cluster are asked for together. */
    private static List<List<Unit>> batches(List<Task> tasks) {
        Map<List<String>, List<Unit>> open = new LinkedHashMap<>();
        List<List<Unit>> batches = new ArrayList<>();
        for (Task task : tasks) {
            switch (task.unit()) {
                case Unit.Configured configured -> batches.add(List.of(configured));
                case Unit.Live live -> {
                    List<String> cluster = List.of(live.account(), live.region(), live.role(), live.cluster());
                    List<Unit> batch = open.get(cluster);
                    if (batch == null || batch.size() == BATCH) {
                        batch = new ArrayList<>();
                        open.put(cluster, batch);
                        batches.add(batch);
                    }
                    batch.add(live);
                }
            }
        }
        return batches;
    }

    /** The next work; waits while all lanes are busy that have some; none when nothing is left. */
    synchronized Optional<Work> next() throws InterruptedException {
        while (true) {
            Optional<Lane> next = lanes.values().stream()
                    .filter(each -> !each.waiting.isEmpty() && each.running < AT_ONCE)
                    .min(Comparator.comparingInt(Lane::running)
                            .thenComparing(Comparator.comparingInt(Lane::left).reversed())
                            .thenComparing(
                                    Comparator.comparingInt(Lane::leftHere).reversed()));
            if (next.isPresent()) {
                return Optional.of(new Work(next.get(), next.get().begin()));
            }
            if (lanes.values().stream().allMatch(each -> each.waiting.isEmpty())) {
                return Optional.empty();
            }
            wait();
        }
    }

    synchronized void done(Work work) {
        ((Lane) work.lane()).end();
        notifyAll();
    }

    /** Nothing more is begun. */
    synchronized void stop() {
        lanes.values().forEach(each -> each.waiting.clear());
        notifyAll();
    }
}
