package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The incident that envgate was born from, from every source that the live side can come from. */
class IncidentTest {
    private static final String[] SAMPLE = {
        "--env-file", "samples/hokusai/.env.example", "--terraform", "samples/hokusai"
    };

    @Test
    void theGateClosesOnTheRevisionThatLacksTheKey() throws IOException {
        Ran ran = fromFile("revision-150.json");

        assertThat(ran.exit()).isEqualTo(1);
        assertOnlyTheIncident(ran);
    }

    @Test
    void theGateOpensOnTheRevisionThatHasTheKey() throws IOException {
        Ran ran = fromFile("revision-151.json");

        Schemas.assertCheck(ran.out());
        assertThat(ran.exit()).isZero();
        assertThat(errors(ran)).isEmpty();
    }

    @Test
    void theGateClosesOnWhatAwsSays() throws IOException {
        try (SmallAws aws = SmallAws.start(world("world-incident.json"))) {
            Ran ran = check(aws);

            assertThat(ran.exit()).isEqualTo(1);
            assertOnlyTheIncident(ran);
            assertThat(aws.unknownOperations()).isEmpty();
            assertThat(new JsonMapper()
                            .readTree(ran.out())
                            .path("summary")
                            .path("unverified")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void theGateOpensOnTheRepairedWorld() throws IOException {
        try (SmallAws aws = SmallAws.start(world("world-fixed.json"))) {
            Ran ran = check(aws);

            assertThat(ran.exit()).isZero();
            assertThat(errors(ran)).isEmpty();
        }
    }

    @Test
    void requiringEverythingToBeVerifiedPassesOnTheRepairedWorld() throws IOException {
        try (SmallAws aws = SmallAws.start(world("world-fixed.json"))) {
            assertThat(check(aws, "--require-verified").exit()).isZero();
        }
    }

    @Test
    void requiringEverythingToBeVerifiedIsNotMetByAFileInsteadOfAws() {
        assertThat(fromFile("revision-151.json", "--require-verified").exit()).isEqualTo(3);
    }

    @Test
    void theNameIsExplainedWithItsLinesAndTheNextAction() throws IOException {
        try (SmallAws aws = SmallAws.start(world("world-incident.json"))) {
            Ran ran = Ran.against(aws, Ran.REPOSITORY, with("explain", "HUGGINGFACE_API_KEY"));

            assertThat(ran.exit()).isZero();
            assertThat(ran.out())
                    .contains("samples/hokusai/.env.example:58")
                    .contains("samples/hokusai/data-pipeline-ecs-services.tf:243")
                    .contains("hokusai-api-development:150")
                    .contains("terraform apply");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"declared", "configured", "stored", "deployed"})
    void everyStationIsShownAsATableAndInTheSchema(String station) throws IOException {
        try (SmallAws aws = SmallAws.start(world("world-incident.json"))) {
            Ran table = Ran.against(aws, Ran.REPOSITORY, with("show", station));
            Ran json = Ran.against(aws, Ran.REPOSITORY, with("show", station, "--format", "json"));

            Schemas.assertShow(json.out());
            assertThat(table.exit()).isZero();
            assertThat(json.out().contains("HUGGINGFACE_API_KEY"))
                    .isEqualTo(!station.equals("deployed"))
                    .isEqualTo(table.out().contains("HUGGINGFACE_API_KEY"));
        }
    }

    private static void assertOnlyTheIncident(Ran ran) throws IOException {
        Schemas.assertCheck(ran.out());
        List<JsonNode> errors = errors(ran);
        assertThat(errors).hasSize(1);
        JsonNode error = errors.getFirst();
        assertThat(error.path("rule").asText()).isEqualTo("undeployed");
        assertThat(error.path("name").asText()).isEqualTo("HUGGINGFACE_API_KEY");
        assertThat(error.path("file").asText()).isEqualTo("samples/hokusai/data-pipeline-ecs-services.tf");
        assertThat(error.path("line").asInt()).isEqualTo(243);
    }

    private static List<JsonNode> errors(Ran ran) throws IOException {
        JsonNode findings = new JsonMapper().readTree(ran.out()).path("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(each -> each.path("severity").asText().equals("error"))
                .toList();
    }

    private static Ran fromFile(String revision, String... more) {
        return Ran.in(
                Ran.REPOSITORY,
                concat(with("check", "--deployed", "samples/hokusai/" + revision, "--report", "json=-"), more));
    }

    private static Ran check(SmallAws aws, String... more) {
        return Ran.against(aws, Ran.REPOSITORY, concat(with("check", "--report", "json=-"), more));
    }

    private static World world(String name) throws IOException {
        return World.parse(
                Files.readString(Ran.REPOSITORY.resolve("samples/hokusai").resolve(name)));
    }

    private static String[] with(String... arguments) {
        return concat(arguments, SAMPLE);
    }

    private static String[] concat(String[] first, String... second) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(second))
                .toArray(String[]::new);
    }
}
