package dev.envgate.config;

import java.util.Map;

/**
 * A service of the configuration.
 *
 * @param name what the configuration calls it
 * @param environments what is different for it in an environment, by the environment's name
 */
public record ServiceSettings(Setting name, Whereabouts whereabouts, Map<String, Whereabouts> environments) {
    public ServiceSettings {
        environments = Map.copyOf(environments);
    }

    /** Where its facts are in an environment: what is said for both wins over the environment, and that over the service. */
    public Whereabouts in(EnvironmentSettings environment) {
        return environments
                .getOrDefault(environment.name().text(), Whereabouts.NONE)
                .over(environment.whereabouts().over(whereabouts));
    }
}
