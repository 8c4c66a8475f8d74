package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which line of the repository a finding is shown at by trackers that refuse one without. */
class AnchorsTest {
    private static final String TERRAFORM = """
            resource "aws_ecs_task_definition" "web" {
              family                = "web"
              container_definitions = jsonencode([{ name = "web", environment = [{ name = "PORT", value = "80" }] }])
            }
            """;
    private static final String RUNNING = """
            {"family": "web", "revision": 3, "containerDefinitions": [{"name": "web", "environment": [%s]}]}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void twoCheckouts() throws IOException {
        Files.createDirectories(directory.resolve("app/.git"));
        Files.createDirectories(directory.resolve("infra/.git"));
        write("app/.env.example", "PORT=80\n");
    }

    @Test
    void aLineOfTheRepositoryIsTheAnchor() throws IOException {
        write("app/main.tf", TERRAFORM);
        write("app/live.json", RUNNING.formatted(""));

        assertThat(anchors("--deployed", "live.json", "--terraform", ".")).isEqualTo("main.tf:3");
    }

    @Test
    void aLineOfAnotherCheckoutIsNotTakenForOneOfThisRepository() throws IOException {
        write("infra/main.tf", TERRAFORM);
        write("app/live.json", RUNNING.formatted(""));

        assertThat(anchors("--deployed", "live.json", "--terraform", "../infra"))
                .isEqualTo(".env.example:1");
    }

    @Test
    void whatOnlyRunsIsShownAtTheTaskDefinitionOfTerraform() throws IOException {
        write("app/main.tf", TERRAFORM);
        write("live.json", RUNNING.formatted("""
                {"name": "PORT", "value": "80"}, {"name": "ONLY_LIVE", "value": "1"}"""));

        assertThat(anchors("--deployed", "../live.json", "--terraform", ".")).isEqualTo("main.tf:1");
    }

    @Test
    void withoutAnyOfThemItIsTheConfigurationThatThereIs() throws IOException {
        write("infra/main.tf", TERRAFORM);
        write("app/.env.example", "# nothing is needed\n");
        write("app/envgate.yml", "fail-on: error\n");
        write("app/live.json", RUNNING.formatted(""));

        assertThat(anchors("--deployed", "live.json", "--terraform", "../infra"))
                .isEqualTo("envgate.yml:1");
    }

    /** The anchor of the worst finding, which GitLab is told the same way. */
    private String anchors(String... more) throws IOException {
        Ran ran = Ran.in(
                directory.resolve("app"),
                Stream.concat(Stream.of("check", "--report", "sarif=a.sarif", "--report", "gitlab=-"), Stream.of(more))
                        .toArray(String[]::new));
        JsonNode result = new JsonMapper()
                .readTree(Files.readString(directory.resolve("app/a.sarif")))
                .path("runs")
                .path(0)
                .path("results")
                .path(0)
                .path("locations")
                .path(0)
                .path("physicalLocation");
        String anchor = result.path("artifactLocation").path("uri").asText() + ":"
                + result.path("region").path("startLine").asText();
        JsonNode issue = new JsonMapper().readTree(ran.out()).path(0).path("location");
        assertThat(issue.path("path").asText() + ":"
                        + issue.path("lines").path("begin").asText())
                .isEqualTo(anchor);
        return anchor;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
