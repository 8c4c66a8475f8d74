package dev.envgate.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * What a team has decided about findings, beyond how loud they are.
 *
 * @param today decides which suppressions have expired
 * @param whole whether every service and environment of the configuration is in the run, so that what finds nothing is left over
 */
public record Decisions(
        List<Suppression> suppressions, Baseline baseline, Change change, LocalDate today, boolean whole) {
    /** Nothing was decided. */
    public static final Decisions NONE =
            new Decisions(List.of(), Baseline.NONE, Change.EVERYTHING, LocalDate.EPOCH, false);

    public Decisions {
        suppressions = List.copyOf(suppressions);
    }
}
