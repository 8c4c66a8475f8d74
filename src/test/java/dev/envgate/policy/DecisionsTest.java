package dev.envgate.policy;

import static dev.envgate.ledger.Scene.place;
import static dev.envgate.ledger.Scene.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Scene;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Wildcard;
import dev.envgate.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void whatIsInTheBaselineDoesNotCountAndWhatIsHealedIsANote() {
        Finding healed =
                new Finding("undeployed", Severity.ERROR, "shop-api", "api", "GONE", "", "", place("main.tf", 1));
        Verdict verdict = judged(baseline(theIncident(), healed));

        assertThat(verdict.setAside()).extracting(SetAside::by).containsExactly(SetAside.By.BASELINE);
        assertThat(verdict.findings()).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo("stale-baseline");
            assertThat(each.severity()).isEqualTo(Severity.NOTE);
            assertThat(each.message()).isEqualTo("1 finding of the baseline `known.json` is not there any more.");
        });
    }

    @Test
    void aFindingOfAServiceThatWasNotLookedAtIsNotHealed() {
        Finding elsewhere =
                new Finding("undeployed", Severity.ERROR, "worker", "api", "GONE", "", "", place("main.tf", 1));

        assertThat(judged(baseline(theIncident(), elsewhere)).findings()).isEmpty();
    }

    @Test
    void nothingIsHealedWhenAwsDidNotAnswer() {
        Ledger blind = incident()
                .notVerified(new NotVerified(Station.STORED, "x", "Access was denied.", ""))
                .ledger();
        Finding gone =
                new Finding("undeployed", Severity.ERROR, "shop-api", "api", "GONE", "", "", place("main.tf", 1));

        assertThat(judged(blind, baseline(gone)).findings())
                .extracting(Finding::rule)
                .containsExactly("undeployed");
    }

    @ParameterizedTest
    @CsvSource({
        "undeployed,     '',           '',         '',         true",
        "undeployed,     HUGGING*,     '',         '',         true",
        "undeployed,     OTHER_*,      '',         '',         false",
        "unmanaged,      '',           '',         '',         false",
        "undeployed,     '',           shop-*,     '',         true",
        "undeployed,     '',           worker,     '',         false",
        "undeployed,     '',           '',         production, false"
    })
    void aSuppressionIsAboutARuleNamesAServiceAndAnEnvironment(
            String rule, String name, String service, String environment, boolean fits) {
        List<Wildcard> services = service.isEmpty() ? List.of() : List.of(new Wildcard(service));
        Suppression suppression = new Suppression(
                rule,
                new Wildcard(name),
                services,
                environment,
                "known",
                LocalDate.MAX,
                new SourceFile("envgate.yml", "x").all());
        Verdict verdict = judged(new Decisions(List.of(suppression), Baseline.NONE, Change.EVERYTHING, TODAY, true));

        assertThat(verdict.setAside()).hasSize(fits ? 1 : 0);
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .contains(fits ? new String[0] : new String[] {"undeployed"});
    }

    @Test
    void whatTheChangeDidNotTouchDoesNotCount() {
        Change change = finding -> Optional.of("The change since `main` did not touch `%s`.".formatted(finding.name()));
        Verdict verdict = judged(new Decisions(List.of(), Baseline.NONE, change, TODAY, true));

        assertThat(verdict.decision()).isEqualTo(Verdict.Decision.PASS);
        assertThat(verdict.setAside())
                .extracting(SetAside::why)
                .containsExactly("The change since `main` did not touch `HUGGINGFACE_API_KEY`.");
    }

    private static Decisions baseline(Finding... findings) {
        List<Baseline.Entry> entries =
                java.util.Arrays.stream(findings).map(Baseline.Entry::of).toList();
        return new Decisions(List.of(), new Baseline("known.json", entries), Change.EVERYTHING, TODAY, true);
    }

    private static Finding theIncident() {
        return judged(Decisions.NONE).findings().getFirst();
    }

    private static Verdict judged(Decisions decisions) {
        return judged(incident().ledger(), decisions);
    }

    private static Verdict judged(Ledger ledger, Decisions decisions) {
        return new Policy(Severity.ERROR, false, Grades.NONE, decisions).judge(ledger);
    }

    private static Scene incident() {
        return new Scene()
                .declareSecret("HUGGINGFACE_API_KEY")
                .configure("api", secret("HUGGINGFACE_API_KEY"))
                .everywhere(new Stored.Exists("x"))
                .run("api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-26 | It was declared until 2026-11-26, and that day has passed.",
                "2026-11-26, then it goes | It was declared until 2026-11-26, and that day has passed.",
                "2026-11-27 |",
                "2027-01-31. |",
                "soon | Its `@expires` names no day, so it never expires."
            })
    void aDeclarationThatWasToBeGoneIsAWarning(String argument, String message) {
        Ledger ledger = new Scene()
                .declareTagged("OLD_URL", Standing.OPTIONAL, "expires", argument)
                .ledger();

        assertThat(judged(ledger, new Decisions(List.of(), Baseline.NONE, Change.EVERYTHING, TODAY, true))
                        .findings())
                .filteredOn(each -> each.rule().equals("expired-declaration"))
                .extracting(Finding::message)
                .isEqualTo(message == null ? List.of() : List.of(message));
    }
}
