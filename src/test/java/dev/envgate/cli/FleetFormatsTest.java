package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.report.FleetReport;
import dev.envgate.report.FleetReports;
import dev.envgate.report.Validators;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format of a fleet is what its readers accept, and all of them tell the same. */
class FleetFormatsTest {
    @TempDir
    private Path root;

    @Test
    void everyFormatIsValidAndNoneShowsAShutGateAsAnOpenOne() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 6);
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            for (FleetReport each : FleetReports.ALL) {
                String report = report(aws, each.id());
                Validators.assertValidOfFleet(each.id(), report);
                assertThat(report)
                        .as(each.id())
                        .contains("undeployed", "KEY", "parameter-not-found", "is no key of a service")
                        .containsAnyOf("repository-c/main.tf", "service-2");
            }
            assertThat(report(aws, "tap")).contains("\nnot ok ");
            assertThat(report(aws, "github")).contains("::error title=undeployed%3A KEY in service-2::");
            assertThat(sarif(aws)
                            .path("invocations")
                            .path(0)
                            .path("executionSuccessful")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    /** The first service misses what the third one misses, too. */
    @Test
    void theSameFaultOfTwoServicesIsOneResultAtTwoPlaces() throws IOException {
        SmallFleet fleet = SmallFleet.write(root, 3);
        String terraform = Files.readString(root.resolve("repository-a/main.tf"));
        Files.writeString(
                root.resolve("repository-a/main.tf"),
                terraform.replace(
                        "[{ name = \"LOG_LEVEL\"", "[{ name = \"NEW\", value = \"x\" }, { name = \"LOG_LEVEL\""));
        Files.writeString(
                root.resolve("repository-c/main.tf"),
                Files.readString(root.resolve("repository-c/main.tf"))
                        .replace(
                                "[{ name = \"LOG_LEVEL\"",
                                "[{ name = \"NEW\", value = \"x\" }, { name = \"LOG_LEVEL\""));
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            List<JsonNode> results = sarif(aws)
                    .path("results")
                    .valueStream()
                    .filter(each -> each.path("message").path("text").asText().startsWith("NEW in ")
                            && each.path("ruleId").asText().equals("undeployed"))
                    .toList();

            assertThat(results).singleElement().satisfies(each -> {
                assertThat(each.path("message").path("text").asText())
                        .startsWith("NEW in 2 services: service-0, service-2: ");
                assertThat(each.path("locations").valueStream().map(FleetFormatsTest::where))
                        .containsExactly(
                                "repository-a/main.tf repository-a/envgate.yml/service-0/app/NEW",
                                "repository-c/main.tf repository-c/envgate.yml/service-2/app/NEW");
            });
            assertThat(new JsonMapper().readTree(report(aws, "gitlab")).findValuesAsText("description"))
                    .filteredOn(each -> each.startsWith("NEW in 2 services") && each.contains("It is in Terraform"))
                    .hasSize(1);
        }
    }

    private static String where(JsonNode location) {
        return location.path("physicalLocation")
                        .path("artifactLocation")
                        .path("uri")
                        .asText() + " "
                + location.path("logicalLocations")
                        .path(0)
                        .path("fullyQualifiedName")
                        .asText();
    }

    /** Repositories that lie elsewhere have no path that a tracker could take. */
    @Test
    void aFileOutsideOfTheFleetIsNoPlace() throws IOException {
        SmallFleet fleet = SmallFleet.write(Files.createDirectories(root.resolve("checkouts")), 3);
        Path beside = Files.createDirectories(root.resolve("beside"));
        try (SmallAws aws = SmallAws.start(fleet.world())) {
            for (String format : List.of("sarif", "gitlab")) {
                String report = Ran.against(
                                aws,
                                beside,
                                "fleet",
                                "check",
                                "--repositories",
                                "../checkouts",
                                "--report",
                                format + "=-")
                        .out();
                Validators.assertValidOfFleet(format, report);
                assertThat(report).contains("KEY in service-2").doesNotContain("\"uri\" : \"..", "\"path\" : \"..");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "comment", "matrix"})
    void whatIsAboutOneRepositoryIsRefused(String format) {
        Ran ran = Ran.in(root, "fleet", "check", "--report", format + "=-");

        assertThat(ran.exit()).isEqualTo(ExitCode.MISUSE.number());
        assertThat(ran.err())
                .contains("`" + format + "` is no report of a fleet")
                .contains("`envgate check`");
    }

    private JsonNode sarif(SmallAws aws) throws IOException {
        return new JsonMapper().readTree(report(aws, "sarif")).path("runs").path(0);
    }

    private String report(SmallAws aws, String format) {
        return Ran.against(aws, root, "fleet", "check", "--report", format + "=-")
                .out();
    }
}
