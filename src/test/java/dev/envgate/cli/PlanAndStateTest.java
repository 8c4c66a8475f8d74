package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --plan} and {@code --state}, with what Terraform wrote; the values planted there must not show. */
class PlanAndStateTest {
    private static final Path RECORDED = Path.of("src/test/resources/terraform-plans");

    @TempDir
    private Path directory;

    @BeforeEach
    void aRepository() throws IOException {
        write(".env.example", "STAGE=prod\nEXTRA=1\nSESSION=your_key_here\nNOWHERE=your_key_here\n");
        for (String file : List.of("main.tf", "service/main.tf", "run/main.tf")) {
            write("infra/" + file, Files.readString(RECORDED.resolve("root").resolve(file)));
        }
        for (String file : List.of("create.json", "update.json", "state.json", "terraform.tfstate")) {
            write(file, Files.readString(RECORDED.resolve(file)));
        }
        write("one-line.json", Files.readString(RECORDED.resolve("update.json")).replaceAll("\n *", " "));
    }

    @Test
    void aPlanSaysWhatIsConfigured() {
        Ran ran = run("show", "configured", "--plan", "update.json");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("EXTRA").contains("update.json:507");
    }

    @Test
    void withTheFilesItHasTheirLines() {
        Ran ran = run("show", "configured", "--plan", "update.json", "--terraform", "infra");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("EXTRA").contains("infra/main.tf:66").doesNotContain("update.json:507");
    }

    @Test
    void whatIsKnownOnlyAfterApplyIsNotVerifiedAndNeverMissing() {
        Ran ran = run("check", "--offline", "--require-verified", "--service", "api", "--plan", "create.json");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
        assertThat(ran.all()).contains("known only after apply").doesNotContain("error[");
    }

    @Test
    void aNameThatIsNotInThePlanIsMissed() {
        Ran ran = run("check", "--offline", "--service", "api", "--plan", "update.json");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
        assertThat(ran.all()).contains("error[not-configured] NOWHERE").doesNotContain("error[not-configured] SESSION");
    }

    @Test
    void aStateResolvesAReference() {
        List<String> show =
                List.of("show", "configured", "--format", "json", "--terraform", "infra", "--var", "stage=prod");

        assertThat(run(show).out()).contains("${aws_secretsmanager_secret.session.arn}");
        assertThat(run(with(show, "--state", "terraform.tfstate")).out())
                .contains("secret:shop-session-")
                .doesNotContain("${aws_secretsmanager_secret.session.arn}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--plan create.json",
                "--plan update.json",
                "--plan one-line.json",
                "--plan update.json --terraform infra",
                "--terraform infra --state terraform.tfstate",
                "--terraform infra --state state.json"
            })
    void noCommandShowsAValue(String inputs) {
        for (String command : List.of(
                "check --offline -v --strict --service api",
                "check --offline --service sealed --strict --report json=-",
                "show configured",
                "show configured --format json",
                "explain STAGE --offline --service api",
                "explain PASSWORD --offline --service sealed")) {
            Ran ran = run(List.of((command + " " + inputs).split(" ", -1)));

            assertThat(ran.exit()).as(ran.all()).isNotEqualTo(70);
            assertThat(ran.all()).as(command).isNotEmpty().doesNotContain("hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--plan nowhere.json|nowhere.json|terraform show -json",
                "--plan binary.plan|it is not text|terraform show -json",
                "--plan state.json|is a state|--state",
                "--plan terraform.tfstate|is a state|--state",
                "--plan broken.json|broken.json:2:|terraform show -json",
                "--plan update.json --task-definition td.json|both say what is configured|one of the two",
                "--plan update.json --state state.json|are not read|leave it out",
                "--state create.json --terraform infra|is a plan|--plan",
                "--state nowhere.tfstate --terraform infra|nowhere.tfstate|terraform state pull",
                "--state binary.plan --terraform infra|it is not text|terraform state pull",
                "--state .env.example --terraform infra|.env.example|terraform.tfstate"
            })
    void badInputIsRefusedWithWhatToDo(String line) throws IOException {
        Files.write(directory.resolve("binary.plan"), new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff});
        write("broken.json", "{\"format_version\": \"1.2\",\n oops}");
        String[] parts = line.split("[|]", -1);
        Ran ran = run(with(List.of("show", "configured"), parts[0].split(" ", -1)));

        assertThat(ran.exit()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains(parts[1]).contains("next: ").contains(parts[2]);
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private Ran run(String... arguments) {
        return Ran.in(directory, arguments);
    }

    private Ran run(List<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
