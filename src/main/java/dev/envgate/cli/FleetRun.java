package dev.envgate.cli;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Header;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Judges what is left of a fleet, several units at once, and writes each down when it is finished. */
final class FleetRun {
    /** Most of them wait for AWS. Memory is what bounds it: what the files of as many repositories say is held at the same time. */
    private static final int THREADS = 40;

    private final Function<List<Unit>, List<Entry>> judge;
    private final FleetLanes lanes;
    private final int threads;
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
    private final Finished finished;
    private final Consumer<Entry> told;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<List<Unit>> large = new CopyOnWriteArrayList<>();

    /** Where an entry goes when it is finished. */
    @FunctionalInterface
    interface Finished {
        void accept(Entry entry) throws IOException;
    }

    FleetRun(
            Function<List<Unit>, List<Entry>> judge,
            List<Task> left,
            Function<Unit, FleetPlaces.Place> place,
            Finished finished,
            Consumer<Entry> told) {
        this.judge = judge;
        this.lanes = new FleetLanes(left, place);
        this.threads = Math.min(THREADS, Math.max(1, left.size()));
        this.finished = finished;
        this.told = told;
    }

    /** Judges all; the journal that cannot be written any more ends it, because nothing would be kept. */
    void judgeAll() throws Misuse {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("envgate-fleet").daemon().start(this::work));
        }
        try {
            for (Thread each : workers) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lanes.stop();
        }
        for (List<Unit> each : large) {
            if (failures.isEmpty() && !Thread.currentThread().isInterrupted()) {
                alone(each).forEach(this::finish);
            }
        }
        if (!failures.isEmpty()) {
            throw new Misuse(
                    "The journal could not be written any more, and the run was ended.",
                    "make room where it is, and go on with `--resume`.");
        }
    }

    private void work() {
        try {
            for (Optional<FleetLanes.Work> next = lanes.next(); next.isPresent(); next = lanes.next()) {
                try {
                    List<Unit> units = next.get().units();
                    turns.during(() -> judged(units)).forEach(this::finish);
                } finally {
                    lanes.done(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Entry> judged(List<Unit> units) {
        try {
            return judge.apply(units);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (noRoom(e)) {
                large.add(units);
                return List.of();
            }
            return oneByOne(units, e, this::judged);
        }
    }

    /** What another thread throws comes as the cause of something else. */
    private static boolean noRoom(Throwable thrown) {
        return thrown instanceof OutOfMemoryError || thrown.getCause() instanceof OutOfMemoryError;
    }

    /** What had no room beside the others is judged again when they have finished. */
    private List<Entry> alone(List<Unit> units) {
        try {
            return judge.apply(units);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return oneByOne(units, e, this::alone);
        }
    }

    /** Of services that were asked for together the others may be fine. */
    private static List<Entry> oneByOne(List<Unit> units, Throwable thrown, Function<List<Unit>, List<Entry>> again) {
        return units.size() == 1
                ? List.of(FleetJudge.broken(units.getFirst(), thrown))
                : units.stream()
                        .flatMap(each -> again.apply(List.of(each)).stream())
                        .toList();
    }

    private void finish(Entry entry) {
        try {
            finished.accept(entry);
            told.accept(entry);
        } catch (IOException e) {
            failures.add(e);
            lanes.stop();
        }
    }

    /** Where no journal is kept on the disk. */
    static final class InMemory {
        private final List<Entry> entries = new CopyOnWriteArrayList<>();

        void add(Entry entry) {
            entries.add(entry);
        }

        Journal journal(Header header) {
            return new Journal("this run", header, entries, 0);
        }
    }
}
