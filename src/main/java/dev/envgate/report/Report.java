package dev.envgate.report;

/** One format that a run can be shown in. */
public interface Report {
    /** What {@code --report} calls it. */
    String id();

    /** The whole report, ending with a line feed. */
    String of(Run run, Style style);

    /** Whether a person reads it where it is written, so that it need not repeat what the diagnostics have said. */
    default boolean forPeople() {
        return false;
    }
}
