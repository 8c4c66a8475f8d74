package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";

    @TempDir
    private Path repository;

    @Test
    void environmentsAreComparedWithTheirWordsLeftOut() throws IOException {
        twoEnvironments(
                "{ name = \"DB\", valueFrom = \"" + ARN + "app/staging/db-AbCdEf\" }",
                "{ name = \"DB\", valueFrom = \"" + ARN + "app/production/db-GhIjKl:password::\" }");
        Ran different = compare("staging", "production", "--offline");
        twoEnvironments(
                "{ name = \"DB\", valueFrom = \"" + ARN + "app/staging/db-AbCdEf\" }",
                "{ name = \"DB\", valueFrom = \"" + ARN + "app/prod/db-GhIjKl\" }");
        Ran alike = compare("staging", "production", "--offline");

        assertThat(different.exit()).isEqualTo(1);
        assertThat(differences(different)).containsExactly("configured api api DB reference");
        assertThat(alike.exit()).isZero();
        assertThat(differences(alike)).isEmpty();
        Schemas.assertValid("compare", different.out());
    }

    @Test
    void productionWithTheSecretOfStagingIsADifference() throws IOException {
        String staging = "{ name = \"DB\", valueFrom = \"" + ARN + "app/staging/db-AbCdEf\" }";
        twoEnvironments(staging, staging);

        assertThat(differences(compare("staging", "production", "--offline")))
                .containsExactly("configured api api DB reference");
    }

    @Test
    void aNameThatIsMissingAndOneOfAnotherKindAreDifferences() throws IOException {
        twoEnvironments(
                "{ name = \"DB\", valueFrom = \"" + ARN + "db-AbCdEf\" }, { name = \"NEW\", valueFrom = \"/app/new\" }",
                "{ name = \"OLD\", valueFrom = \"/app/old\" }");
        Ran ran = compare("staging", "production", "--offline");

        assertThat(differences(ran))
                .containsExactly(
                        "configured api api DB only-from",
                        "configured api api NEW only-from",
                        "configured api api OLD only-to");
        assertThat(Ran.in(repository, "compare", "staging", "production", "--offline")
                        .out())
                .contains("only in staging")
                .contains("infra/staging/main.tf:")
                .contains("3 differences · 1 name alike · 1 not verified");
    }

    @Test
    void aConditionOnOneSideIsNotVerifiedAndNoDifference() throws IOException {
        twoEnvironments("", "");
        String text = Files.readString(repository.resolve("infra/staging/main.tf"));
        write(
                "infra/staging/main.tf",
                "variable \"on\" {}\n"
                        + text.replace(
                                "environment = [",
                                "environment = [for e in [{ name = \"X\", value = \"1\" }] : e if var.on]\n ignored = ["));
        Ran ran = compare("staging", "production", "--offline");

        assertThat(differences(ran)).containsExactly("configured api api LOG_LEVEL only-to");
        assertThat(report(ran).path("notVerified").toString()).contains("X");
    }

    @Test
    void aConditionOnANameThatBothHaveIsNotAlike() throws IOException {
        twoEnvironments("", "");
        String text = Files.readString(repository.resolve("infra/staging/main.tf"));
        write(
                "infra/staging/main.tf",
                "variable \"on\" {}\n"
                        + text.replace(
                                "environment = [{ name = \"LOG_LEVEL\", value = \"info\" }]",
                                "environment = [for e in [{ name = \"LOG_LEVEL\", value = \"1\" }] : e if var.on]"));
        Ran ran = compare("staging", "production", "--offline");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(report(ran).path("notVerified").toString()).contains("LOG_LEVEL");
    }

    @Test
    void filesOfTheEnvironmentMayGiveMoreNames() throws IOException {
        twoEnvironments("", "");
        String text = Files.readString(repository.resolve("infra/staging/main.tf"));
        write(
                "infra/staging/main.tf",
                text.replace(
                        "secrets     =",
                        "environmentFiles = [{ type = \"s3\", value = \"arn:aws:s3:::app/a.env\" }]\n    secrets ="));
        Ran ran = compare("staging", "production", "--offline");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(report(ran).path("notVerified").toString()).contains("environmentFiles");
    }

    @Test
    void whatRunsIsComparedToo() throws IOException {
        twoEnvironments("", "");
        try (SmallAws aws = SmallAws.start(World.parse(WORLD))) {
            Ran ran = Ran.against(
                    aws, repository, "compare", "staging", "production", "--region", "us-east-1", "--format", "json");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(differences(ran)).containsExactly("deployed api api PROMOTED only-from");
        }
    }

    @Test
    void withoutAnAnswerOfAwsNothingIsVerified() throws IOException {
        twoEnvironments("", "");
        Ran ran = compare("staging", "production");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(report(ran).path("verdict").asText()).isEqualTo("unverified");
    }

    @Test
    void twoFilesAreCompared() throws IOException {
        Ran different = Ran.in(
                Ran.REPOSITORY,
                "compare",
                "--from",
                "samples/hokusai/revision-150.json",
                "--to",
                "samples/hokusai/revision-151.json");
        Ran alike = Ran.in(
                Ran.REPOSITORY,
                "compare",
                "--from",
                "samples/hokusai/revision-150.json",
                "--to",
                "samples/hokusai/revision-150.json");

        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.out())
                .contains("HUGGINGFACE_API_KEY")
                .contains("only in samples/hokusai/revision-151.json");
        assertThat(alike.exit()).isZero();
    }

    @Test
    void twoRevisionsOfAwsAreCompared() throws IOException {
        try (SmallAws aws = SmallAws.start(World.parse(WORLD))) {
            Ran ran = Ran.against(
                    aws,
                    repository,
                    "compare",
                    "api-staging:1",
                    "api-production:1",
                    "--region",
                    "us-east-1",
                    "--format",
                    "json");

            assertThat(differences(ran)).containsExactly("deployed  api PROMOTED only-from");
        }
    }

    @Test
    void sidesThatAreMissingOrUnknownAreRefused() throws IOException {
        twoEnvironments("", "");

        assertThat(compare("staging").exit()).isEqualTo(2);
        assertThat(compare("staging").err()).contains("Two sides are compared, and 1 is given.");
        assertThat(compare("staging", "prodution", "--offline").err()).contains("did you mean `production`?");
    }

    private static final String WORLD = """
            {"account": "123456789012", "region": "us-east-1",
             "taskDefinitions": [
               {"family": "api-staging", "revision": 1, "containerDefinitions": [{"name": "api", "environment": [
                 {"name": "LOG_LEVEL", "value": "debug"}, {"name": "PROMOTED", "value": "1"}]}]},
               {"family": "api-production", "revision": 1, "containerDefinitions": [{"name": "api", "environment": [
                 {"name": "LOG_LEVEL", "value": "info"}]}]}],
             "clusters": {"app": {"services": {
               "api-staging": {"taskDefinition": "api-staging:1", "desiredCount": 1, "runningCount": 1},
               "api-production": {"taskDefinition": "api-production:1", "desiredCount": 1, "runningCount": 1}}}}}
            """;

    private void twoEnvironments(String staging, String production) throws IOException {
        write("infra/staging/main.tf", terraform("staging", staging));
        write("infra/production/main.tf", terraform("production", production));
        write("envgate.yml", """
                services:
                  api:
                    environments:
                      staging: {terraform: infra/staging}
                      production: {terraform: infra/production}
                environments:
                  staging:
                  production: {words: [prod]}
                """);
    }

    private static String terraform(String environment, String secrets) {
        return """
                resource "aws_ecs_task_definition" "main" {
                  family = "api-ENVIRONMENT"
                  container_definitions = jsonencode([{
                    name        = "api"
                    environment = [{ name = "LOG_LEVEL", value = "info" }]
                    secrets     = [SECRETS]
                  }])
                }

                resource "aws_ecs_service" "main" {
                  name            = "api-ENVIRONMENT"
                  cluster         = "app"
                  task_definition = aws_ecs_task_definition.main.arn
                }
                """.replace("ENVIRONMENT", environment).replace("SECRETS", secrets);
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Ran compare(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("compare", "--format", "json"));
        all.addAll(List.of(arguments));
        return Ran.in(repository, all.toArray(String[]::new));
    }

    private static List<String> differences(Ran ran) throws IOException {
        return StreamSupport.stream(report(ran).path("differences").spliterator(), false)
                .map(each -> String.join(
                        " ",
                        each.path("station").asText(),
                        each.path("service").asText(),
                        each.path("container").asText(),
                        each.path("name").asText(),
                        each.path("difference").asText()))
                .toList();
    }

    private static JsonNode report(Ran ran) throws IOException {
        return new JsonMapper().readTree(ran.out());
    }
}
