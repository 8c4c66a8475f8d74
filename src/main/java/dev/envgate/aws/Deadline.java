package dev.envgate.aws;

import java.time.Duration;

/** The moment at which a run is over. */
record Deadline(long nanoTime) {
    static Duration between(long from, long to) {
        return Duration.ofNanos(Math.max(0, to - from));
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** A deadline that comes earlier, so that something can still be done after it. */
    Deadline before(Duration reserve) {
        return new Deadline(nanoTime - reserve.toNanos());
    }

    /** The time that is left; zero when it is over. */
    Duration left() {
        return between(System.nanoTime(), nanoTime);
    }
}
