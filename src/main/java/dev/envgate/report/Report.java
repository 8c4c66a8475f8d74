package dev.envgate.report;

/** One format that a run can be shown in. */
public interface Report {
    /** What {@code --report} calls it. */
    String id();

    /** The whole report, ending with a line feed. */
    String of(Run run, Style style);
}
