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
    private static final String DEFINES = "resource \"aws_ecs_task_definition\" \"x\" {}\n";

    @TempDir
    private Path temporary;

    private Path repository;

    @BeforeEach
    void makeTheRepository() throws IOException {
        repository = temporary.toRealPath();
        Files.createDirectory(repository.resolve(".git"));
    }

    @Test
    void aModuleThatAnotherDirectoryCallsIsNoRoot() throws IOException {
        write("modules/api/main.tf", DEFINES);
        write("live/main.tf", "module \"api\" {\n  source = \"../modules/api\"\n}\n");
        write("network/main.tf", "resource \"aws_vpc\" \"x\" {}\n");

        assertThat(found()).containsExactly("live");
    }

    @Test
    void unitsOfTerragruntAreRootsAndTheirModulesAreNot() throws IOException {
        write("modules/api/main.tf", DEFINES);
        write("modules/vpc/main.tf", "resource \"aws_vpc\" \"x\" {}\n");
        write("live/prod/api/terragrunt.hcl", "terraform {\n  source = \"${get_repo_root()}//modules/api\"\n}\n");
        write("live/stage/api/terragrunt.hcl", "terraform {\n  source = \"../../../modules//api\"\n}\n");
        write(
                "live/dev/api/terragrunt.hcl",
                "terraform {\n  source = \"${get_terragrunt_dir()}/../../../modules//api\"\n}\n");
        write("live/prod/vpc/terragrunt.hcl", "terraform {\n  source = \"../../../modules//vpc\"\n}\n");

        assertThat(found()).containsExactly("live/dev/api", "live/prod/api", "live/stage/api");
    }

    @Test
    void examplesAndWhatToolsMakeArePassedOver() throws IOException {
        write("main.tf", DEFINES);
        for (String folder :
                List.of("examples/one", ".terraform/modules/x", ".terragrunt-cache/a/b", "node_modules/x")) {
            write(folder + "/main.tf", DEFINES);
        }

        assertThat(found()).containsExactly("");
    }

    private List<String> found() {
        return Roots.below(repository).stream()
                .map(each -> repository.relativize(each).toString())
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
