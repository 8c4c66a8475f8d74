package dev.envgate.cli;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Who of a fleet may read and compare at the moment: as many units as there are processors, so that the first have been read and AWS is asked
 * for them while the next are read. Whoever waits for AWS lets another go on meanwhile.
 */
final class Turns {
    private static final ScopedValue<Turns> CURRENT = ScopedValue.newInstance();

    private final Semaphore free;

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
    }

    /** Does something when its turn has come, on this thread. */
    <T> T during(Supplier<T> work) throws InterruptedException {
        free.acquire();
        try {
            return ScopedValue.where(CURRENT, this).call(work::get);
        } finally {
            free.release();
        }
    }

    /** Waits for something while others have the turn of this thread, if it has one. */
    static <T> T aside(Supplier<T> waiting) {
        return CURRENT.isBound() ? CURRENT.get().without(waiting) : waiting.get();
    }

    private <T> T without(Supplier<T> waiting) {
        free.release();
        try {
            return waiting.get();
        } finally {
            free.acquireUninterruptibly();
        }
    }
}
