package dev.envgate.config;

/**
 * What closes the gate, as far as the configuration says it.
 *
 * @param failOn error, warning or note
 * @param strict true or false
 * @param requireVerified true or false
 * @param baseline a file, relative to the configuration's directory
 */
public record GateSettings(Setting failOn, Setting strict, Setting requireVerified, Setting baseline) {
    /** Nothing is said. */
    public static final GateSettings NONE = new GateSettings(Setting.NONE, Setting.NONE, Setting.NONE, Setting.NONE);
}
