package dev.envgate.cli;

import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Policy;
import dev.envgate.report.Run;
import picocli.CommandLine.Option;

/** What closes the gate. */
final class GateOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "The mildest finding that closes the gate: error, warning or note. Default: ${DEFAULT-VALUE}.")
    private FailOn failOn = FailOn.error;

    @Option(names = "--strict", description = "Every declared name is required.")
    private boolean strict;

    @Option(
            names = "--require-verified",
            description = "Exit with 3 when anything could not be looked at, also what only a value would tell.")
    private boolean requireVerified;

    /** The severities, as people type them. */
    enum FailOn {
        error,
        warning,
        note
    }

    /** Joins the facts and judges them; {@code container} limits both to one container, empty for all. */
    Run judge(Facts facts, String container) throws Misuse {
        if (!container.isEmpty() && !facts.containers().contains(container)) {
            throw new Misuse(
                    "There is no container `" + container + "`; there is `" + String.join("`, `", facts.containers())
                            + "`.",
                    "choose one of them with `--container`.");
        }
        Ledger ledger = facts.ledger(container, strict);
        return new Run(ledger, new Policy(severity(), requireVerified).judge(ledger));
    }

    private Severity severity() {
        return switch (failOn) {
            case error -> Severity.ERROR;
            case warning -> Severity.WARNING;
            case note -> Severity.NOTE;
        };
    }
}
