package dev.envgate.policy;

import static dev.envgate.ledger.Scene.place;
import static dev.envgate.ledger.Scene.plain;
import static dev.envgate.ledger.Scene.secret;
import static dev.envgate.ledger.Scene.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Keeping;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Scene;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Stored;
import dev.envgate.policy.Verdict.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final Stored NOT_SEEN =
            new Stored.NotSeen("Access was denied.", "allow `secretsmanager:DescribeSecret`.");

    @Test
    void aRunInStepPassesAndCountsItsNames() {
        Verdict verdict = verified(inStep().ledger());

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.summary()).isEqualTo(new Verdict.Summary(0, 0, 0, 0, 2));
    }

    @Test
    void theIncidentFailsAtTheLineOfTerraform() {
        Scene incident = new Scene()
                .declareSecret("HUGGINGFACE_API_KEY")
                .declare("LOG_LEVEL", Kind.SETTING, Standing.DEFAULTED)
                .configure("api", secret("HUGGINGFACE_API_KEY"), plain("LOG_LEVEL", "INFO"))
                .run("api", plain("LOG_LEVEL", "INFO"));

        Verdict verdict = plainly(incident.ledger());

        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.summary()).isEqualTo(new Verdict.Summary(1, 0, 0, 0, 1));
        assertThat(verdict.findings())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("place")
                .isEqualTo(new Finding(
                        "undeployed",
                        Severity.ERROR,
                        "shop-api",
                        "api",
                        "HUGGINGFACE_API_KEY",
                        "It is in Terraform and in Secrets Manager, but the running task definition does not have it.",
                        "run `terraform apply` in `infra`, then deploy the new revision of `shop-api`.",
                        place("main.tf", 10)));
        assertThat(verdict.findings().getFirst().place()).hasToString("InFile[span=main.tf:10:1]");
    }

    @ParameterizedTest
    @CsvSource({"ERROR, PASS", "WARNING, FAIL", "NOTE, FAIL"})
    void theMildestSeverityThatClosesTheGateIsAChoice(Severity failOn, Decision expected) {
        Ledger warning = inStep().run("api", plain("EXTRA", "1")).ledger();

        assertThat(new Policy(failOn, false).judge(warning).decision()).isEqualTo(expected);
    }

    @Test
    void aFindingAboutANameThatTheContractIgnoresIsANote() {
        Scene scene =
                inStep().declareTagged("NOWHERE", "ignore", "it is set by hand").strict();

        Verdict verdict = plainly(scene.ledger());

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("not-configured");
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.hint()).contains("`@ignore`").doesNotContain("by hand");
        });
    }

    @Test
    void whatOneContractIgnoresCountsInAnother() {
        ServiceLedger ignoring = inStep().declareTagged("NOWHERE", "ignore", "").joined();
        ServiceLedger other = inStep().declareTagged("NOWHERE", "secret", "").joined();

        Verdict verdict = plainly(ledger(named(ignoring, "first", ""), named(other, "second", "")));

        assertThat(verdict.findings())
                .extracting(Finding::service, Finding::severity)
                .containsExactly(tuple("second", Severity.ERROR), tuple("first", Severity.NOTE));
    }

    @Test
    void aFaultInOneEnvironmentIsNoneInAnother() {
        ServiceLedger faulty = new Scene()
                .declareSecret("TOKEN")
                .configure("api", secret("TOKEN"))
                .run("api")
                .joined();

        Verdict verdict =
                plainly(ledger(named(inStep().joined(), "shop", "production"), named(faulty, "shop", "staging")));

        assertThat(verdict.summary().inStep()).isEqualTo(2);
    }

    private static Ledger ledger(ServiceLedger... services) {
        return new Ledger(Identity.NONE, List.of(services), List.of());
    }

    private static ServiceLedger named(ServiceLedger each, String service, String environment) {
        return new ServiceLedger(
                service,
                each.cluster(),
                each.root(),
                each.definitions(),
                each.others(),
                each.services(),
                each.iam(),
                each.deployment(),
                each.contract(),
                each.code(),
                each.containers(),
                environment,
                each.identity(),
                each.copying(),
                List.of(),
                Keeping.NONE,
                List.of(),
                List.of());
    }

    @Test
    void anOfflineRunPassesUnlessEverythingMustBeVerified() {
        Ledger offline = inStep().offline().ledger();

        assertThat(plainly(offline).decision()).isEqualTo(Decision.PASS);
        assertThat(verified(offline).decision()).isEqualTo(Decision.UNVERIFIED);
        assertThat(plainly(offline).summary().inStep()).isZero();
    }

    @Test
    void aServiceThatWasNotSeenIsNeverAPass() {
        Ledger notSeen = inStep().instead(new Deployment.NotSeen("Access was denied.", "allow `ecs:DescribeServices`."))
                .ledger();

        assertThat(plainly(notSeen).decision()).isEqualTo(Decision.UNVERIFIED);
    }

    @Test
    void aSecretThatWasNotSeenIsNeverAPass() {
        assertThat(plainly(inStep().everywhere(NOT_SEEN).ledger()).decision()).isEqualTo(Decision.UNVERIFIED);
    }

    @Test
    void anAccountThatWasNotSeenIsNeverAPass() {
        NotVerified account = new NotVerified(Station.DEPLOYED, "the AWS account", "The login has expired.", "log in.");

        assertThat(plainly(inStep().notVerified(account).ledger()).decision()).isEqualTo(Decision.UNVERIFIED);
    }

    @Test
    void aFaultWeighsMoreThanWhatWasNotSeen() {
        Ledger both = new Scene()
                .declareSecret("NOWHERE")
                .configure("api", secret("TOKEN"))
                .run("api", secret("TOKEN"))
                .everywhere(NOT_SEEN)
                .ledger();

        assertThat(plainly(both).decision()).isEqualTo(Decision.FAIL);
        assertThat(plainly(both).summary().unverified()).isEqualTo(1);
    }

    @Test
    void aConditionIsNoAlarmAndNotVerifiedEither() {
        Ledger conditional = new Scene()
                .declareSecret("TOKEN")
                .configure("api", when("var.enable", secret("TOKEN")))
                .run("api")
                .ledger();

        assertThat(plainly(conditional).decision()).isEqualTo(Decision.PASS);
        assertThat(plainly(conditional).findings()).isEmpty();
        assertThat(verified(conditional).decision()).isEqualTo(Decision.UNVERIFIED);
    }

    @Test
    void aValueThatFilesDoNotDecideIsNoPresenceThatIsNotKnown() {
        Given unknown = new Given.Plain(new HiddenValue.Unknown("only AWS decides `aws_db_instance.main.address`"));
        Ledger ledger = new Scene()
                .declare("DB_HOST", Kind.SETTING, Standing.SETTING)
                .configure("api", Scene.entry("DB_HOST", unknown))
                .run("api", plain("DB_HOST", "db.internal"))
                .ledger();

        assertThat(verified(ledger).decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void findingsStandWorstFirstAndThenByName() {
        Ledger ledger = new Scene()
                .declareSecret("Z_NOWHERE")
                .declareSecret("A_NOWHERE")
                .declare("A_SETTING", Kind.SETTING, Standing.SETTING)
                .declare("A_DEFAULT", Kind.SETTING, Standing.DEFAULTED)
                .configure("api", plain("A_DEFAULT", "1"))
                .run("api", plain("A_DEFAULT", "1"), plain("UNMANAGED", "1"))
                .ledger();

        assertThat(plainly(ledger).findings())
                .extracting(Finding::name)
                .containsExactly("A_NOWHERE", "Z_NOWHERE", "A_SETTING", "UNMANAGED");
    }

    @Test
    void strictTurnsTheLongTailIntoErrors() {
        Scene tail = new Scene()
                .declare("LOCAL", Kind.SETTING, Standing.LOCAL)
                .declare("DEFAULTED", Kind.SETTING, Standing.DEFAULTED)
                .configure("api")
                .run("api");

        assertThat(plainly(tail.ledger()).summary().errors()).isZero();
        assertThat(plainly(tail.strict().ledger()).summary().errors()).isEqualTo(2);
    }

    private static Scene inStep() {
        return new Scene()
                .declareSecret("TOKEN")
                .declare("LOG_LEVEL", Kind.SETTING, Standing.DEFAULTED)
                .configure("api", secret("TOKEN"), plain("LOG_LEVEL", "INFO"))
                .run("api", secret("TOKEN"), plain("LOG_LEVEL", "INFO"));
    }

    private static Verdict plainly(Ledger ledger) {
        return new Policy(Severity.ERROR, false).judge(ledger);
    }

    private static Verdict verified(Ledger ledger) {
        return new Policy(Severity.ERROR, true).judge(ledger);
    }
}
