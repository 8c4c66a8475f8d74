package dev.envgate.smallaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleWorldsTest {
    private static final Path SAMPLE = Path.of("samples/hokusai");

    @ParameterizedTest
    @CsvSource({"incident, 150", "fixed, 151"})
    void theServiceRunsTheRevisionThatTheSampleHasAsAFile(String world, int revision) throws IOException {
        JsonNode document = read("world-" + world + ".json");
        String running = document.at("/clusters/hokusai-development/services/hokusai-api-development/taskDefinition")
                .asText();
        assertThat(running).isEqualTo("hokusai-api-development:" + revision);
        assertThat(World.parse(document.toString()).taskDefinition(running))
                .contains(read("revision-" + revision + ".json").path("taskDefinition"));
    }

    @ParameterizedTest
    @CsvSource({"incident", "fixed"})
    void everySecretOfTheNewRevisionIsInTheStore(String world) throws IOException {
        String document = read("world-" + world + ".json").toString();
        World served = World.parse(document);
        assertThat(read("revision-151.json").findValuesAsText("valueFrom"))
                .isNotEmpty()
                .allMatch(valueFrom -> served.secrets("us-east-1")
                        .anyMatch(secret ->
                                valueFrom.startsWith(secret.path("arn").asText())));
    }

    @Test
    void theProgramCarriesTheSampleWithIt() {
        assertThat(SmallAws.class.getResource("/dev/envgate/demo/hokusai/world-incident.json"))
                .isNotNull();
        assertThat(SmallAws.class.getResource("/dev/envgate/demo/hokusai/.env.example"))
                .isNotNull();
    }

    private static JsonNode read(String file) throws IOException {
        return new JsonMapper().readTree(Files.readString(SAMPLE.resolve(file)));
    }
}
