package dev.envgate.cli;

import dev.envgate.policy.Verdict;
import java.util.Arrays;

/** The exit codes of envgate. They are published and never change. */
enum ExitCode {
    /** Everything asked for was checked, and nothing at or above {@code --fail-on} was found. */
    OPEN(0),
    /** Findings at or above {@code --fail-on}. */
    CLOSED(1),
    /** Used wrongly, or an input cannot be read. */
    MISUSE(2),
    /** Could not verify. */
    UNVERIFIED(3),
    /** A defect of envgate itself. */
    BUG(70),
    /** Stopped by Ctrl-C; the Java runtime ends with this code by itself. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** How a run ends that came to a decision. */
    static ExitCode of(Verdict.Decision decision) {
        return switch (decision) {
            case PASS -> OPEN;
            case FAIL -> CLOSED;
            case UNVERIFIED -> UNVERIFIED;
        };
    }

    /** The exit code with a number that a run has ended with. */
    static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(each -> each.number == number)
                .findFirst()
                .orElse(BUG);
    }

    int number() {
        return number;
    }
}
