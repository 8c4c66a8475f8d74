package dev.envgate.track;

/**
 * One fault of a report.
 *
 * @param file empty without a place
 * @param line 0 without a place
 */
public record Fault(
        String fingerprint, Loudness loudness, Subject subject, String message, String hint, String file, int line) {}
