package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.config.ConfigReader;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    @TempDir
    private Path repository;

    @BeforeEach
    void aRepository() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
    }

    @Test
    void anUnknownRepositoryHasAGateAfterOneCommand() throws IOException {
        write("api/.env.example", "API_TOKEN=your_token_here\n");
        write("worker/.env.example", "WORKER_TOKEN=your_token_here\n");
        write("infra/api/main.tf", terraform("shop-api"));
        write("infra/worker/main.tf", terraform("shop-worker"));
        Ran before = Ran.in(repository, "check", "--offline");
        Ran init = Ran.in(repository, "init");
        Ran after = Ran.in(repository, "check", "--offline");

        assertThat(before.exit()).isEqualTo(2);
        assertThat(before.err()).contains("`infra/api`, `infra/worker`").contains("`envgate init`");
        assertThat(init.exit()).isZero();
        assertThat(written()).contains("""
                services:
                  shop-api:
                    contract: api/.env.example
                    terraform: infra/api
                  shop-worker:
                    contract: worker/.env.example
                    terraform: infra/worker
                """);
        assertThat(after.exit()).isEqualTo(1);
        assertThat(after.out()).contains("API_TOKEN").contains("WORKER_TOKEN");
    }

    @Test
    void theContractOfAServiceIsTheOneThatDeclaresWhatItIsGiven() throws IOException {
        write(".env.flows.example", "FLOWS_TOKEN=your_token_here\nPORT=5678\n");
        write("backend/.env.staging.example", "PORT=8000\nLOG_LEVEL=info\n");
        write("backend/.env.example", "PORT=8000\nLOG_LEVEL=info\nAPI_TOKEN=your_token_here\n");
        write(
                "infra/main.tf",
                terraform("shop-api")
                        .replace("environment = [{", "environment = [{ name = \"PORT\", value = \"80\" }, {"));
        Ran.in(repository, "init");

        assertThat(written()).contains("contract: backend/.env.example");
    }

    @Test
    void runningItTwiceChangesNothing() throws IOException {
        write(".env.example", "LOG_LEVEL=info\n");
        write("main.tf", terraform("api"));
        Ran.in(repository, "init");
        String first = written();
        Ran again = Ran.in(repository, "init");

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing was changed");
        assertThat(written()).isEqualTo(first);
    }

    @Test
    void whatSomebodyWroteIsNotOverwritten() throws IOException {
        write("main.tf", terraform("api"));
        write("envgate.yml", "strict: true\n");
        Ran refused = Ran.in(repository, "init");
        String kept = written();
        Ran forced = Ran.in(repository, "init", "--force");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--force");
        assertThat(kept).isEqualTo("strict: true\n");
        assertThat(forced.exit()).isZero();
        assertThat(written()).contains("services:");
    }

    @Test
    void aRootForEachEnvironmentIsOneServiceInSeveral() throws IOException {
        write(".env.example", "LOG_LEVEL=info\n");
        write("infra/staging/main.tf", terraform("api"));
        write("infra/prod/main.tf", terraform("api"));
        Ran init = Ran.in(repository, "init");

        assertThat(init.out()).contains("environment  production").contains("environment  staging");
        assertThat(written()).contains("""
                  api:
                    contract: .env.example
                    environments:
                      production:
                        terraform: infra/prod
                      staging:
                        terraform: infra/staging
                """);
        assertThat(Ran.in(repository, "check", "--offline").out())
                .contains("api (production)")
                .contains("api (staging)");
    }

    @Test
    void aFileOfVariablesForEachEnvironmentIsOneToo() throws IOException {
        write(".env.example", "LOG_LEVEL=info\n");
        write("infra/main.tf", terraform("api"));
        write("infra/terraform.tfvars", "");
        write("infra/test/backend.tfvars", "");
        write("infra/dns/main.tf", "");
        write("infra/dns/qa.tfvars", "");
        write("infra/env/staging.tfvars", "");
        write("infra/env/production.tfvars", "");
        Ran.in(repository, "init");

        assertThat(written())
                .contains("        var-files: infra/env/production.tfvars\n")
                .contains("        var-files: infra/env/staging.tfvars\n")
                .doesNotContain("terraform.tfvars", "backend.tfvars", "qa.tfvars");
    }

    @Test
    void servicesThatAreCalledAfterTheirEnvironmentAreAskedForByTheirNamesInEach() throws IOException {
        write("api/.env.example", "LOG_LEVEL=info\n");
        write("infra/main.tf", "variable \"env\" {\n  default = \"dev\"\n}\n" + terraform("shop-${var.env}-api"));
        write(
                "infra/more.tf",
                terraform("shop-${var.env}-worker")
                        .replace("\"main\"", "\"more\"")
                        .replace(".main.", ".more."));
        write("infra/env/dev.tfvars", "env = \"dev\"\n");
        write("infra/env/prod.tfvars", "env = \"prod\"\n");
        Ran.in(repository, "init");
        Ran check = Ran.in(repository, "check", "--offline");

        assertThat(written())
                .contains("  shop-api:\n")
                .contains("        service: shop-prod-api\n")
                .contains("        service: shop-dev-worker\n");
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("4 services");
    }

    @Test
    void whatCouldNotBeFoundIsLeftToDo() throws IOException {
        write("main.tf", terraform("api"));
        Ran init = Ran.in(repository, "init");

        assertThat(init.out()).contains("to do\n  `api`: contract: name the file that declares its variables");
        assertThat(written()).contains("# contract: name the file");
    }

    @Test
    void whereThereIsNothingToConfigureNothingIsWritten() {
        Ran init = Ran.in(repository, "init");

        assertThat(init.exit()).isEqualTo(2);
        assertThat(repository.resolve("envgate.yml")).doesNotExist();
    }

    @Test
    void whatIsWrittenCanBeReadWhateverThingsAreCalled() throws IOException {
        write("it's #1: \"best\"/.env.example", "LOG_LEVEL=info\n");
        write("it's #1: \"best\"/main.tf", terraform("true"));
        write("yes/main.tf", terraform("api-${var.env}"));
        write("yes/.env.example", "LOG_LEVEL=info\n");
        Ran init = Ran.in(repository, "init");

        assertThat(init.exit()).isZero();
        assertThat(ConfigReader.read(new SourceFile("envgate.yml", written())).problems())
                .isEmpty();
    }

    @Test
    void theSchemaThatTheFileNamesIsThere() throws IOException {
        write("main.tf", terraform("api"));
        Ran.in(repository, "init");

        assertThat(written()).startsWith("# yaml-language-server: $schema=.envgate/envgate.schema.json\n");
        assertThat(Files.readString(repository.resolve(".envgate/envgate.schema.json")))
                .isEqualTo(Files.readString(Path.of("docs/schema/envgate.json")));
    }

    @Test
    void aRepositoryOnGithubGetsAWorkflow() throws IOException {
        write("main.tf", terraform("api"));
        write(".git/config", "[remote \"origin\"]\n\turl = git@github.com:team/shop.git\n");
        write(".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/trunk\n");
        Ran init = Ran.in(repository, "init");
        String first = workflow();
        Ran again = Ran.in(repository, "init");

        assertThat(init.out()).contains("envgate iam-policy --format terraform", "ENVGATE_ROLE_ARN", "OWNER");
        assertThat(first)
                .contains("branches: [trunk]", "id-token: write", "${{ vars.ENVGATE_ROLE_ARN }}")
                .doesNotContain("@BRANCH@");
        assertThat(again.out()).contains(".github/workflows/envgate.yml is as it would be written");
        assertThat(workflow()).isEqualTo(first);
    }

    @Test
    void aWorkflowThatSomebodyChangedIsLeftAlone() throws IOException {
        write("main.tf", terraform("api"));
        write(".github/workflows/envgate.yml", "name: ours\n");
        Ran init = Ran.in(repository, "init");
        String kept = workflow();
        Ran.in(repository, "init", "--force");

        assertThat(init.exit()).isZero();
        assertThat(init.out()).contains("was left alone");
        assertThat(kept).isEqualTo("name: ours\n");
        assertThat(workflow()).contains("envgate");
    }

    @Test
    void elsewhereNoWorkflowIsWritten() throws IOException {
        write("main.tf", terraform("api"));
        Ran init = Ran.in(repository, "init");

        assertThat(init.out()).contains("Put `envgate check` into your pipeline");
        assertThat(repository.resolve(".github")).doesNotExist();
    }

    @Test
    void aPushIsGuardedUnlessSomethingElseLooksAfterHooks() throws IOException {
        write("main.tf", terraform("api"));
        write(".pre-commit-config.yaml", "repos: []\n");
        Ran told = Ran.in(repository, "init");
        boolean before = Files.exists(repository.resolve(".git/hooks/pre-push"));
        Files.delete(repository.resolve(".pre-commit-config.yaml"));
        Ran.in(repository, "init", "--no-hook");
        boolean declined = Files.exists(repository.resolve(".git/hooks/pre-push"));
        Ran.in(repository, "init");

        assertThat(told.out()).contains("add the hook `envgate` to .pre-commit-config.yaml");
        assertThat(before).isFalse();
        assertThat(declined).isFalse();
        assertThat(repository.resolve(".git/hooks/pre-push")).isExecutable();
    }

    private String workflow() throws IOException {
        return Files.readString(repository.resolve(".github/workflows/envgate.yml"));
    }

    private String written() throws IOException {
        return Files.readString(repository.resolve("envgate.yml"));
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String terraform(String name) {
        return """
                resource "aws_ecs_task_definition" "main" {
                  family = "NAME"
                  container_definitions = jsonencode([{
                    name        = "main"
                    environment = [{ name = "LOG_LEVEL", value = "info" }]
                  }])
                }

                resource "aws_ecs_service" "main" {
                  name            = "NAME"
                  task_definition = aws_ecs_task_definition.main.arn
                }
                """.replace("NAME", name);
    }
}
