package dev.envgate.aws;

/**
 * Says when the next request may be sent: at most so many in any one second. Each time that AWS throttles, half as many; each second's
 * worth of good answers, one more again.
 */
final class Pacer {
    private static final long SECOND = 1_000_000_000;

    private final int most;
    private final long[] sent;
    private int allowed;
    private long count;
    private int good;

    Pacer(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a run needs at least one request a second");
        }
        this.most = most;
        sent = new long[most];
        allowed = most;
    }

    /** Takes a turn, and says how many nanoseconds after {@code now} it comes. */
    synchronized long turn(long now) {
        long at = count < allowed ? now : Math.max(now, sent[(int) ((count - allowed) % most)] + SECOND);
        if (count > 0) {
            at = Math.max(at, sent[(int) ((count - 1) % most)]);
        }
        sent[(int) (count % most)] = at;
        count++;
        return at - now;
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
