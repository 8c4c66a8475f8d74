package dev.envgate.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a server says that it was asked too often. */
@FunctionalInterface
interface Limits {
    /**
     * How long to wait before the same is asked again; empty when the answer says nothing of the kind.
     *
     * @param before how often it has said so already, for this request
     */
    Optional<Duration> wait(Reply.Answered answer, Instant now, int before);

    /** A whole number of seconds or milliseconds in a header; empty when it is none. */
    static Optional<Long> number(String text) {
        return text.strip().matches("\\d{1,15}") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }

    /** {@code Retry-After} in seconds. */
    static Optional<Duration> retryAfter(Reply.Answered answer) {
        return number(answer.header("retry-after")).map(Duration::ofSeconds);
    }

    /** From now to a moment, and never nothing at all. */
    static Duration until(Instant moment, Instant now) {
        Duration wait = Duration.between(now, moment);
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /** A minute, and twice as long each further time. */
    static Duration guess(int before) {
        return Duration.ofMinutes(1L << Math.min(before, 6));
    }
}
