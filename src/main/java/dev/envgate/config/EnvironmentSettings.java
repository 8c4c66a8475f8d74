package dev.envgate.config;

import dev.envgate.ledger.Environment;

/**
 * An environment of the configuration.
 *
 * @param environment its name and words
 * @param whereabouts what is different there for every service
 */
public record EnvironmentSettings(Setting name, Environment environment, Whereabouts whereabouts) {}
