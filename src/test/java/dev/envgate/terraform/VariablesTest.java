package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Identity;
import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the root's variables: which one wins and what text means, as Terraform 1.11.4 has it. */
class VariablesTest {
    private static final Path RECORDED = Path.of("src/test/resources/terraform/variables");

    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void makeTheRoot() throws IOException {
        root = temporary.toRealPath();
        Files.writeString(root.resolve("main.tf"), """
                variable "stage" {
                  default = "none"
                }
                resource "aws_ecs_task_definition" "app" {
                  family                = "app"
                  container_definitions = jsonencode([{
                    name = "app", environment = [{ name = "STAGE", value = "${var.stage}/${terraform.workspace}/${var.generated}" }]
                  }])
                }
                """);
    }

    /** {@code recorded.json} comes from src/test/oracle/record-variables.sh. */
    @Test
    void everyValueIsTheOneThatTerraformHas() throws IOException {
        TerraformReader.Result result = TerraformReader.read(TerraformCasesTest.inputs(RECORDED));
        SourceFile file = new SourceFile("recorded.json", Files.readString(RECORDED.resolve("recorded.json")));
        Fields recorded = Fields.of(JsonText.read(Value.Str.of(file.text(), Origin.at(file.all()))));
        Map<String, String> expected = new TreeMap<>();
        recorded.names().forEach(name -> expected.put(name, recorded.text(name).orElseThrow()));

        assertThat(result.problems()).isEmpty();
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(values(result)).isEqualTo(expected);
    }

    @Test
    void theWorkspaceIsTheOneAskedForThenThatOfTheEnvironmentThenTheSelectedOne() throws IOException {
        Files.createDirectory(root.resolve(".terraform"));
        Files.writeString(root.resolve(".terraform/environment"), "selected\n");

        assertThat(stage(List.of(var("generated", "x")), Map.of("TF_WORKSPACE", "env"), "asked"))
                .isEqualTo("none/asked/x");
        assertThat(stage(List.of(var("generated", "x")), Map.of("TF_WORKSPACE", "env"), ""))
                .isEqualTo("none/env/x");
        assertThat(stage(List.of(var("generated", "x")), Map.of(), "")).isEqualTo("none/selected/x");
        Files.delete(root.resolve(".terraform/environment"));
        assertThat(stage(List.of(var("generated", "x")), Map.of(), "")).isEqualTo("none/default/x");
    }

    @Test
    void aVariableThatNothingDeclaresIsAProblemOnTheCommandLine() {
        TerraformReader.Result result = read(List.of(var("stgae", "x")), Map.of(), "");
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("There is no variable `stgae` in `.`.");
        assertThat(result.problems()).extracting(Problem::hint).containsExactly("Did you mean `stage`?");
    }

    @Test
    void aVariableThatIsUsedAndDeclaredNowhereMayBeGiven() {
        assertThat(read(List.of(var("generated", "x")), Map.of(), "").problems())
                .isEmpty();
    }

    @Test
    void aValueInAFileOrTheEnvironmentMayBeForNothing() throws IOException {
        Files.writeString(root.resolve("terraform.tfvars"), "other = 1\n");
        assertThat(read(List.of(), Map.of("TF_VAR_another", "x"), "").problems())
                .isEmpty();
    }

    private String stage(List<Inputs.Assignment> assignments, Map<String, String> environment, String workspace) {
        return String.valueOf(values(read(assignments, environment, workspace)).get("STAGE"));
    }

    private TerraformReader.Result read(
            List<Inputs.Assignment> assignments, Map<String, String> environment, String workspace) {
        return TerraformReader.read(new Inputs(
                root, new Directories(root, List.of(root)), assignments, environment, workspace, Identity.NONE));
    }

    private static Inputs.Assignment var(String name, String text) {
        return new Inputs.Assignment.Var(name, text);
    }

    private static Map<String, String> values(TerraformReader.Result result) {
        ContainerDefinition app =
                result.configuration().taskDefinitions().getFirst().containers().getFirst();
        Map<String, String> values = new TreeMap<>();
        app.entries().forEach(entry -> values.put(entry.name().text(), value(entry.given())));
        return values;
    }

    private static String value(Given given) {
        return given instanceof Given.Plain(HiddenValue.Known(String value)) ? value : given.toString();
    }
}
