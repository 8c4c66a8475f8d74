package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that changes an old repository: only what it touches can close the gate. */
class SinceTest {
    @TempDir
    private Path repository;

    private Git git = new Git(Path.of(""));

    @BeforeEach
    void anOldRepositoryWithTwoFaults() {
        assumeTrue(Git.there(), "git is installed");
        git = new Git(repository);
        git.run("init", "-q");
        git.write(
                ".env.example",
                "OLD_TOKEN=your_token_here\nOLD_SECRET=your_secret_here\nLOG_LEVEL=info\nAPI_KEY=your_key_here\n");
        git.write("src/app.js", "start(process.env.OLD_TOKEN);\n");
        git.commit("main.tf", TERRAFORM);
        git.run("checkout", "-q", "-b", "change");
    }

    @Test
    void whatWasThereBeforeIsInTheSummaryOnly() throws IOException {
        Ran ran = check();

        assertThat(ran.exit()).isZero();
        assertThat(errors(ran)).isEmpty();
        assertThat(report(ran).path("setAside").get(0).path("by").asText()).isEqualTo("change");
        assertThat(Ran.in(repository, "check", "--offline", "--since", "main").out())
                .contains("not touched by the change (-v shows them)");
    }

    @Test
    void aChangeOfNothingIsSaidBecauseItSetsEverythingAside() {
        Ran same = Ran.in(repository, "check", "--offline", "--since", "HEAD");

        assertThat(same.err()).contains("nothing has changed since `HEAD`");
    }

    @Test
    void aNewNameClosesTheGateBeforeItIsCommitted() throws IOException {
        git.write(".env.example", Files.readString(repository.resolve(".env.example")) + "NEW_TOKEN=your_token_here\n");
        Ran before = check();
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "x");
        Ran after = check();

        assertThat(before.exit()).isEqualTo(1);
        assertThat(errors(before)).containsExactly("NEW_TOKEN");
        assertThat(errors(after)).containsExactly("NEW_TOKEN");
    }

    @Test
    void aLineThatIsTakenOutTouchesItsName() throws IOException {
        git.write(
                "main.tf",
                TERRAFORM.replace(
                        "        { name = \"API_KEY\", valueFrom = aws_secretsmanager_secret.api.arn },\n", ""));

        assertThat(errors(check())).contains("API_KEY");
    }

    @Test
    void aSwitchOfTerraformThatTakesANameAwayTouchesIt() throws IOException {
        git.run("checkout", "-q", "main");
        git.write("terraform.tfvars", "with_old = true\n");
        git.commit(
                "main.tf",
                """
                variable "with_old" {}

                locals {
                  old = [{ name = "OLD_SECRET", valueFrom = aws_secretsmanager_secret.api.arn }]
                }

                """
                        + TERRAFORM
                                .replace("secrets = [", "secrets = concat(var.with_old ? local.old : [], [")
                                .replace("    ]\n", "    ])\n"));
        git.run("checkout", "-q", "-B", "change");
        git.write("terraform.tfvars", "with_old = false\n");

        assertThat(errors(check())).contains("OLD_SECRET");
    }

    @Test
    void terraformOfAnotherRepositoryMayHaveChanged(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve(".git"));
        Files.writeString(other.resolve("main.tf"), TERRAFORM);

        assertThat(errors(check("--terraform", other.toString()))).contains("OLD_TOKEN");
    }

    @Test
    void aNewFileIsFoundHoweverDeepItLies() throws IOException {
        git.write("build/a/b/c/d/e/f/g/h/i/other.js", "sign(process.env.OLD_SECRET);\n");

        assertThat(errors(check())).containsExactly("OLD_SECRET");
    }

    @Test
    void moreFilesThanCanBeLookedAtAreMisuse() {
        git.write("src/other.js", "\n");

        assertThatThrownBy(() -> RepositoryWalk.everything(repository, 3))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("more than 3 files");
    }

    @Test
    void codeThatBeginsToReadANameTouchesIt() throws IOException {
        git.write("src/other.js", "sign(process.env.OLD_SECRET);\n");

        assertThat(errors(check())).containsExactly("OLD_SECRET");
    }

    @Test
    void aLineThatMovesOrEndsOtherwiseTouchesNothing() throws IOException {
        git.write(
                ".env.example",
                "API_KEY=your_key_here\r\nLOG_LEVEL=info\r\nOLD_SECRET=your_secret_here\r\n\r\nOLD_TOKEN=your_token_here\r\n");

        assertThat(errors(check())).isEmpty();
    }

    @Test
    void whatTheOtherBranchDidSinceIsNotPartOfTheChange() throws IOException {
        git.run("checkout", "-q", "main");
        git.commit(".env.example", "LOG_LEVEL=info\nOLD_SECRET=your_secret_here\n");
        git.run("checkout", "-q", "change");

        assertThat(errors(check())).isEmpty();
    }

    @Test
    void aRevisionThatIsNotThereIsMisuse() {
        Ran ran = Ran.in(repository, "check", "--offline", "--since", "origin/main");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no revision `origin/main`").contains("fetch-depth: 0");
    }

    private static final String TERRAFORM = """
            resource "aws_secretsmanager_secret" "api" {
              name = "api"
            }

            resource "aws_ecs_task_definition" "main" {
              family = "api"
              container_definitions = jsonencode([{
                name        = "api"
                environment = [{ name = "LOG_LEVEL", value = "info" }]
                secrets = [
                    { name = "API_KEY", valueFrom = aws_secretsmanager_secret.api.arn },
                ]
              }])
            }

            resource "aws_ecs_service" "main" {
              name            = "api"
              task_definition = aws_ecs_task_definition.main.arn
            }
            """;

    private Ran check(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("check", "--offline", "--since", "main", "--report", "json=-"));
        arguments.addAll(List.of(options));
        return Ran.in(repository, arguments.toArray(String[]::new));
    }

    private static List<String> errors(Ran ran) throws IOException {
        return StreamSupport.stream(report(ran).path("findings").spliterator(), false)
                .filter(each -> each.path("severity").asText().equals("error"))
                .map(each -> each.path("name").asText())
                .toList();
    }

    private static JsonNode report(Ran ran) throws IOException {
        return new JsonMapper().readTree(ran.out());
    }
}
