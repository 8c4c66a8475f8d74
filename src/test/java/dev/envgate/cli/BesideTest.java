package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void theWorkIsBegunBeforeItsEndIsAskedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Beside<String> beside = Beside.begin(() -> {
            begun.countDown();
            return "done";
        });
        begun.await();

        assertThat(beside.end()).isEqualTo("done");
    }

    @Test
    void whatItThrowsIsThrownWhereItsEndIsAskedFor() {
        Misuse misuse = new Misuse("No.", "do otherwise.");
        Beside<String> refused = Beside.begin(() -> {
            throw misuse;
        });
        Beside<String> overflown = Beside.begin(() -> {
            throw new StackOverflowError();
        });
        Beside<String> wrong = Beside.begin(() -> {
            throw new IllegalArgumentException("wrong");
        });

        assertThatThrownBy(refused::end).isSameAs(misuse);
        assertThatThrownBy(overflown::end).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(wrong::end)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong");
    }
}
