package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants a password at every place that envgate reads, and looks for it in everything that it prints. */
class PlantedSecretTest {
    private static final String PASSWORD = "hunter2-PLANTED-4711";

    @TempDir
    private Path directory;

    @Test
    void noCommandPrintsAPlantedValueInAnyFormat() throws IOException {
        plant("");
        try (SmallAws aws = SmallAws.start(world())) {
            for (List<String> command : commands()) {
                assertHidden(aws, command);
            }
        }
    }

    @Test
    void noProblemOfAnInputPrintsAPlantedValue() throws IOException {
        for (String broken : List.of(
                "locals {\n  password = \"" + PASSWORD + "\n}\n",
                "locals {\n  password = \"" + PASSWORD + "\" \"" + PASSWORD + "\"\n}\n",
                "locals {\n  password = <<EOT\npassword: " + PASSWORD + " ${\nEOT\n}\n",
                "locals {\n  p = tonumber(\"" + PASSWORD + "\")\n}\noutput \"x\" {\n  value = [" + PASSWORD + "\n")) {
            plant(broken);
            try (SmallAws aws = SmallAws.start(world())) {
                assertHidden(aws, List.of("check", "--terraform", "."));
                for (Report report : Reports.ALL) {
                    assertHidden(aws, List.of("check", "--terraform", ".", "--report", report.id() + "=-"));
                }
            }
        }
    }

    private void assertHidden(SmallAws aws, List<String> command) {
        Ran ran = Ran.against(aws, directory, command.toArray(String[]::new));

        assertThat(ran.all())
                .as(command.toString())
                .isNotEmpty()
                .doesNotContain(PASSWORD)
                .doesNotContain("hunter2");
        assertThat(ran.exit()).as(ran.all()).isNotEqualTo(70);
    }

    private static List<List<String>> commands() {
        List<List<String>> inputs = List.of(
                List.of(), List.of("--deployed", "live.json"), List.of("--task-definition", "live.json", "--offline"));
        List<List<String>> formats = Reports.ALL.stream()
                .map(report -> List.of("check", "--report", report.id() + "=-"))
                .toList();
        List<List<String>> commands = List.of(
                List.of("check"),
                List.of("check", "-v", "--strict", "--require-verified", "--color", "always"),
                List.of("explain", "DB_PASSWORD"),
                List.of("explain", "API_TOKEN"),
                List.of("show", "declared"),
                List.of("show", "declared", "--format", "json"),
                List.of("show", "configured"),
                List.of("show", "configured", "--format", "json"),
                List.of("show", "code"),
                List.of("show", "code", "--format", "json"),
                List.of("show", "stored"),
                List.of("show", "deployed"),
                List.of("show", "deployed", "--format", "json"));
        return Stream.concat(commands.stream(), formats.stream())
                .flatMap(command -> inputs.stream()
                        .map(input ->
                                Stream.concat(command.stream(), input.stream()).toList()))
                .toList();
    }

    private void plant(String broken) throws IOException {
        Files.writeString(directory.resolve(".env.example"), """
                # The password, @secret
                DB_PASSWORD=%1$s
                API_TOKEN='%1$s'
                URL="postgres://user:%1$s@db"
                # OLD_PASSWORD=%1$s
                """.formatted(PASSWORD));
        Files.writeString(
                directory.resolve("main.tf"), """
                variable "password" {
                  default = "%1$s"
                }
                resource "aws_ecs_task_definition" "app" {
                  family = "app"
                  container_definitions = jsonencode([{
                    name = "app"
                    environment = [
                      { name = "DB_PASSWORD", value = "%1$s" }, { name = "DB_PASSWORD", value = "%1$s" },
                      { name = "API_TOKEN", value = var.password }, { name = "URL", value = "x%1$s" },
                      { name = "ONLY_HERE", values = "%1$s" },
                    ]
                    secrets = [{ name = "S", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:s:%1$s" }]
                  }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """.formatted(PASSWORD).replace(":" + PASSWORD + "\" }]", "\" }]"));
        Files.writeString(directory.resolve("app.js"), """
                const a = process.env.API_TOKEN || "%1$s", b = process.env.UNDECLARED, c = process.env[a + "%1$s".length];
                """.formatted(PASSWORD));
        Files.writeString(directory.resolve("broken.tf"), broken);
        Files.writeString(directory.resolve("live.json"), "{\"taskDefinition\": " + taskDefinition() + "}");
    }

    private static String taskDefinition() {
        return """
                {"family": "app", "revision": 7, "taskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:task-definition/app:7",
                 "containerDefinitions": [{"name": "app", "environment": [
                   {"name": "DB_PASSWORD", "value": "%1$s-live"}, {"name": "URL", "value": "%1$s"}, {"name": "EXTRA", "value": "%1$s"}]}]}
                """.formatted(PASSWORD);
    }

    private static World world() {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"main": {"services": {"app": {"taskDefinition": "app:7"}}}},
                 "taskDefinitions": [%s], "secrets": [], "parameters": []}
                """.formatted(taskDefinition()));
    }
}
