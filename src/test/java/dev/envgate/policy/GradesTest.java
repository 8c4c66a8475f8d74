package dev.envgate.policy;

import static dev.envgate.ledger.Scene.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Scene;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Wildcard;
import dev.envgate.policy.Grades.Grade;
import dev.envgate.policy.Grades.Level;
import dev.envgate.policy.Verdict.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradesTest {
    @Test
    void aFindingIsAsLoudAsTheTeamWantsIt() {
        Verdict verdict = judged(new Grade("undeployed", Wildcard.ANY, Level.WARNING));

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.findings()).extracting(each -> each.severity()).containsExactly(Severity.WARNING);
    }

    @Test
    void theLastGradeThatFitsDecides() {
        Verdict verdict = judged(
                new Grade("undeployed", Wildcard.ANY, Level.NOTE),
                new Grade("undeployed", new Wildcard("*_KEY"), Level.ERROR),
                new Grade("undeployed", new Wildcard("OTHER_*"), Level.NOTE));

        assertThat(verdict.findings()).extracting(each -> each.severity()).containsExactly(Severity.ERROR);
    }

    @Test
    void aRuleThatIsOffStillSaysWhatItFound() {
        Verdict verdict = judged(new Grade("undeployed", Wildcard.ANY, Level.OFF));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.setAside()).singleElement().satisfies(each -> {
            assertThat(each.finding().name()).isEqualTo("HUGGINGFACE_API_KEY");
            assertThat(each.why()).isEqualTo("The configuration turns `undeployed` off.");
        });
    }

    @Test
    void aGradeOfAnotherRuleChangesNothing() {
        assertThat(judged(new Grade("unmanaged", Wildcard.ANY, Level.OFF)).decision())
                .isEqualTo(Decision.FAIL);
    }

    private static Verdict judged(Grade... grades) {
        Ledger incident = new Scene()
                .declareSecret("HUGGINGFACE_API_KEY")
                .configure("api", secret("HUGGINGFACE_API_KEY"))
                .run("api")
                .ledger();
        return new Policy(Severity.ERROR, false, new Grades(List.of(grades))).judge(incident);
    }
}
