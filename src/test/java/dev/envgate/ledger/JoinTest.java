package dev.envgate.ledger;

import static dev.envgate.ledger.Scene.plain;
import static dev.envgate.ledger.Scene.secret;
import static dev.envgate.ledger.Scene.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest {
    @Test
    void theIncidentIsThereThreeTimesAndNotTheFourth() {
        Scene scene = new Scene()
                .declareSecret("HUGGINGFACE_API_KEY")
                .configure("api", secret("HUGGINGFACE_API_KEY"), plain("LOG_LEVEL", "INFO"))
                .run("api", plain("LOG_LEVEL", "INFO"));

        Row row = scene.row("HUGGINGFACE_API_KEY");

        assertThat(row.declared()).isInstanceOf(Presence.Present.class);
        assertThat(row.configured()).isInstanceOf(Presence.Present.class);
        assertThat(row.stored()).isInstanceOf(Presence.Present.class);
        assertThat(row.deployed()).isEqualTo(new Presence.Absent());
        assertThat(scene.ledger().notVerified()).isEmpty();
    }

    @Test
    void rowsAreTheDeclaredTheConfiguredAndTheDeployedNamesSorted() {
        Scene scene =
                new Scene().declareSecret("B").configure("api", plain("C", "1")).run("api", plain("A", "1"));

        assertThat(scene.joined().containers().getFirst().rows())
                .extracting(row -> row.name().text())
                .containsExactly("A", "B", "C");
    }

    @Test
    void aDeclaredNameInASidecarHasItsRowThereOnly() {
        Scene scene = new Scene()
                .declareSecret("DD_API_KEY")
                .declareSecret("TOKEN")
                .configure("api", secret("TOKEN"))
                .configure("datadog-agent", secret("DD_API_KEY"));

        assertThat(scene.containersOf("DD_API_KEY")).containsExactly("datadog-agent");
        assertThat(scene.containersOf("TOKEN")).containsExactly("api");
    }

    @Test
    void aNameThatIsNowhereIsChargedToTheContainerWithTheMostDeclaredNames() {
        Scene scene = new Scene()
                .declareSecret("A")
                .declareSecret("B")
                .declareSecret("NOWHERE")
                .configure("shop", plain("OTHER", "1"))
                .configure("worker", secret("A"), secret("B"));

        assertThat(scene.containersOf("NOWHERE")).containsExactly("worker");
    }

    @Test
    void amongEqualContainersTheOneThatIsLikeTheServiceIsCharged() {
        Scene scene = new Scene()
                .declareSecret("NOWHERE")
                .configure("migrate", plain("X", "1"))
                .configure("api", plain("X", "1"));

        assertThat(scene.containersOf("NOWHERE")).containsExactly("api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api           | api",
                "Shop-API      | api",
                "web, api      | api",
                "api by hand   | api",
                "shop          | api",
                "web           | ''",
                "web for api   | ''",
                "ap            | ''"
            })
    void aNameOfOtherServicesIsNotLookedForInThisOne(String services, String charged) {
        Scene scene = new Scene().declareTagged("TOKEN", "service", services).configure("api", plain("X", "1"));

        assertThat(String.join(",", scene.containersOf("TOKEN"))).isEqualTo(charged);
    }

    @Test
    void aSidecarIsChargedLast() {
        Scene scene = new Scene()
                .declareSecret("NOWHERE")
                .configure("shop-api-nginx", plain("X", "1"))
                .configure("main", plain("X", "1"));

        assertThat(scene.containersOf("NOWHERE")).containsExactly("main");
    }

    @Test
    void aNameThatOnlyHoldsTheLettersOfASidecarIsNone() {
        assertThat(Application.sidecar("hotel-api")).isFalse();
        assertThat(Application.sidecar("aws-otel-collector")).isTrue();
        assertThat(Application.sidecar("Log_Router")).isTrue();
    }

    @Test
    void aSidecarOwnsNamesByTheWordThatMakesItOne() {
        assertThat(Application.owns("datadog-agent", new Name("DD_API_KEY"))).isTrue();
        assertThat(Application.owns("nginx", new Name("NGINX_PORT"))).isTrue();
        assertThat(Application.owns("x-ray", new Name("XRAY_REGION"))).isTrue();
        assertThat(Application.owns("catalog-nginx", new Name("LOG_LEVEL"))).isFalse();
        assertThat(Application.owns("shop-api-nginx", new Name("API_KEY"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prod. | OPTIONAL",
                "prod because staging costs | OPTIONAL",
                "staging. | REQUIRED",
                "prod staging | REQUIRED",
                "prod and staging | REQUIRED",
                "stagging | SETTING",
                "prod, stagging | SETTING"
            })
    void onlyEnvironmentsThatAreKnownMakeANameOptionalElsewhere(String argument, Standing expected) {
        Name name = new Name("X");
        Declaration declaration = new Scene()
                .declareTagged("X", Standing.SETTING, "required-in", argument)
                .row("X")
                .declarations()
                .getFirst();
        Declared declared = new Declared(new Presence.Absent(), new TreeMap<>(Map.of(name, List.of(declaration))))
                .in(Conventions.NEUTRAL.environment("staging"), Conventions.NEUTRAL);

        assertThat(declared.of(name)).extracting(Declaration::standing).containsExactly(expected);
    }

    @Test
    void theFirstOfEqualContainersIsCharged() {
        Scene scene = new Scene()
                .declareSecret("NOWHERE")
                .configure("one", plain("X", "1"))
                .configure("two", plain("X", "1"));

        assertThat(scene.containersOf("NOWHERE")).containsExactly("one");
    }

    @Test
    void aContainerThatWasAskedForIsTheOnlyOne() {
        Scene scene = new Scene()
                .declareSecret("DD_API_KEY")
                .configure("api", plain("X", "1"))
                .configure("datadog-agent", secret("DD_API_KEY"))
                .only(new Scene.Container("api"));

        assertThat(scene.joined().containers())
                .extracting(ContainerLedger::container)
                .containsExactly("api");
        assertThat(scene.row("DD_API_KEY").configured()).isEqualTo(new Presence.Absent());
    }

    @Test
    void aContainerThatNobodyHasStillTakesTheDeclaredNames() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", secret("TOKEN"))
                .only(new Scene.Container("ap"));

        assertThat(scene.containersOf("TOKEN")).containsExactly("ap");
        assertThat(scene.row("TOKEN").configured()).isEqualTo(new Presence.Absent());
    }

    @Test
    void aListWithAGapCannotSayAbsent() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", plain("X", "1"))
                .configuredGap("api", "`var.extra_env` has no default")
                .run("api", plain("X", "1"));

        assertThat(scene.row("TOKEN").configured())
                .isInstanceOfSatisfying(
                        Presence.Unknown.class,
                        unknown -> assertThat(unknown.why()).isEqualTo("`var.extra_env` has no default"));
        assertThat(scene.row("TOKEN").deployed()).isEqualTo(new Presence.Absent());
        assertThat(scene.row("X").configured()).isInstanceOf(Presence.Present.class);
    }

    @Test
    void aGapInAnotherContainerOfTheApplicationMayHoldTheName() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", plain("X", "1"))
                .configure("worker", plain("X", "1"))
                .configuredGap("worker", "`var.extra_env` has no default");

        assertThat(scene.row("TOKEN").configured()).isInstanceOf(Presence.Unknown.class);
    }

    @Test
    void aGapInASidecarHidesNothingOfTheApplication() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", plain("X", "1"))
                .configure("datadog-agent", plain("X", "1"))
                .configuredGap("datadog-agent", "`var.extra_env` has no default");

        assertThat(scene.row("TOKEN").configured()).isEqualTo(new Presence.Absent());
    }

    @Test
    void aContainerThatIsNotListedMayHoldTheName() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", plain("X", "1"))
                .moreConfigured("`var.sidecars` has no default");

        assertThat(scene.row("TOKEN").configured()).isInstanceOf(Presence.Unknown.class);
    }

    @Test
    void aNameMayBeInAnEnvironmentFileThatWasNotRead() {
        Scene scene = new Scene()
                .declareSecret("TOKEN")
                .configure("api", secret("TOKEN"))
                .run("api", plain("X", "1"))
                .runningFile("api", "arn:aws:s3:::bucket/app.env");

        assertThat(scene.row("TOKEN").deployed()).isInstanceOf(Presence.Unknown.class);
        assertThat(scene.row("X").configured()).isEqualTo(new Presence.Absent());
        assertThat(scene.ledger().notVerified())
                .containsExactly(
                        new NotVerified(
                                Station.STORED,
                                "arn:aws:s3:::bucket/app.env",
                                "Files of `environmentFiles` are not read.",
                                "",
                                NotVerified.Cause.NOT_ASKED),
                        new NotVerified(
                                Station.DEPLOYED,
                                "TOKEN",
                                "Terraform has it, and whether it runs is not known: "
                                        + "the container also takes names from `environmentFiles`, which were not read.",
                                "",
                                NotVerified.Cause.UNDECIDED));
    }

    @Test
    void anEntryThatHangsOnAConditionKeepsIt() {
        Scene scene = new Scene()
                .configure("api", when("var.enable", secret("TOKEN")))
                .run("api");

        assertThat(scene.row("TOKEN").configured())
                .isInstanceOfSatisfying(
                        Presence.Conditional.class,
                        conditional -> assertThat(conditional.condition()).isEqualTo("var.enable"));
        assertThat(scene.ledger().notVerified()).singleElement().satisfies(each -> {
            assertThat(each.station()).isEqualTo(Station.CONFIGURED);
            assertThat(each.what()).isEqualTo("TOKEN");
            assertThat(each.cause()).isEqualTo(NotVerified.Cause.UNDECIDED);
        });
    }

    @Test
    void whatIsInATaskDefinitionIsThereOnlyAsSurelyAsIt() {
        Scene scene = new Scene()
                .declareSecret("NOWHERE")
                .only("var.create")
                .configure("api", secret("TOKEN"), when("var.enable", plain("X", "1")));

        assertThat(condition(scene.row("TOKEN"))).isEqualTo("var.create");
        assertThat(condition(scene.row("X"))).isEqualTo("var.create and var.enable");
        assertThat(scene.row("NOWHERE").configured()).isEqualTo(new Presence.Absent());
    }

    private static String condition(Row row) {
        return row.configured() instanceof Presence.Conditional(Place _, String condition) ? condition : "";
    }

    @Test
    void aSureEntryBesideAConditionalOneIsPresent() {
        Scene scene = new Scene().configure("api", when("var.enable", plain("X", "1")), plain("X", "2"));

        assertThat(scene.row("X").configured()).isInstanceOf(Presence.Present.class);
    }

    @Test
    void severalTaskDefinitionsCountWhereTheyAgree() {
        Scene scene = new Scene()
                .declareSecret("NOWHERE")
                .configure("api", plain("SAME", "1"), plain("VALUE", "1"), plain("ONE", "1"))
                .or(new Scene().configure("api", plain("SAME", "1"), plain("VALUE", "2")));

        assertThat(scene.row("SAME").configured()).isInstanceOf(Presence.Present.class);
        assertThat(scene.row("SAME").configuredEntries()).hasSize(1);
        assertThat(scene.row("VALUE").configured()).isInstanceOf(Presence.Present.class);
        assertThat(scene.row("VALUE").configuredEntries()).isEmpty();
        assertThat(scene.row("ONE").configured()).isInstanceOf(Presence.Unknown.class);
        assertThat(scene.row("NOWHERE").configured()).isEqualTo(new Presence.Absent());
        assertThat(scene.ledger().notVerified()).extracting(NotVerified::what).containsExactly(Scene.SERVICE);
    }

    @Test
    void aContainerNameWithAHolePairsWithTheOnlyOneItCanBe() {
        Scene scene = new Scene().configure("shop-*", secret("TOKEN")).run("shop-api", secret("TOKEN"));

        assertThat(scene.containersOf("TOKEN")).containsExactly("shop-api");
        assertThat(scene.row("TOKEN").deployed()).isInstanceOf(Presence.Present.class);
    }

    @Test
    void aKnownContainerNamePairsBeforeOneWithAHole() {
        Scene scene = new Scene()
                .configure("*", plain("HOLE", "1"))
                .configure("api", plain("KNOWN", "1"))
                .run("api", plain("KNOWN", "1"))
                .run("proxy", plain("HOLE", "1"));

        assertThat(scene.containersOf("KNOWN")).containsExactly("api");
        assertThat(scene.containersOf("HOLE")).containsExactly("proxy");
    }

    @Test
    void aContainerNameThatCanBeTwoIsNotGuessed() {
        Scene scene = new Scene()
                .configure("*", secret("TOKEN"))
                .run("api", plain("X", "1"))
                .run("worker", plain("Y", "1"));

        assertThat(scene.row("TOKEN").deployed()).isInstanceOf(Presence.Unknown.class);
        assertThat(scene.row("X").configured()).isInstanceOf(Presence.Unknown.class);
    }

    @Test
    void aContainerThatOnlyRunsIsAbsentInTerraformAndTheReverse() {
        Scene scene = new Scene().configure("api", plain("X", "1")).run("agent", plain("Y", "1"));

        assertThat(scene.joined().containers())
                .extracting(ContainerLedger::container, each -> each.configured() instanceof Presence.Present)
                .containsExactly(tuple("api", true), tuple("agent", false));
        assertThat(scene.row("Y").configured()).isEqualTo(new Presence.Absent());
        assertThat(scene.row("X").deployed()).isEqualTo(new Presence.Absent());
    }

    @Test
    void nothingOfAServiceThatDoesNotExistRuns() {
        Scene scene =
                new Scene().configure("api", plain("X", "1")).instead(new Deployment.Missing(Scene.SERVICE, "shop"));

        assertThat(scene.row("X").deployed()).isEqualTo(new Presence.Absent());
    }

    @Test
    void whatTheStoreSaysIsKeptForTheRules() {
        String reference = "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf";
        Scene scene = new Scene()
                .configure("api", secret("TOKEN", reference))
                .store(reference, new Stored.Deleting("a", "2026-11-24"));

        assertThat(scene.row("TOKEN").stored()).isInstanceOf(Presence.Present.class);
        assertThat(scene.row("TOKEN").storedStates()).containsExactly(new Stored.Deleting("a", "2026-11-24"));
    }

    @Test
    void aNameThatOnlyRunsIsLookedUpByWhatRuns() {
        Scene scene = new Scene()
                .configure("api", plain("X", "1"))
                .run("api", secret("TOKEN"), plain("SETTING", "1"))
                .everywhere(new Stored.Missing());

        assertThat(scene.row("TOKEN").stored()).isEqualTo(new Presence.Absent());
        assertThat(scene.row("SETTING").stored()).isInstanceOf(Presence.Present.class);
    }

    @Test
    void aSecretThatHangsOnUnknownPartsIsNotKnownToBeStored() {
        Place cause = Scene.place("v.tf", 3);
        Reference reference =
                Reference.whole("${var.arn}", new Reference.Target.Unclear("`var.arn` has no default", cause));
        Scene scene = new Scene().configure("api", Scene.entry("TOKEN", new Given.Secret(reference)));

        assertThat(scene.row("TOKEN").stored()).isEqualTo(new Presence.Unknown("`var.arn` has no default", cause));
        assertThat(scene.ledger().notVerified()).extracting(NotVerified::what).containsExactly("TOKEN");
    }

    @Test
    void anOfflineRunSaysOnceForEachStationThatNobodyAsked() {
        Scene scene = new Scene()
                .configure("api", secret("A"), secret("B"), plain("C", "1"))
                .offline();

        assertThat(scene.ledger().notVerified())
                .extracting(NotVerified::station, NotVerified::cause)
                .containsExactly(
                        tuple(Station.STORED, NotVerified.Cause.NOT_ASKED),
                        tuple(Station.DEPLOYED, NotVerified.Cause.NOT_ASKED));
        assertThat(scene.row("A").deployed())
                .isEqualTo(new Presence.Unknown("`--offline` was given, and AWS was not asked", new Place.Nowhere()));
    }

    @Test
    void aReferenceThatCouldNotBeLookedUpIsListedOnce() {
        String reference = "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf";
        Scene scene = new Scene()
                .configure("api", secret("A", reference), secret("B", reference))
                .run("api", secret("A", reference), secret("B", reference))
                .everywhere(new Stored.NotSeen("Access was denied.", "allow `secretsmanager:DescribeSecret`."));

        assertThat(scene.ledger().notVerified())
                .containsExactly(new NotVerified(
                        Station.STORED, reference, "Access was denied.", "allow `secretsmanager:DescribeSecret`."));
    }

    @Test
    void withoutAContractNothingIsKnownOfWhatIsDeclared() {
        Scene scene = new Scene().noContract().configure("api", plain("X", "1")).run("api", plain("X", "1"));

        assertThat(scene.row("X").declared()).isInstanceOf(Presence.Unknown.class);
        assertThat(scene.ledger().notVerified())
                .extracting(NotVerified::station, NotVerified::cause)
                .containsExactly(tuple(Station.DECLARED, NotVerified.Cause.NOT_ASKED));
    }

    @Test
    void strictMakesEveryDeclaredNameRequired() {
        Scene scene = new Scene()
                .declare("LOCAL", Kind.SETTING, Standing.LOCAL)
                .configure("api", plain("X", "1"))
                .strict();

        assertThat(scene.row("LOCAL").standing()).contains(Standing.REQUIRED);
    }

    @Test
    void aFamilyThatNoServiceIsKnownToRunIsNotVerified() {
        TaskDefinition definition = new TaskDefinition(
                "shop-api:9",
                Symbolic.of("shop-api"),
                new Presence.Present(new Place.Nowhere()),
                new RoleReference.None(),
                new RoleReference.None(),
                List.of(),
                List.of(),
                List.of());
        Scene scene = new Scene()
                .configure("api", plain("X", "1"))
                .instead(new Deployment.Newest("shop-api", "shop-api:9", definition));

        assertThat(scene.ledger().notVerified())
                .extracting(NotVerified::station, NotVerified::what)
                .containsExactly(tuple(Station.DEPLOYED, "shop-api"));
    }

    @Test
    void aDeclaredNameThatOnlyASidecarHasIsMissingInTheApplication() {
        Scene scene = new Scene()
                .declareSecret("STRIPE_KEY")
                .declareSecret("DD_API_KEY")
                .configure("api", Scene.plain("PORT", "80"))
                .configure("datadog-agent", Scene.secret("STRIPE_KEY"), Scene.secret("DD_API_KEY"))
                .offline();

        assertThat(scene.containersOf("STRIPE_KEY")).containsExactly("api", "datadog-agent");
        assertThat(scene.containersOf("DD_API_KEY")).as("its own").containsExactly("datadog-agent");
    }

    @Test
    void aDeclaredNameThatAnyOtherContainerHasIsThere() {
        Scene scene = new Scene()
                .declareSecret("STRIPE_KEY")
                .configure("api", Scene.plain("PORT", "80"))
                .configure("datadog-agent", Scene.secret("STRIPE_KEY"))
                .configure("worker", Scene.secret("STRIPE_KEY"))
                .offline();

        assertThat(scene.containersOf("STRIPE_KEY")).containsExactly("datadog-agent", "worker");
    }
}
