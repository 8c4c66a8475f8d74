package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Service;
import dev.envgate.fleet.Unit;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Threshold;
import dev.envgate.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {
    /** One of its names is not known to be stored; the run does not have to list that anywhere else. */
    @Test
    void aServiceWithANameThatNobodyKnowsIsHeldWhereAllHasToBeVerified() {
        assertThat(entry(true).services()).extracting(Service::held).containsExactly(true);
        assertThat(entry(false).services()).extracting(Service::held).containsExactly(false);
    }

    private static Entry entry(boolean requireVerified) {
        Run run = HostileTextTest.run("x");
        Verdict verdict = new Verdict(
                Verdict.Decision.UNVERIFIED,
                List.of(),
                run.verdict().summary(),
                List.of(),
                new Threshold(Severity.ERROR, requireVerified));
        return new Entries(new Unit.Configured("envgate.yml"), path -> path)
                .of(new Run(run.ledger(), verdict, List.of(), run.origin()));
    }
}
