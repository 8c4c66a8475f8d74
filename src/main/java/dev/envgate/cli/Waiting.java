package dev.envgate.cli;

import dev.envgate.aws.Traffic;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a person at a terminal that AWS is being asked, once it takes longer than a moment; the line is gone before the report comes. */
final class Waiting implements AutoCloseable {
    /** A run that is over sooner says nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PACE = Duration.ofMillis(200);

    private final Console console;
    private final Traffic traffic;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread teller;

    Waiting(Console console, Traffic traffic, Duration patience) {
        this.console = console;
        this.traffic = traffic;
        this.teller = Thread.ofPlatform().name("envgate-waiting").daemon().unstarted(() -> tell(patience));
        if (console.terminal()) {
            teller.start();
        }
    }

    private void tell(Duration patience) {
        String last = "";
        for (Duration next = patience; !isOver(next); next = PACE) {
            int requests =
                    traffic.lines().stream().mapToInt(Traffic.Line::requests).sum();
            last = "envgate: asking AWS, %,d requests so far".formatted(requests);
            console.err().print("\r" + last);
            console.err().flush();
        }
        if (!last.isEmpty()) {
            console.err().print("\r" + " ".repeat(last.length()) + "\r");
            console.err().flush();
        }
    }

    private boolean isOver(Duration wait) {
        try {
            return over.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
