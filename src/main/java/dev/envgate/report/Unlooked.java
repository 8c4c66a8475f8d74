package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;

/** What could not be looked at, for trackers that know findings only: none of them is to take it for fine. */
final class Unlooked {
    /** The name that it has in the place of a rule's. */
    static final String ID = "not-verified";

    /** What it has in the place of a rule's page. */
    static final RulePage PAGE = new RulePage(ID, """
            # not-verified

            Something that was asked for could not be looked at, so it counts neither as good nor as bad, and the gate stays shut.

            ## What to do

            The message names the reason: a file that cannot be read, credentials that are missing or not allowed to look, a value that the files leave open.
            Repair it and run the check again.
            """);

    private Unlooked() {}

    static Finding finding(NotVerified each) {
        return new Finding(
                ID,
                Severity.WARNING,
                "",
                Words.of(each.station()),
                each.what(),
                each.why(),
                each.hint(),
                new Place.Nowhere());
    }
}
