package dev.envgate.rule;

import dev.envgate.ledger.Row;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import java.util.Optional;

/** How loud a missing name is: by how far it got, and by what its declaration promises. */
final class Loudness {
    private Loudness() {}

    /** In Terraform, and not live: the files promise it, whatever the declaration says. */
    static Severity notLive(Row row) {
        return row.standing().filter(Standing.LOCAL::equals).isPresent() ? Severity.NOTE : Severity.ERROR;
    }

    /** Declared, and in no container; empty when that is as it should be. */
    static Optional<Severity> nowhere(Standing standing) {
        return switch (standing) {
            case REQUIRED, SECRET -> Optional.of(Severity.ERROR);
            case SETTING -> Optional.of(Severity.WARNING);
            case DEFAULTED -> Optional.of(Severity.NOTE);
            case OPTIONAL, LOCAL -> Optional.empty();
        };
    }

    /** For a name that is in the same Terraform, though not where it is looked for. */
    static Severity milder(Severity severity) {
        return switch (severity) {
            case ERROR -> Severity.WARNING;
            case WARNING, NOTE -> Severity.NOTE;
        };
    }

    /** Live, and not in Terraform. */
    static Severity liveOnly(Row row) {
        return row.standing().map(Loudness::liveOnly).orElse(Severity.WARNING);
    }

    private static Severity liveOnly(Standing standing) {
        return switch (standing) {
            case REQUIRED, SECRET, SETTING -> Severity.WARNING;
            case DEFAULTED, OPTIONAL, LOCAL -> Severity.NOTE;
        };
    }
}
