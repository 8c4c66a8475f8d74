package dev.envgate.smallaws;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Refuses calls that come faster than AWS takes them, and counts what it let through and what it refused. */
public final class Throttle {
    private static final double SECOND = 1e9;

    private final Map<Bucket, Level> levels = new TreeMap<>();
    private final LongSupplier nanoseconds;

    /** {@code nanoseconds} is a clock as {@link System#nanoTime()} is one. */
    public Throttle(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /**
     * Where calls are counted together.
     *
     * @param region empty where an account has one bucket for all regions
     */
    public record Bucket(String account, String region, Quota quota) implements Comparable<Bucket> {
        @Override
        public int compareTo(Bucket other) {
            int accounts = account.compareTo(other.account);
            int regions = accounts == 0 ? region.compareTo(other.region) : accounts;
            return regions == 0 ? quota.compareTo(other.quota) : regions;
        }
    }

    /** What became of the calls of a bucket. */
    public record Count(int answered, int refused) {}

    private static final class Level {
        private double calls;
        private long at;
        private int answered;
        private int refused;

        private Level(Quota quota, long now) {
            calls = quota.burst();
            at = now;
        }

        private boolean take(Quota quota, long now) {
            calls = Math.min(quota.burst(), calls + (now - at) / SECOND * quota.perSecond());
            at = now;
            boolean enough = calls >= 1;
            if (enough) {
                calls--;
                answered++;
            } else {
                refused++;
            }
            return enough;
        }
    }

    /** Lets a call of an account through, or throws what AWS answers it. */
    synchronized void pass(String account, Call call) {
        Quota.of(call.operation()).ifPresent(quota -> {
            long now = nanoseconds.getAsLong();
            Level level = levels.computeIfAbsent(
                    new Bucket(account, quota.place(call.region()), quota), _ -> new Level(quota, now));
            if (!level.take(quota, now)) {
                throw quota.refusal();
            }
        });
    }

    /** All that has been asked so far. */
    public synchronized Map<Bucket, Count> counts() {
        Map<Bucket, Count> counts = new TreeMap<>();
        levels.forEach((bucket, level) -> counts.put(bucket, new Count(level.answered, level.refused)));
        return counts;
    }
}
