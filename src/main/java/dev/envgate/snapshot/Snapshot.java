package dev.envgate.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What AWS said at one time of everything that a run asks.
 *
 * @param time when it was asked
 * @param program the version of envgate that asked
 * @param key what the digests of values were made with
 */
public record Snapshot(Instant time, String program, SnapshotKey key, List<Sight> sights) {
    public Snapshot {
        sights = List.copyOf(sights);
    }
}
