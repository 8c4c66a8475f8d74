package dev.envgate.cli;

import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what is judged next: every account and region has its own pace, so that none waits for another as long as both have work. */
final class FleetLanes {
    /** While the one waits for answers, the other uses the turns. */
    private static final int AT_ONCE = 2;

    /** As many services as one call asks for. */
    private static final int BATCH = 10;

    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /** {@code place} says whom a unit will ask. */
    FleetLanes(List<Task> tasks, Function<Unit, String> place) {
        for (List<Unit> each : batches(tasks)) {
            lanes.computeIfAbsent(place.apply(each.getFirst()), _ -> new Lane())
                    .waiting
                    .add(each);
        }
    }

    private static final class Lane {
        private final Deque<List<Unit>> waiting = new ArrayDeque<>();
        private int running;
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

    /** The next work, of the lane that has the most; waits while all lanes are busy that have some; none when nothing is left. */
    synchronized Optional<Work> next() throws InterruptedException {
        while (true) {
            Optional<Lane> longest = lanes.values().stream()
                    .filter(each -> !each.waiting.isEmpty() && each.running < AT_ONCE)
                    .max((one, other) -> Integer.compare(one.waiting.size(), other.waiting.size()));
            if (longest.isPresent()) {
                longest.get().running++;
                return Optional.of(new Work(longest.get(), longest.get().waiting.removeFirst()));
            }
            if (lanes.values().stream().allMatch(each -> each.waiting.isEmpty())) {
                return Optional.empty();
            }
            wait();
        }
    }

    synchronized void done(Work work) {
        ((Lane) work.lane()).running--;
        notifyAll();
    }

    /** Nothing more is begun. */
    synchronized void stop() {
        lanes.values().forEach(each -> each.waiting.clear());
        notifyAll();
    }
}
