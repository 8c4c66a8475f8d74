package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.Traffic;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @Timeout(60)
    void aPersonWhoWaitsIsToldAndTheLineIsGoneAfterwards() throws InterruptedException {
        try (Waiting _ = new Waiting(console(true), new Traffic(1), Duration.ZERO)) {
            while (!told().contains("envgate: asking AWS, 0 requests so far")) {
                Thread.sleep(5);
            }
        }
        assertThat(told()).endsWith("\r").matches("(?s).*\r +\r");
    }

    @Test
    void aRunThatIsOverSoonSaysNothing() {
        new Waiting(console(true), new Traffic(1), Duration.ofDays(1)).close();

        assertThat(told()).isEmpty();
    }

    @Test
    @Timeout(60)
    void aLogIsToldNothing() {
        new Waiting(console(false), new Traffic(1), Duration.ZERO).close();

        assertThat(told()).isEmpty();
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Console console(boolean terminal) {
        return new Console(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of(),
                Path.of("/"),
                terminal,
                Instant.EPOCH);
    }
}
