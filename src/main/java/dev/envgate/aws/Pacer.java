package dev.envgate.aws;

import java.time.Duration;

/**
 * Says when the next request may be sent: at most so many in any one second. Each time that AWS throttles, half as many; each second's
 * worth of good answers, one more again.
 */
final class Pacer {
    private static final long SECOND = 1_000_000_000;

    private final int most;
    private final long window;
    private final long[] sent;
    private int allowed;
    private long count;
    private int good;

    Pacer(int most) {
        this(most, SECOND);
    }

    /** One of several that together send at most so many in any one second: less than one of each goes out where they are more. */
    static Pacer shared(int most, int by) {
        return most >= by ? new Pacer(most / by) : new Pacer(1, SECOND * by / most);
    }

    private Pacer(int most, long window) {
        if (most < 1) {
            throw new IllegalArgumentException("a run needs at least one request a second");
        }
        this.most = most;
        this.window = window;
        sent = new long[most];
        allowed = most;
    }

    /** Takes a turn, and says how many nanoseconds after {@code now} it comes. */
    synchronized long turn(long now) {
        long at = count < allowed ? now : Math.max(now, sent[(int) ((count - allowed) % most)] + window);
        if (count > 0) {
            at = Math.max(at, sent[(int) ((count - 1) % most)]);
        }
        sent[(int) (count % most)] = at;
        count++;
        return at - now;
    }

    /** How long all that was asked for has to take: the first second's worth may go at once. */
    synchronized Duration floor() {
        return Duration.ofNanos(Math.max(0, count - most) * SECOND / most);
    }

    synchronized void throttled() {
        allowed = Math.max(1, allowed / 2);
        good = 0;
    }

    synchronized void answered() {
        good++;
        if (good >= allowed && allowed < most) {
            allowed++;
            good = 0;
        }
    }
}
