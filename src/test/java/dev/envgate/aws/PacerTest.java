package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock is a number here: nothing waits. */
class PacerTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void theFirstOnesGoAtOnceAndTheNextASecondAfterThem() {
        Pacer pacer = new Pacer(3);
        assertThat(turns(pacer, 7, 0)).containsExactly(0L, 0L, 0L, SECOND, SECOND, SECOND, 2 * SECOND);
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "3, 50", "50, 400"})
    void inNoSecondAreMoreThanAllowed(int most, int requests) {
        Pacer pacer = new Pacer(most);
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long now = i * SECOND / 130;
            sent.add(now + pacer.turn(now));
        }
        for (int i = most; i < requests; i++) {
            assertThat(sent.get(i) - sent.get(i - most)).as("request %d", i).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void whoWaitedASecondGoesAtOnce() {
        Pacer pacer = new Pacer(2);
        turns(pacer, 2, 0);
        assertThat(pacer.turn(SECOND)).isZero();
    }

    @Test
    void throttlingHalvesItDownToOneAndGoodAnswersBringItBack() {
        Pacer pacer = new Pacer(8);
        pacer.throttled();
        assertThat(atOnce(pacer, 0)).isEqualTo(4);
        for (int i = 0; i < 10; i++) {
            pacer.throttled();
        }
        assertThat(atOnce(pacer, 100 * SECOND)).isEqualTo(1);
        for (int i = 0; i < 1 + 2 + 3 + 4 + 5 + 6 + 7; i++) {
            pacer.answered();
        }
        assertThat(atOnce(pacer, 200 * SECOND)).isEqualTo(8);
        pacer.answered();
        assertThat(atOnce(pacer, 300 * SECOND)).isEqualTo(8);
    }

    @Test
    void aRunWithoutAnyRequestIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pacer(0));
    }

    private static List<Long> turns(Pacer pacer, int count, long now) {
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turns.add(pacer.turn(now));
        }
        return turns;
    }

    private static long atOnce(Pacer pacer, long now) {
        return turns(pacer, 10, now).stream().filter(wait -> wait == 0).count();
    }
}
