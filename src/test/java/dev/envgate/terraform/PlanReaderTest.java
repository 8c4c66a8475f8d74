package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that Terraform 1.11.4 made with the AWS provider 5.100.0, recorded by src/test/oracle/record-plans.sh. */
class PlanReaderTest {
    private static final Path PLANS = Path.of("src/test/resources/terraform-plans");

    @ParameterizedTest
    @ValueSource(strings = {"create", "update"})
    void aPlanByItselfComesOutAsExpected(String name) throws IOException {
        assertExpected(name + ".txt", PlanReader.read(plan(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update"})
    void aPlanWithItsFilesHasTheirLines(String name) throws IOException {
        assertExpected(name + "-with-files.txt", PlanReader.read(plan(name), files()));
    }

    @Test
    void noSecretShowsInWhatIsSaidOfAPlan() throws IOException {
        assertThat(PlanReader.read(plan("update")).toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is no JSON",
                "{\"format_version\": |is no JSON",
                "[]|holds no JSON object",
                "{\"planned_values\": {}}|is neither a plan nor a state",
                "{\"format_version\": \"2.0\", \"planned_values\": {}}|has the format version `2.0`, and 1 is read",
                "{\"format_version\": \"1.2\", \"errored\": true}|is a plan that ended with an error",
                "{\"format_version\": \"1.0\", \"values\": {}}|is a state, and not what Terraform planned",
                "{\"version\": 4, \"lineage\": \"x\", \"resources\": []}|is a state, and not what Terraform planned",
                "{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}|is the log of a run with `-json`",
                "{\"meta\": {}, \"encrypted_data\": \"x\"}|is encrypted"
            })
    void whatIsNoPlanIsRefusedWithTheReason(String text, String why) {
        Problem problem =
                PlanReader.read(new SourceFile("plan.json", text)).problems().getFirst();
        assertThat(problem.message()).contains(why).endsWith(".");
        assertThat(problem.hint()).isNotEmpty();
    }

    @Test
    void aStateInThePlaceOfAPlanNamesTheOptionForStates() throws IOException {
        assertThat(PlanReader.read(plan("state")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("`--state`"));
    }

    @Test
    void aPlanThatLeavesPartsOutMayHoldMore() {
        TerraformReader.Result result = PlanReader.read(new SourceFile(
                "plan.json", "{\"format_version\": \"1.2\", \"complete\": false, \"planned_values\": {}}"));
        assertThat(result.configuration().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("`-target`"));
    }

    private static Inputs files() {
        return Inputs.of(PLANS.resolve("root"), new Directories(Path.of(""), List.of(PLANS)));
    }

    private static SourceFile plan(String name) throws IOException {
        return new SourceFile(name + ".json", Files.readString(PLANS.resolve(name + ".json")));
    }

    private static void assertExpected(String file, TerraformReader.Result result) throws IOException {
        String actual = Description.of(result.configuration(), result.problems(), PLANS + "/");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PLANS.resolve(file), actual);
        }
        assertThat(actual).isEqualTo(Files.readString(PLANS.resolve(file)));
    }
}
