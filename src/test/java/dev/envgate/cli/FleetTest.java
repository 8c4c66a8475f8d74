package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many services in one verdict. */
class FleetTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path root;

    @Test
    void everyServiceIsJudgedAsCheckJudgesItAndOneThatCannotBeReadStopsNoOther() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 6);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran ran = Ran.against(aws, root, "fleet", "check", "--report", "text=-", "--report", "json=fleet.json");

            assertThat(ran.exit()).as(ran.all()).isEqualTo(ExitCode.MISUSE.number());
            assertThat(ran.out())
                    .contains("envgate fleet: closed", "5 services", "3 open of 5")
                    .contains("error[undeployed] KEY", "repository-c/main.tf:5")
                    .contains("error[parameter-not-found] KEY", "repository-e/main.tf:5")
                    .contains("repository-d/envgate.yml:3: `teraform` is no key of a service.");
            Schemas.assertValid("fleet", Files.readString(root.resolve("fleet.json")));
            JsonNode report = JSON.readTree(root.resolve("fleet.json").toFile());
            for (String each : List.of("repository-a", "repository-c", "repository-e")) {
                Ran alone = Ran.against(aws, root.resolve(each), "check", "--report", "json=-");
                assertThat(fingerprints(report, each + "/envgate.yml"))
                        .as(each)
                        .isEqualTo(fingerprints(JSON.readTree(alone.out())));
            }
            assertThat(aws.unknownOperations()).isEmpty();
        }
    }

    private static Set<String> fingerprints(JsonNode check) {
        Set<String> all = new TreeSet<>();
        check.path("findings").forEach(each -> all.add(each.path("fingerprint").asText()));
        return all;
    }

    private static Set<String> fingerprints(JsonNode fleet, String unit) {
        Set<String> all = new TreeSet<>();
        for (JsonNode finding : fleet.path("findings")) {
            for (JsonNode place : finding.path("services")) {
                if (place.path("unit").asText().equals(unit)) {
                    all.add(place.path("fingerprint").asText());
                }
            }
        }
        return all;
    }

    @Test
    void servicesThatAwsHasAreFoundByClusterAndTagAndOnlyWhatCanBeSeenIsJudged() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 6);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran ran = Ran.against(aws, root, "fleet", "check", "--all", "--cluster", "f*", "--tag", "team=even");

            assertThat(ran.exit()).as(ran.all()).isEqualTo(ExitCode.CLOSED.number());
            assertThat(ran.out())
                    .contains("3 services", "closed service-4", "error[parameter-not-found] KEY")
                    .doesNotContain("service-1", "undeployed", "not-configured", "unmanaged");
            assertThat(ran.out().replaceAll("\\s+", " ")).contains(" farm/service-4: No repository was given for it");
            assertThat(Ran.against(aws, root, "fleet", "check", "--all", "--cluster", "mill")
                            .exit())
                    .isEqualTo(ExitCode.MISUSE.number());
        }
    }

    @Test
    void aListThatDoesNotComeIsNotVerifiedAndNotAnEmptyFleet() throws IOException {
        Ran ran = Ran.in(
                root, "fleet", "check", "--all", "--account", "123456789012", "--regions", "us-east-1,eu-west-1");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(ExitCode.UNVERIFIED.number());
        assertThat(ran.out()).contains("123456789012 in us-east-1", "123456789012 in eu-west-1");
    }

    @Test
    void anUninterruptedRunAndOneThatGoesOnAfterEveryLineAreTheSame() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 5);
        Path journal = root.resolve("journal.json");
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            String whole =
                    Ran.against(aws, root, check("--journal", "journal.json")).out();
            byte[] bytes = Files.readAllBytes(journal);
            for (int at = 0; at <= bytes.length; at++) {
                if (at == 0 || at == bytes.length || bytes[at - 1] == '\n' || bytes[at] == '\n') {
                    Files.write(journal, Arrays.copyOf(bytes, at));
                    Ran ran = Ran.against(aws, root, check("--journal", "journal.json", "--resume"));
                    assertThat(ran.out()).as("cut at %d", at).isEqualTo(whole);
                }
            }
            int asked = aws.calls().size();
            Ran.against(aws, root, check("--journal", "journal.json", "--resume"));
            assertThat(aws.calls()).as("what is finished is not asked again").hasSize(asked);
        }
    }

    private static String[] check(String... more) {
        return Stream.concat(Stream.of("fleet", "check", "--report", "json=-"), Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void aForeignJournalIsRefusedAndNotTouched() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 3);
        Path journal = root.resolve("journal.json");
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran.against(aws, root, check("--journal", "journal.json"));
            String before = Files.readString(journal);

            assertRefused(aws, "is there already", check("--journal", "journal.json"));
            assertRefused(aws, "with other options", check("--journal", "journal.json", "--resume", "--strict"));
            assertRefused(
                    aws,
                    "has other configurations",
                    check("--journal", "journal.json", "--resume", "--config", "repository-a/envgate.yml"));
            assertRefused(
                    aws,
                    "of the shard 1/1, and this is 1/2",
                    check("--journal", "journal.json", "--resume", "--shard", "1/2"));
            Files.writeString(
                    root.resolve("repository-a/envgate.yml"),
                    "services:\n  api:\n    terraform: .\n    cluster: farm\n");
            assertRefused(aws, "is not what it was", check("--journal", "journal.json", "--resume"));
            assertThat(Files.readString(journal)).isEqualTo(before);
            Files.writeString(root.resolve("notes.txt"), "no journal");
            assertRefused(aws, "is not a journal", check("--journal", "notes.txt", "--resume"));
            assertThat(root.resolve("notes.txt")).hasContent("no journal");
        }
    }

    /** What was finished on another day would be said again, and nobody asked. */
    @Test
    void aJournalOfAnotherDayIsRefusedUnlessItWasInterruptedAtMidnight() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 2);
        Path journal = root.resolve("journal.json");
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran.against(aws, root, check("--journal", "journal.json"));
            String whole = Files.readString(journal);
            String head = whole.substring(0, whole.indexOf('\n') + 1);
            String today = new JsonMapper().readTree(head).path("day").asText();
            String yesterday = LocalDate.parse(today).minusDays(1).toString();
            String[] resume = check("--journal", "journal.json", "--resume");

            Files.writeString(journal, whole.replace(today, "2026-01-01"));
            assertRefused(aws, "was begun on 2026-01-01", resume);
            Files.writeString(journal, head.replace(today, "2026-01-01"));
            assertRefused(aws, "was begun on 2026-01-01", resume);
            Files.writeString(journal, whole.replace(today, yesterday));
            assertRefused(aws, "was begun on " + yesterday, resume);
            Files.writeString(journal, head.replace(today, yesterday));
            assertThat(Ran.against(aws, root, resume).exit()).isEqualTo(ExitCode.OPEN.number());
        }
    }

    @Test
    void aFileOfRolesThatNamesNoneIsRefused() throws IOException {
        Files.writeString(root.resolve("roles.txt"), "# none yet\n\n");
        SmallFleet fleet = SmallFleet.write(root, 1);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            assertRefused(aws, "names no role", check("--all", "--account-roles", "roles.txt"));
        }
    }

    @Test
    void aPlanSaysWhichConfigurationsAreJudged() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 2);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran.against(aws, root, "fleet", "plan", "--shards", "1", "--output", "plan.json");
            assertRefused(
                    aws,
                    "`--config` names others",
                    check("--plan", "plan.json", "--config", "repository-b/envgate.yml"));
        }
    }

    /** It would be judged by the decisions of its day. */
    @Test
    void aPlanOfLongAgoIsRefused() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 2);
        Path plan = root.resolve("plan.json");
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran.against(aws, root, "fleet", "plan", "--shards", "1", "--output", "plan.json");
            String made = Files.readString(plan);
            String day = new JsonMapper().readTree(made).path("day").asText();

            Files.writeString(plan, made.replace(day, "2026-01-01"));
            assertRefused(aws, "was made on 2026-01-01", check("--plan", "plan.json"));
            Files.writeString(plan, made.replace(day, "yesterday"));
            assertRefused(aws, "is not a plan", check("--plan", "plan.json"));
            Files.writeString(
                    plan, made.replace(day, LocalDate.parse(day).minusDays(1).toString()));
            assertThat(Ran.against(aws, root, check("--plan", "plan.json")).exit())
                    .isEqualTo(ExitCode.OPEN.number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void whatCouldNotBeReadIsNotVerified(String format) throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 4);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Files.writeString(root.resolve("repository-d/envgate.yml"), "services: [\n");
            Ran ran = Ran.against(aws, root, "fleet", "check", "--report", format + "=-");

            assertThat(ran.out()).contains("1 could not be read").doesNotContain("everything verified");
        }
    }

    private void assertRefused(SmallAws aws, String why, String... arguments) {
        Ran ran = Ran.against(aws, root, arguments);
        assertThat(ran.err()).contains(why);
        assertThat(ran.exit()).isEqualTo(ExitCode.MISUSE.number());
    }

    @Test
    void shardsByAPlanMergeToTheReportOfTheUndividedRun() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 6);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran whole = Ran.against(aws, root, check());
            assertThat(Ran.against(aws, root, "fleet", "plan", "--shards", "3", "--output", "plan.json")
                            .exit())
                    .isZero();
            for (String shard : List.of("3", "1/3", "2")) {
                Ran.against(aws, root, check("--plan", "plan.json", "--shard", shard));
            }

            Ran merged = Ran.in(
                    root, "fleet", "merge", "shard-2.json", "shard-3.json", "shard-1.json", "--report", "json=-");
            assertThat(merged.out()).isEqualTo(whole.out());
            assertThat(merged.exit()).isEqualTo(whole.exit());

            Ran lost = Ran.in(root, "fleet", "merge", "shard-1.json", "shard-3.json");
            assertThat(lost.out()).contains("shard 2/3: It has no journal here");
            assertThat(Ran.in(root, "fleet", "merge", "shard-1.json", "shard-1.json")
                            .err())
                    .contains("are both of the shard 1/3");
        }
    }

    @Test
    void aPlanIsPrintedForEveryEngine() throws IOException {
        SmallFleet.write(root, 3);

        assertThat(Ran.in(root, "fleet", "plan", "--shards", "2", "--format", "github")
                        .out())
                .isEqualTo("{\"include\":[{\"shard\":\"1/2\",\"number\":1,\"units\":2,\"cost\":2},"
                        + "{\"shard\":\"2/2\",\"number\":2,\"units\":1,\"cost\":1}]}\n");
        assertThat(Ran.in(root, "fleet", "plan", "--shards", "2", "--format", "gitlab")
                        .out())
                .contains("\"ENVGATE_SHARD\" : [ \"1/2\", \"2/2\" ]");
        assertThat(Ran.in(root, "fleet", "plan", "--shards", "2", "--format", "step-functions")
                        .out())
                .contains("\"items\"", "\"shard\" : \"2/2\"");
        assertThat(Ran.in(root, "fleet", "plan", "--shards", "257", "--format", "github")
                        .exit())
                .isEqualTo(ExitCode.MISUSE.number());
    }

    @Test
    void theTrendTellsWhatBrokeWhatHealedAndWhatNobodyKnows() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 5);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            Ran.against(aws, root, "fleet", "check", "--report", "json=before.json");
            String terraform = Files.readString(root.resolve("repository-c/main.tf"));
            Files.writeString(
                    root.resolve("repository-c/main.tf"),
                    terraform.replace("secrets = [{ name = \"KEY\", valueFrom = \"/key-2\" }]", "secrets = []"));
            Files.writeString(root.resolve("repository-c/.env.example"), "LOG_LEVEL=info\n");
            Files.writeString(root.resolve("repository-e/main.tf"), "resource \"x\" {");

            Ran ran = Ran.against(
                    aws,
                    root,
                    "fleet",
                    "check",
                    "--previous",
                    "before.json",
                    "--report",
                    "text=-",
                    "--report",
                    "json=after.json");
            Schemas.assertValid("fleet", Files.readString(root.resolve("after.json")));

            assertThat(ran.out().replaceAll("[^\\S\n]+", " "))
                    .contains("0 newly broken", "1 newly healed\n error[undeployed] KEY service-2", "0 still broken")
                    .contains("1 not known any more\n error[parameter-not-found] KEY service-4");
        }
    }
}
