package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class TurnsTest {
    private final Turns turns = new Turns(1);

    /** The first comes to no end unless the second has begun meanwhile. */
    @Test
    void whoeverWaitsLetsAnotherGoOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> first = threads.submit(() -> turns.during(() -> Turns.aside(() -> {
                waiting.countDown();
                return came(begun, 30_000);
            })));
            waiting.await();
            turns.during(() -> {
                begun.countDown();
                return true;
            });
            assertThat(first.get()).isTrue();
        }
    }

    @Test
    void nobodyGoesOnBesideOneThatHasTheTurn() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> second = turns.during(() -> {
                Future<Boolean> other = threads.submit(() -> {
                    ready.countDown();
                    return turns.during(() -> {
                        begun.countDown();
                        return true;
                    });
                });
                assertThat(came(ready, 30_000)).isTrue();
                assertThat(came(begun, 200)).isFalse();
                return other;
            });
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void aTurnEndsWithWhatIsThrownToo() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.during(() -> {
                    throw new IllegalStateException("played");
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.during(() -> Turns.aside(() -> {
                    throw new IllegalStateException("played");
                })));
        assertThat(turns.<Boolean>during(() -> true)).isTrue();
    }

    @Test
    void whoeverHasNoTurnWaitsWithoutOne() {
        assertThat(Turns.<Boolean>aside(() -> true)).isTrue();
    }

    private static boolean came(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
