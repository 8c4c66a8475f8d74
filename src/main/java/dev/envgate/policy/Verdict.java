package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import java.util.List;

/**
 * What a run comes to.
 *
 * @param findings what counts, worst first, then by service, container, name and rule
 * @param setAside what was found and does not count, in the same order
 * @param threshold what it was measured by
 */
public record Verdict(
        Decision decision, List<Finding> findings, Summary summary, List<SetAside> setAside, Threshold threshold) {
    public Verdict {
        findings = List.copyOf(findings);
        setAside = List.copyOf(setAside);
    }

    /** Whether the gate opens. */
    public enum Decision {
        /** Everything asked for was checked, and nothing that closes the gate was found. */
        PASS,
        /** Something was found that closes the gate. */
        FAIL,
        /** Nothing was found that closes the gate, but something could not be looked at. */
        UNVERIFIED
    }

    /**
     * The run in numbers.
     *
     * @param unverified how many things could not be looked at
     * @param inStep how many names of containers are present at all four stations, without any finding
     */
    public record Summary(int errors, int warnings, int notes, int unverified, int inStep) {}
}
