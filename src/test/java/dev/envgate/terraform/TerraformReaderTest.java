package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Identity;
import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformReaderTest {
    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void makeTheRoot() throws IOException {
        root = temporary.toRealPath();
    }

    @Test
    void aDirectoryThatIsNotThereIsAProblem() {
        assertThat(problems(Inputs.of(root.resolve("nowhere"), workspace())))
                .singleElement()
                .asString()
                .contains("No Terraform can be read:")
                .contains("there is no such file or directory");
    }

    @Test
    void aFileForADirectoryIsAProblem() throws IOException {
        Files.writeString(root.resolve("main.tf"), "");
        assertThat(problems(Inputs.of(root.resolve("main.tf"), workspace())))
                .singleElement()
                .asString()
                .contains("it is not a directory");
    }

    @Test
    void aDirectoryWithoutTerraformIsAProblem() {
        assertThat(problems(Inputs.of(root, workspace())))
                .singleElement()
                .asString()
                .contains("there are no Terraform files");
    }

    @Test
    void emptyFilesConfigureNothing() throws IOException {
        Files.writeString(root.resolve("main.tf"), "");
        TerraformReader.Result result = TerraformReader.read(Inputs.of(root, workspace()));
        assertThat(result.problems()).isEmpty();
        assertThat(result.configuration().taskDefinitions()).isEmpty();
    }

    @Test
    void binaryAndWronglyEncodedFilesAreProblems() throws IOException {
        Files.write(root.resolve("binary.tf"), new byte[] {'a', 0, 'b'});
        Files.write(root.resolve("latin.tf"), new byte[] {'a', ' ', (byte) 0xE9, '\n'});
        Files.createDirectory(root.resolve("directory.tf"));
        assertThat(problems(Inputs.of(root, workspace())))
                .containsExactly(
                        "`binary.tf` cannot be read: it is not text: there is a NUL byte at line 1, column 2.",
                        "`latin.tf` cannot be read: it is not UTF-8: there is an invalid byte at line 1, column 3.");
    }

    @Test
    void aVarFileThatIsNotThereIsAProblem() throws IOException {
        Files.writeString(root.resolve("main.tf"), "");
        assertThat(problems(inputs(new Inputs.Assignment.VarFile(root.resolve("prod.tfvars")))))
                .containsExactly("`prod.tfvars` cannot be read: there is no such file or directory.");
    }

    @Test
    void aVarFileWithBlocksOrErrorsIsAProblem() throws IOException {
        Files.writeString(root.resolve("main.tf"), "");
        Files.writeString(root.resolve("blocks.tfvars"), "variable \"x\" {\n}\n");
        Files.writeString(root.resolve("broken.tfvars"), "x = \n");
        assertThat(problems(inputs(new Inputs.Assignment.VarFile(root.resolve("blocks.tfvars")))))
                .containsExactly("A file of values holds `name = value` lines, and this is a block.");
        assertThat(problems(inputs(new Inputs.Assignment.VarFile(root.resolve("broken.tfvars")))))
                .hasSize(1);
    }

    @Test
    void aValueThatIsNoExpressionIsAProblemThatDoesNotShowIt() throws IOException {
        Files.writeString(root.resolve("main.tf"), """
                variable "names" {
                  type = list(string)
                }
                resource "aws_ecs_task_definition" "api" {
                  family                = "api"
                  container_definitions = jsonencode([{ name = "api", environment = [for n in var.names : { name = n, value = "1" }] }])
                }
                """);
        assertThat(problems(inputs(new Inputs.Assignment.Var("names", "[hunter2"))))
                .isNotEmpty()
                .noneMatch(message -> message.contains("hunter2"));
    }

    @Test
    void noTypeShowsAValue() throws IOException {
        Files.writeString(root.resolve("main.tf"), """
                variable "password" {
                  default = "hunter2"
                }
                resource "aws_ecs_task_definition" "api" {
                  family                = "api"
                  container_definitions = jsonencode([{ name = "api", environment = [{ name = "PASSWORD", value = var.password }] }])
                }
                """);
        TerraformReader.Result result = TerraformReader.read(Inputs.of(root, workspace()));
        assertThat(result.toString()).contains("PASSWORD").doesNotContain("hunter2");
        assertThat(inputs(new Inputs.Assignment.Var("password", "hunter2")))
                .asString()
                .doesNotContain("hunter2");
        assertThat(new Inputs.Assignment.Var("password", "hunter2")).asString().doesNotContain("hunter2");
        assertThat(new Inputs(root, workspace(), List.of(), Map.of("TF_VAR_x", "hunter2"), "default", Identity.NONE))
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void aCommentMayHoldBytesThatAreNoUtf8AndNothingElseMay() throws IOException {
        byte[] latin = "# f\u00fcr\nresource \"aws_ecs_task_definition\" \"api\" {\n family = \"api\"\n}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(root.resolve("main.tf"), latin);
        TerraformReader.Result result = TerraformReader.read(Inputs.of(root, workspace()));
        assertThat(result.problems()).isEmpty();
        assertThat(result.configuration().taskDefinitions()).hasSize(1);

        Files.write(root.resolve("main.tf"), "a = \"f\u00fcr\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(Inputs.of(root, workspace())))
                .containsExactly(
                        "`main.tf` cannot be read: it is not UTF-8: there is an invalid byte at line 1, column 7.");
    }

    private Directories workspace() {
        return new Directories(root, List.of(root));
    }

    private Inputs inputs(Inputs.Assignment assignment) {
        return new Inputs(root, workspace(), List.of(assignment), Map.of(), "default", Identity.NONE);
    }

    private static List<String> problems(Inputs inputs) {
        return TerraformReader.read(inputs).problems().stream()
                .map(Problem::message)
                .toList();
    }
}
