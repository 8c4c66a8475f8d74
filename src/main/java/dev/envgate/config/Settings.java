package dev.envgate.config;

import dev.envgate.ledger.Conventions;
import dev.envgate.policy.Grades;
import dev.envgate.policy.Suppression;
import java.util.List;

/** All that a configuration says. */
public record Settings(
        List<ServiceSettings> services,
        List<EnvironmentSettings> environments,
        GateSettings gate,
        Grades grades,
        List<Suppression> suppressions,
        Conventions conventions,
        TrackSettings track) {
    /** There is no configuration. */
    public static final Settings NONE = new Settings(
            List.of(), List.of(), GateSettings.NONE, Grades.NONE, List.of(), Conventions.NEUTRAL, TrackSettings.NONE);

    public Settings {
        services = List.copyOf(services);
        environments = List.copyOf(environments);
        suppressions = List.copyOf(suppressions);
    }
}
