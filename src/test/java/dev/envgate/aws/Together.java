package dev.envgate.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does many things side by side, most of which is waiting; what one of them throws comes out. */
final class Together {
    private static final int AT_ONCE = 16;

    private Together() {}

    static <T> void each(Collection<T> all, Consumer<T> work) {
        map(AT_ONCE, all, each -> {
            work.accept(each);
            return each;
        });
    }

    /** What came of each, in their order. */
    static <T, R> List<R> map(int atOnce, Collection<T> all, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<R>> futures = all.stream()
                    .map(each -> threads.submit(() -> work.apply(each)))
                    .toList();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return results;
    }

    /** Waits for the end of all threads of a name; one that does not end lets the test run out of its time. */
    static void awaitThreads(String name) throws InterruptedException {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith(name)) {
                each.join();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
