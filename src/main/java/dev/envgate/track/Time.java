package dev.envgate.track;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clock that limits are kept by. */
public interface Time {
    /** The one on the wall. */
    Time REAL = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pass(Duration duration) {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    Instant now();

    /** Comes back when so much time is over. */
    void pass(Duration duration);
}
