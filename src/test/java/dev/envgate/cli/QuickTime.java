package dev.envgate.cli;

import dev.envgate.track.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock on which waiting takes no time, and that remembers how long was waited. */
final class QuickTime implements Time {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pass(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    List<Duration> waits() {
        return List.copyOf(waits);
    }
}
