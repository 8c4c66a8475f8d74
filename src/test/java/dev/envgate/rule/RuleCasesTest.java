package dev.envgate.rule;

import static dev.envgate.ledger.Scene.place;
import static dev.envgate.ledger.Scene.plain;
import static dev.envgate.ledger.Scene.secret;
import static dev.envgate.ledger.Scene.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Scene;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The cases of the rules that the table of presence does not show: drift, several containers, broken entries, words. */
class RuleCasesTest {
    private static final String A = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf";
    private static final String B = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:b-AbCdEf";

    @Test
    void anotherValueIsADriftAndTheSameValueIsNone() {
        assertThat(found(declared().configure("api", plain("X", "one")).run("api", plain("X", "two"))))
                .containsExactly("warning value-drift X");
        assertThat(found(declared().configure("api", plain("X", "one")).run("api", plain("X", "one"))))
                .isEmpty();
    }

    @Test
    void aValueThatIsNotKnownDriftsFromNothing() {
        Given unknown = new Given.Plain(new HiddenValue.Unknown("only AWS decides it"));

        assertThat(found(declared().configure("api", Scene.entry("X", unknown)).run("api", plain("X", "two"))))
                .isEmpty();
    }

    @Test
    void aValueThatHangsOnAConditionDriftsFromNothing() {
        assertThat(found(declared()
                        .configure("api", when("var.a", plain("X", "one")))
                        .run("api", plain("X", "two"))))
                .isEmpty();
    }

    @Test
    void noMessageShowsAValue() {
        Finding finding = findings(
                        declared().configure("api", plain("X", "hunter2-old")).run("api", plain("X", "hunter2-new")))
                .getFirst();

        assertThat(finding.toString()).doesNotContain("hunter2");
    }

    @Test
    void anotherSecretIsADrift() {
        assertThat(found(declared().configure("api", secret("X", A)).run("api", secret("X", B))))
                .containsExactly("warning reference-drift X");
        assertThat(found(declared().configure("api", secret("X", A)).run("api", secret("X", A + ":::"))))
                .isEmpty();
    }

    @Test
    void aSecretThatIsNotThereSpeaksBeforeItsDrift() {
        assertThat(found(declared()
                        .configure("api", secret("X", A))
                        .run("api", secret("X", B))
                        .store(A, new Stored.Missing())))
                .containsExactly("error secret-not-found X");
    }

    @Test
    void aSecretOnOneSideAndPlainTextOnTheOtherIsADriftOfKind() {
        assertThat(found(declared().configure("api", secret("X", A)).run("api", plain("X", "1"))))
                .containsExactly("warning kind-drift X");
        assertThat(found(declared().configure("api", plain("X", "1")).run("api", secret("X", A))))
                .containsExactly("warning kind-drift X");
    }

    @Test
    void aNameInBothListsIsRefusedByEcs() {
        assertThat(found(declared()
                        .configure("api", plain("X", "1"), secret("X", A))
                        .run("api")))
                .as("the break before the deploy")
                .containsExactly("error duplicate-name X");
    }

    @Test
    void twoPlainValuesOfOneNameAreTakenAndOnlyOneCounts() {
        assertThat(found(declared()
                        .configure("api", plain("X", "1"), plain("X", "2"))
                        .run("api", plain("X", "2"))))
                .containsExactly("warning duplicate-name X");
        assertThat(found(declared().configure("api", plain("X", "2")).run("api", plain("X", "1"), plain("X", "2"))))
                .containsExactly("warning duplicate-name X");
    }

    @Test
    void twoEntriesThatExcludeEachOtherAreNoDuplicate() {
        assertThat(found(declared()
                        .configure("api", when("var.a", plain("X", "1")), when("!var.a", plain("X", "2")))
                        .run("api", plain("X", "1"))))
                .isEmpty();
    }

    @Test
    void aProxySparesOnlyASettingAndOnlyAlone() {
        assertThat(found(astray(Standing.SECRET, "nginx"))).containsExactly("error wrong-container TOKEN");
        assertThat(found(astray(Standing.REQUIRED, "nginx"))).containsExactly("error wrong-container TOKEN");
        assertThat(found(astray(Standing.SETTING, "nginx"))).containsExactly("note wrong-container TOKEN");
        assertThat(found(astray(Standing.SETTING, "nginx", "datadog")))
                .containsExactly("warning wrong-container TOKEN");
    }

    private static Scene astray(Standing standing, String... sidecars) {
        Scene scene = declared()
                .declare("TOKEN", Kind.SETTING, standing)
                .configure("api", plain("X", "1"))
                .run("api", plain("X", "1"));
        for (String sidecar : sidecars) {
            scene.configure(sidecar, plain("TOKEN", "1")).run(sidecar, plain("TOKEN", "1"));
        }
        return scene;
    }

    @Test
    void ofMissingNamesOneOfWhichIsEnoughTheLoudestSpeaks() {
        assertThat(found(declared()
                        .declareTagged("B_KEY", "any-of", "A_MODE")
                        .declare("A_MODE", Kind.SETTING, Standing.OPTIONAL)
                        .configure("api", plain("X", "1"))
                        .run("api", plain("X", "1"))))
                .containsExactly("error not-configured B_KEY");
    }

    @Test
    void anOldNameDoesNotMakeUpForTheNewOne() {
        assertThat(found(replaced()
                        .configure("api", secret("A_OLD", A), secret("NEW", B))
                        .run("api", secret("A_OLD", A))))
                .containsExactly("error undeployed NEW");
        assertThat(found(replaced().configure("api", secret("A_OLD", A)).run("api", secret("A_OLD", A))))
                .containsExactly("error not-configured NEW");
        assertThat(found(replaced().configure("api", secret("NEW", B)).run("api", secret("NEW", B))))
                .isEmpty();
        assertThat(found(replaced().configure("api").run("api"))).containsExactly("error not-configured NEW");
    }

    private static Scene replaced() {
        return new Scene().declareTagged("A_OLD", "replaced-by", "NEW").declareTagged("NEW", "secret", "");
    }

    @Test
    void aReferenceThatEcsCannotReadSpeaksFirst() {
        assertThat(found(declared()
                        .configure("api", secret("X", A + ":password"))
                        .run("api")))
                .containsExactly("error malformed-reference X");
        assertThat(found(declared().configure("api").run("api", secret("X", A + ":password"))))
                .containsExactly("error malformed-reference X", "note unmanaged X");
    }

    @Test
    void aReferenceThatHangsOnAConditionIsNotJudged() {
        assertThat(found(declared()
                        .configure("api", when("var.a", secret("X", A + ":password")))
                        .run("api")))
                .isEmpty();
        assertThat(found(declared()
                        .configure("api", when("var.a", secret("X", A)))
                        .run("api")
                        .store(A, new Stored.Missing())))
                .isEmpty();
    }

    @Test
    void aSecretThatIsBeingDeletedSpeaksAndThenTheDeploy() {
        Finding finding = findings(declared()
                        .configure("api", secret("X", A))
                        .run("api")
                        .store(A, new Stored.Deleting("a", "2026-11-24")))
                .getFirst();

        assertThat(finding.rule()).isEqualTo("secret-deleting");
        assertThat(finding.message()).contains("`a-AbCdEf`", "2026-11-24", "does not have the variable yet");
        assertThat(finding.hint())
                .isEqualTo("run `aws secretsmanager restore-secret --secret-id a`, or refer to another secret; "
                        + "then run `terraform apply` in `infra` and deploy the new revision of `shop-api`.");
    }

    @Test
    void aSecretWithoutAValueStopsTheContainer() {
        assertThat(found(declared()
                        .configure("api", secret("X", A))
                        .run("api", secret("X", A))
                        .store(A, new Stored.WithoutValue("a", "AWSCURRENT"))))
                .containsExactly("error secret-without-value X");
    }

    @Test
    void anEntryThatEcsDropsIsShownInItsContainer() {
        Scene scene = declared()
                .configure("api", plain("X", "1"))
                .run("api", plain("X", "1"))
                .malformed("api", "The entry has `values` and no `value`.");

        assertThat(findings(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("malformed-entry");
            assertThat(finding.container()).isEqualTo("api");
            assertThat(finding.place()).hasToString("InFile[span=main.tf:80:1]");
        });
    }

    @Test
    void aNameThatOneFileDeclaresTwiceIsShownOnceAtTheSecond() {
        Scene scene = new Scene()
                .declareAll("X=1\nY=\nX=2\n", "X", "Y", "X")
                .configure("api", plain("X", "1"), plain("Y", "1"))
                .configure("worker", plain("X", "1"))
                .run("api", plain("X", "1"), plain("Y", "1"))
                .run("worker", plain("X", "1"));

        assertThat(findings(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("duplicate-declaration");
            assertThat(finding.place()).hasToString("InFile[span=.env.example:3:1]");
        });
    }

    @Test
    void twoFilesMayDeclareOneName() {
        Scene scene = new Scene()
                .declareAll("X=1\n", "X")
                .declareAll("X=2\n", "X")
                .configure("api", plain("X", "1"))
                .run("api", plain("X", "1"));

        assertThat(findings(scene)).isEmpty();
    }

    @Test
    void aWholeContainerThatDoesNotRunIsOneFault() {
        Scene scene = declared()
                .configure("api", plain("X", "1"), plain("Y", "1"))
                .configure("worker", plain("Z", "1"))
                .run("worker", plain("Z", "1"));

        assertThat(found(scene))
                .contains("error undeployed ")
                .doesNotContain("error undeployed X", "error undeployed Y");
    }

    @Test
    void aWholeContainerThatTerraformDoesNotHaveIsOneFault() {
        Scene scene = declared()
                .configure("api", plain("X", "1"))
                .run("api", plain("X", "1"))
                .run("agent", plain("Y", "1"), plain("Z", "1"));

        assertThat(findings(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unmanaged");
            assertThat(finding.container()).isEqualTo("agent");
            assertThat(finding.name()).isEmpty();
        });
    }

    @Test
    void aServiceThatDoesNotExistIsOneFault() {
        Scene scene = declared()
                .configure("api", plain("X", "1"), secret("Y"))
                .service()
                .instead(new Deployment.Missing("shop-api", "shop"));

        assertThat(findings(scene)).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("undeployed");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.name()).isEmpty();
            assertThat(finding.message()).contains("There is no service `shop-api` in the cluster `shop`");
            assertThat(finding.place()).hasToString("InFile[span=main.tf:50:1]");
        });
        assertThat(found(scene)).filteredOn(each -> each.contains("undeployed")).hasSize(1);
    }

    @Test
    void aSidecarsOwnNamesNeedNoDeclaration() {
        Scene scene = declared()
                .configure("api", plain("X", "1"))
                .configure("datadog-agent", plain("DD_SITE", "1"))
                .run("api", plain("X", "1"))
                .run("datadog-agent", plain("DD_SITE", "1"));

        assertThat(found(scene)).isEmpty();
    }

    @Test
    void ignoredChangesOfTheServiceAreShownAndChangeTheAdvice() {
        Scene scene = declared().configure("api", plain("X", "1")).run("api").service(place("main.tf", 55));

        assertThat(found(scene)).containsExactly("error undeployed X", "note ignored-by-terraform ");
        assertThat(findings(scene).getFirst().hint())
                .isEqualTo("run `terraform apply` in `infra`, then move `shop-api` to the new revision yourself, "
                        + "because `ignore_changes` keeps the apply from doing so.");
        assertThat(findings(scene).getLast().place()).hasToString("InFile[span=main.tf:55:1]");
    }

    @Test
    void ignoredContainersNeedANewRevisionByForce() {
        Scene scene = declared().configure("api", plain("X", "1")).run("api").ignoreContainers();

        assertThat(findings(scene).getFirst().hint())
                .contains("`terraform apply -replace='aws_ecs_task_definition.api'`");
        assertThat(findings(scene).getLast().message()).contains("`container_definitions`");
    }

    @Test
    void aNameThatWasCalledRequiredIsNotToBeCalledOptional() {
        Scene scene = declared().configure("api").run("api");

        assertThat(findings(scene).getFirst().hint()).contains("@optional");
        assertThat(findings(scene.strict()).getFirst().hint())
                .isEqualTo("add it to `environment` of the container `api` in Terraform.");
    }

    @Test
    void aNameThatAnotherServiceOfTheSameTerraformHasIsOneStepMilder() {
        Scene worker = new Scene().configure("worker", secret("TOKEN", A));
        Scene api =
                new Scene().declareSecret("TOKEN").configure("api").run("api").beside(worker);

        assertThat(found(api)).containsExactly("warning not-configured TOKEN");
        assertThat(findings(api).getFirst().message())
                .isEqualTo(
                        "It is declared, but Terraform gives it to no container of `shop-api`, only to those of `shop-api`.");
        assertThat(found(api.strict())).containsExactly("error not-configured TOKEN");
    }

    @Test
    void theSameContainerInAnotherEnvironmentMakesAMissingNameNoMilder() {
        Scene staging = new Scene().configure("api", secret("TOKEN", A));

        assertThat(found(new Scene()
                        .declareSecret("TOKEN")
                        .configure("api")
                        .run("api")
                        .beside(staging)))
                .containsExactly("error not-configured TOKEN");
    }

    @Test
    void aNewFamilyIsNotCalledRunning() {
        TaskDefinition newest = new TaskDefinition(
                "shop-api:9",
                Symbolic.of("shop-api"),
                new Presence.Present(new Place.InTaskDefinition("shop-api:9")),
                new RoleReference.None(),
                new RoleReference.None(),
                List.of(),
                List.of(),
                List.of());
        Scene scene = declared()
                .configure("api", plain("X", "1"))
                .instead(new Deployment.Newest("shop-api", "shop-api:9", newest));

        assertThat(findings(scene).getFirst().message()).contains("the newest revision `shop-api:9`");
    }

    @Test
    void thousandsOfNamesAreJudgedAtOnce() {
        Scene scene = new Scene();
        for (int i = 0; i < 20_000; i++) {
            scene.declareSecret("NAME_" + i).configure("api", secret("NAME_" + i));
        }

        assertThat(findings(scene.run("api"))).hasSize(20_000);
    }

    private static Scene declared() {
        return new Scene().declare("X", Kind.SETTING, Standing.DEFAULTED);
    }

    private static List<Finding> findings(Scene scene) {
        Ledger ledger = scene.ledger();
        return Rules.ALL.stream()
                .flatMap(rule -> rule.judge(ledger))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** Severity, rule and name. */
    private static List<String> found(Scene scene) {
        return findings(scene).stream()
                .map(each -> each.severity().name().toLowerCase(Locale.ROOT) + " " + each.rule() + " " + each.name())
                .toList();
    }
}
