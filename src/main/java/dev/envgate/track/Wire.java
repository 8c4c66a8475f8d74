package dev.envgate.track;

import java.time.Duration;

/** Carries one request to its server and the answer back. It follows no redirect and repeats nothing. */
@FunctionalInterface
public interface Wire {
    Reply send(Call call, Duration atMost);
}
