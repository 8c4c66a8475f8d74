package dev.envgate.fleet;

import dev.envgate.ledger.Severity;

/**
 * A finding as a fleet keeps it: all that reports show of it, without the files.
 *
 * @param namesake what tells its service from another one of that name; empty where there is no other
 * @param file relative to the root of the fleet; empty where it points to none
 * @param line counted from 1; 0 without a file
 * @param column counted from 1; 0 without a file
 * @param fingerprint tells it from the others of its unit, also in the next run
 * @param closes whether it closes the gate
 */
public record Fault(
        String rule,
        Severity severity,
        String service,
        String environment,
        String namesake,
        String container,
        String name,
        String message,
        String hint,
        String file,
        int line,
        int column,
        String fingerprint,
        boolean closes) {}
