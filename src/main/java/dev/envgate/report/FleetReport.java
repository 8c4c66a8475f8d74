package dev.envgate.report;

/** One format that a fleet can be shown in. */
public interface FleetReport {
    /** What {@code --report} calls it. */
    String id();

    /** The whole report, ending with a line feed. */
    String of(FleetView view, Style style);
}
