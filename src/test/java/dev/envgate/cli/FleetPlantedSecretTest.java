package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.report.FleetReport;
import dev.envgate.report.FleetReports;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants a password in every repository of a fleet and in what runs, and looks for it in all that a fleet prints and keeps. */
class FleetPlantedSecretTest {
    private static final String PASSWORD = "hunter2-PLANTED-4711";

    @TempDir
    private Path root;

    @Test
    void noReportJournalOrPlanOfAFleetHasAPlantedValue() throws IOException {
        plant();
        try (SmallAws aws = SmallAws.start(world())) {
            String[] reports = FleetReports.ALL.stream()
                    .map(FleetReport::id)
                    .flatMap(each -> Stream.of("--report", each + "=out/report." + each))
                    .toArray(String[]::new);
            assertHidden(aws, "fleet", "check", "-v", "--strict");
            assertHidden(aws, with(reports, "fleet", "check", "--strict", "--journal", "out/whole.json"));
            assertHidden(aws, "fleet", "check", "--all", "--journal", "out/all.json", "-v", "--timing");
            assertHidden(aws, "fleet", "plan", "--shards", "2", "--output", "out/plan.json");
            assertHidden(
                    aws, "fleet", "check", "--plan", "out/plan.json", "--shard", "1", "--journal", "out/shard-1.json");
            assertHidden(
                    aws, "fleet", "check", "--plan", "out/plan.json", "--shard", "2", "--journal", "out/shard-2.json");
            assertHidden(aws, with(reports, "fleet", "merge", "out", "--previous", "out/report.json"));
        }
        assertThat(Files.readString(root.resolve("out/report.json")))
                .as("what is said of the planted values")
                .contains("\"undeployed\"", "plaintext-secret", "duplicate", "is not closed");
        try (Stream<Path> files = Files.list(root.resolve("out"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(8)
                    .allSatisfy(each -> assertThat(Files.readString(each))
                            .as(each.toString())
                            .isNotEmpty()
                            .doesNotContain("hunter2"));
        }
    }

    private static String[] with(String[] reports, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(reports)).toArray(String[]::new);
    }

    private void assertHidden(SmallAws aws, String... command) {
        Ran ran = Ran.against(aws, root, command);

        assertThat(ran.all()).as(String.join(" ", command)).doesNotContain("hunter2");
        assertThat(ran.exit()).as(ran.all()).isNotEqualTo(ExitCode.BUG.number());
    }

    /** A repository that says all that there is to say of values, and one for each file that cannot be read because of one. */
    private void plant() throws IOException {
        Files.createDirectories(root.resolve("out"));
        repository("whole", "services:\n  app:\n    contract: [.env.example]\n    terraform: .\n", "", ".env.example");
        repository(
                "terraform",
                "services:\n  app:\n    terraform: .\n",
                "locals {\n  password = \"%1$s\" \"%1$s\"\n}\n",
                ".env.example");
        repository(
                "heredoc",
                "services:\n  app:\n    terraform: .\n",
                "locals {\n  password = <<EOT\npassword: %1$s ${\nEOT\n}\n",
                ".env.example");
        repository("key", "services:\n  app:\n    pasword: %1$s\n", "", ".env.example");
        repository("value", "services:\n  app:\n    terraform: {%1$s: %1$s}\n", "", ".env.example");
        repository("yaml", "services: [\"%1$s\n", "", ".env.example");
    }

    private void repository(String name, String configuration, String broken, String contract) throws IOException {
        Path repository = Files.createDirectories(root.resolve(name));
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve("envgate.yml"), configuration.formatted(PASSWORD));
        Files.writeString(repository.resolve("broken.tf"), broken.formatted(PASSWORD));
        Files.writeString(repository.resolve(contract), """
                # The password, @secret
                DB_PASSWORD=%1$s
                API_TOKEN='%1$s'
                URL="postgres://user:%1$s@db"
                MISSING=%1$s
                """.formatted(PASSWORD));
        Files.writeString(repository.resolve("main.tf"), """
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
                    ]
                  }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """.formatted(PASSWORD));
        Files.writeString(repository.resolve("app.js"), """
                const a = process.env.API_TOKEN || "%1$s", b = process.env.UNDECLARED, c = process.env[a + "%1$s".length];
                """.formatted(PASSWORD));
    }

    private static World world() {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"main": {"services": {"app": {"taskDefinition": "app:7"}}}},
                 "taskDefinitions": [{"family": "app", "revision": 7, "containerDefinitions": [{"name": "app", "environment": [
                   {"name": "DB_PASSWORD", "value": "%1$s-live"}, {"name": "URL", "value": "%1$s"}, {"name": "EXTRA", "value": "%1$s"}]}]}],
                 "secrets": [], "parameters": []}
                """.formatted(PASSWORD));
    }
}
