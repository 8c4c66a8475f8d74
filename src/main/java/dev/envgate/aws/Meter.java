package dev.envgate.aws;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a part of a run costs: how many requests it sent, and how long it stood in line for its turn, which is no time that AWS took. */
public final class Meter {
    private static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

    private final AtomicInteger requests = new AtomicInteger();
    private long waited;
    private long until = Long.MIN_VALUE;

    /** Does something that this counts, on this thread and on those that make its calls. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Requests so far, further attempts included. */
    public int requests() {
        return requests.get();
    }

    /** The one of this thread; another one, which nobody looks at, where there is none. */
    static Meter current() {
        return CURRENT.isBound() ? CURRENT.get() : new Meter();
    }

    /** The same work for another thread, counted as here. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Meter meter = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, meter).call(work::get);
    }

    void sent() {
        requests.incrementAndGet();
    }

    /** Some thread stands in line; where several do, the time counts once. */
    synchronized void waits(long from, long nanoseconds) {
        long to = from + nanoseconds;
        long begin = until == Long.MIN_VALUE ? from : Math.max(from, until);
        if (to > begin) {
            waited += to - begin;
            until = to;
        }
    }

    /** In nanoseconds, also that which is still to come for whoever stands in line already. */
    synchronized long waited() {
        return waited;
    }
}
