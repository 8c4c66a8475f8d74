package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services of one name in two clusters: what is wrong with the one is not said of the other. */
class FleetNamesakesTest {
    @TempDir
    private Path root;

    @Test
    void theOneIsClosedAndTheOtherIsOpen() throws IOException {
        write();
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(
                    aws,
                    root,
                    "fleet",
                    "check",
                    "--report",
                    "json=-",
                    "--report",
                    "junit=tests.xml",
                    "--report",
                    "text=text.txt");
            Schemas.assertValid("fleet", ran.out());
            JsonNode report = new JsonMapper().readTree(ran.out());

            assertThat(report.path("services"))
                    .extracting(each -> each.path("cluster").asText() + " "
                            + each.path("verdict").asText())
                    .containsExactly("west fail", "east pass");
            assertThat(report.path("findings").path(0).path("services"))
                    .singleElement()
                    .extracting(each -> each.path("namesake").asText())
                    .asString()
                    .startsWith("west 123456789012 us-east-1");
            assertThat(Files.readString(root.resolve("text.txt")))
                    .containsPattern("web in west 123456789012 us-east-1");
            assertThat(Files.readString(root.resolve("tests.xml")))
                    .containsOnlyOnce("<testsuite name=\"envgate.yml web in west ")
                    .containsOnlyOnce("<testsuite name=\"envgate.yml web in east ");
        }
    }

    private void write() throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve(".env.example"), "KEY=your_key_here\n");
        StringBuilder configuration = new StringBuilder("services:\n");
        for (String cluster : new String[] {"east", "west"}) {
            configuration.append(
                    "  %1$s:\n    contract: [.env.example]\n    terraform: %1$s\n    service: web\n    cluster: %1$s\n"
                            .formatted(cluster));
            Files.writeString(
                    Files.createDirectories(root.resolve(cluster)).resolve("main.tf"), """
                    resource "aws_ecs_task_definition" "this" {
                      family                = "web-%1$s"
                      execution_role_arn    = "arn:aws:iam::123456789012:role/start"
                      container_definitions = jsonencode([{ name = "app", secrets = [{ name = "KEY", valueFrom = "/key" }] }])
                    }

                    resource "aws_ecs_service" "this" {
                      name            = "web"
                      cluster         = "%1$s"
                      task_definition = aws_ecs_task_definition.this.arn
                    }
                    """.formatted(cluster));
        }
        Files.writeString(root.resolve("envgate.yml"), configuration);
    }

    private static World world() {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"east": {"services": {"web": {"taskDefinition": "web-east:1"}}},
                              "west": {"services": {"web": {"taskDefinition": "web-west:1"}}}},
                 "taskDefinitions": [
                   {"family": "web-east", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start",
                    "containerDefinitions": [{"name": "app", "secrets": [{"name": "KEY", "valueFrom": "/key"}]}]},
                   {"family": "web-west", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start",
                    "containerDefinitions": [{"name": "app"}]}],
                 "parameters": [{"name": "/key", "type": "String", "value": "planted-value", "version": 1}]}
                """);
    }
}
