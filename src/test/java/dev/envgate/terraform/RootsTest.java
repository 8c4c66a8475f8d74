package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {
    private static final String TASK = "resource \"aws_ecs_task_definition\" \"x\" {\n}\n";

    @TempDir
    private Path temporary;

    private Path repository;

    @BeforeEach
    void makeTheRepository() throws IOException {
        repository = temporary.toRealPath();
    }

    @Test
    void aDirectoryWithATaskDefinitionIsARoot() throws IOException {
        write("infra/main.tf", TASK);
        write("network/main.tf", "resource \"aws_vpc\" \"x\" {\n}\n");
        assertThat(found()).containsExactly("infra");
    }

    @Test
    void severalRootsAreAllFoundInOrder() throws IOException {
        write("prod/main.tf", TASK);
        write("dev/main.tf", TASK);
        write(".infra/main.tf", TASK);
        assertThat(found()).containsExactly(".infra", "dev", "prod");
    }

    @Test
    void whatIsUsedAsAModuleIsNoRootAndWhatUsesItIs() throws IOException {
        write("modules/task/main.tf", TASK);
        write("modules/service/main.tf", "module \"task\" {\n  source = \"../task\"\n}\n");
        write("live/prod/main.tf", "module \"api\" {\n  source     = \"../../modules/service\"\n}\n");
        assertThat(found()).containsExactly("live/prod");
    }

    @Test
    void everySpellingOfTerraformCounts() throws IOException {
        write("json/main.tf.json", "{\"resource\": {\"aws_ecs_task_definition\": {\"x\": {}}}}");
        write("tofu/main.tofu", TASK);
        write("tofujson/main.tofu.json", "{\"module\": {\"a\": {\"source\": \"../shared\"}}}");
        write("shared/main.tf", TASK);
        write("bare/main.tf", "resource aws_ecs_task_definition x {}\n");
        assertThat(found()).containsExactly("bare", "json", "tofu", "tofujson");
    }

    @Test
    void commentsDoNotCount() throws IOException {
        write("a/main.tf", "# " + TASK.replace("\n", "\n# "));
        write("b/main.tf", "/*\n" + TASK + "*/\n// resource \"aws_ecs_task_definition\" \"y\" {}\n");
        write("c/main.tf", TASK + "# module \"d\" { source = \"../d\" }\n");
        write("d/main.tf", "locals {\n  url = \"http://x\"\n}\n" + TASK);
        assertThat(found()).containsExactly("c", "d");
    }

    @Test
    void aCommentHidesNothingBehindIt() throws IOException {
        write("sharp/main.tf", "#\n# Tasks\n#\n" + TASK);
        write("slashes/main.tf", "//\n" + TASK);
        write("stars/main.tf", "/**/\n" + TASK + "/* the end");
        write("glob/main.tf", "locals {\n  path = \"${local.paths[\"a/*\"]}\"\n}\n" + TASK);
        assertThat(found()).containsExactly("glob", "sharp", "slashes", "stars");
    }

    @Test
    void whatIsOnlyMentionedDoesNotCount() throws IOException {
        write("data/main.tf", "data \"aws_ecs_task_definition\" \"x\" {\n  task_definition = \"api\"\n}\n");
        write("old/main.tf.disabled", TASK);
        write("old/.main.tf", TASK);
        assertThat(found()).isEmpty();
    }

    @Test
    void aPublicModuleCountsWhenItIsGivenWhatContainersAreGiven() throws IOException {
        write("service/main.tf", """
                module "api" {
                  source      = "cn-terraform/ecs-fargate-service/aws"
                  environment = [{ name = "A", value = "1" }]
                }
                """);
        write("cluster/main.tf", """
                module "cluster" {
                  source       = "terraform-aws-modules/ecs/aws//modules/cluster"
                  cluster_name = "shop"
                }
                """);
        assertThat(found()).containsExactly("service");
    }

    @Test
    void aModuleFromElsewhereCountsByWhatItIsGivenWhateverItIsCalled() throws IOException {
        write("api/main.tf", """
                module "service" {
                  source                = "github.com/acme/platform//modules/service?ref=1"
                  container_environment = [{ name = "A", value = "1" }]
                  desired_count         = 2
                }
                """);
        write("lambda/main.tf", """
                module "function" {
                  source      = "terraform-aws-modules/lambda/aws"
                  environment = { A = "1" }
                }
                """);
        assertThat(found()).containsExactly("api");
    }

    @Test
    void aDirectoryCalledTestIsARootBesideOtherEnvironments() throws IOException {
        write("live/test/main.tf", TASK);
        write("live/prod/main.tf", TASK);
        write("module/test/main.tf", TASK);
        write("module/src/main.tf", TASK);
        assertThat(found()).containsExactly("live/prod", "live/test", "module/src");
    }

    @Test
    void whatOthersPutThereIsPassedOver() throws IOException {
        for (String folder : List.of(
                ".terraform/modules/x", "vendor/x", "node_modules/x", "examples/x", "tests", "a/.terragrunt-cache/x")) {
            write(folder + "/main.tf", TASK);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void unitsOfTerragruntAreRootsAndTheirModulesAreNot() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        write("modules/api/main.tf", TASK);
        write("modules/vpc/main.tf", "resource \"aws_vpc\" \"x\" {}\n");
        write("live/prod/api/terragrunt.hcl", "terraform {\n  source = \"${get_repo_root()}//modules/api\"\n}\n");
        write("live/stage/api/terragrunt.hcl", "terraform {\n  source = \"../../../modules//api\"\n}\n");
        write(
                "live/dev/api/terragrunt.hcl",
                "terraform {\n  source = \"${get_terragrunt_dir()}/../../../modules//api\"\n}\n");
        write("live/prod/vpc/terragrunt.hcl", "terraform {\n  source = \"../../../modules//vpc\"\n}\n");
        assertThat(found()).containsExactly("live/dev/api", "live/prod/api", "live/stage/api");
    }

    private List<String> found() {
        return Roots.below(repository).roots().stream()
                .map(root -> repository.relativize(root).toString())
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }
}
