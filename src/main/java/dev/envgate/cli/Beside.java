package dev.envgate.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on while other work is done. What comes of it is asked for where it would have been done otherwise, so a failure shows there too.
 *
 * @param <T> what comes of it
 */
final class Beside<T> {
    /** As much as the main thread usually has. */
    private static final long STACK = 8L << 20;

    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins it in a thread of its own. Nobody waits for it when the work beside it fails. */
    static <T> Beside<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("beside").stackSize(STACK).start(task);
        return new Beside<>(task);
    }

    /** What came of it, or why nothing did. */
    T end() throws Misuse {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private static Misuse thrown(Throwable cause) {
        return switch (cause) {
            case Misuse misuse -> misuse;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException("reading failed", cause);
        };
    }
}
