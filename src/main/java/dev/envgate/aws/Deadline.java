package dev.envgate.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The moment at which a run is over.
 *
 * @param meter how long the run stood in line for its turn, which does not count; nothing where nobody measures it
 * @param clock in nanoseconds
 */
record Deadline(long nanoTime, Optional<Meter> meter, LongSupplier clock) {
    static Duration between(long from, long to) {
        return Duration.ofNanos(Math.max(0, to - from));
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), Optional.empty(), System::nanoTime);
    }

    /** The same of a run that shares its turns with others. */
    Deadline without(Meter waits) {
        return new Deadline(nanoTime - waits.waited(), Optional.of(waits), clock);
    }

    /** A deadline that comes earlier, so that something can still be done after it. */
    Deadline before(Duration reserve) {
        return new Deadline(nanoTime - reserve.toNanos(), meter, clock);
    }

    /** The time that is left; zero when it is over. */
    Duration left() {
        return between(clock.getAsLong(), nanoTime + meter.map(Meter::waited).orElse(0L));
    }
}
