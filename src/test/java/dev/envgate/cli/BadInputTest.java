package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad input ends with 2 and a message that says which file, what is wrong, and what to do. */
class BadInputTest {
    private static final String SERVICE = """
            resource "aws_ecs_task_definition" "%1$s" {
              family                = "%1$s"
              container_definitions = jsonencode([{ name = "%1$s" }])
            }
            resource "aws_ecs_service" "%1$s" {
              name            = "%1$s"
              cluster         = "main"
              task_definition = aws_ecs_task_definition.%1$s.arn
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void aGoodRepository() throws IOException {
        write(".env.example", "PORT=80\n");
        write("main.tf", SERVICE.formatted("web"));
    }

    @Test
    void aContractThatIsNotThere() {
        assertRefused("nowhere.env", "--env-file", "nowhere.env");
    }

    @Test
    void aDirectoryInsteadOfAContract() throws IOException {
        Files.createDirectory(directory.resolve("folder"));

        assertRefused("`folder` cannot be read", "--env-file", "folder");
    }

    @Test
    void aReportNeverSaysOpenBesideAContractThatCannotBeRead() throws IOException {
        write(".env.example", "PORT=80\nnot a line\n");

        Ran ran = Ran.in(directory, "check", "--offline");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("envgate: closed").contains("error[env-syntax]", ".env.example:2:1");
        assertThat(Ran.in(directory, "check", "--offline", "--report", "json=-").out())
                .contains("\"verdict\" : \"fail\"");
    }

    @Test
    void aLineWhoseNameCanBeReadDoesNotCloseTheGate() throws IOException {
        write(".env.example", "PORT=80\nGREETING=\"hello\nCITY=${A\n");

        Ran ran = Ran.in(directory, "check", "--offline", "-v");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out())
                .contains("warning[env-syntax] GREETING", "warning[env-syntax] CITY")
                .doesNotContain("further names");
    }

    @Test
    void nothingOfALineThatCannotBeReadIsShown() throws IOException {
        write(".env.example", "PORT=80\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC+hunter2\nTOKEN KEY=hunter2\nhunter2\n");

        for (String format : List.of("text", "json", "sarif", "markdown", "github", "gitlab", "junit", "tap")) {
            Ran ran = Ran.in(directory, "check", "--offline", "--report", format + "=-");

            assertThat(ran.all()).as(format).contains("env-syntax").doesNotContain("hunter2", "MIIE");
        }
    }

    @Test
    void aBaselineThatKnowsTwoUnreadableLinesSpeaksUpForAThird() throws IOException {
        write(".env.example", "PORT=80\nnot a line\nnor this\n");
        Ran.in(directory, "check", "--offline", "--write-baseline", "known.json");

        assertThat(Ran.in(directory, "check", "--offline", "--baseline", "known.json")
                        .exit())
                .isZero();
        write(".env.example", "not a line\nPORT=80\nnor this\nlet alone this\n");
        assertThat(Ran.in(directory, "check", "--offline", "--baseline", "known.json")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void noNameCountsAsUndeclaredWhileALineOfTheContractCannotBeRead() throws IOException {
        write(".env.example", "not a line\n");
        write(
                "main.tf",
                SERVICE.formatted("web")
                        .replace(
                                "name = \"web\"",
                                "name = \"web\", environment = [{ name = \"PORT\", value = \"1\" }]"));

        Ran ran = Ran.in(directory, "check", "--offline", "-v");

        assertThat(ran.out()).contains("further names").doesNotContain("[undeclared]");
        write(".env.example", "OTHER=1\n");
        assertThat(Ran.in(directory, "check", "--offline", "-v").out()).contains("[undeclared]");
    }

    @Test
    void aReportNeverSaysOpenBesideAServiceThatCannotBeRead() throws IOException {
        write("envgate.yml", "services:\n  web:\n    service: web\n  api:\n    service: api\n");

        Ran ran = Ran.in(directory, "check", "--offline");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).startsWith("envgate: could not verify").contains("no ECS service `api`");
    }

    @Test
    void aTerraformDirectoryThatIsNotThere() {
        assertRefused("`nowhere` is not a directory", "--terraform", "nowhere");
    }

    @Test
    void aFileInsteadOfATerraformDirectory() {
        assertRefused("`main.tf` is not a directory", "--terraform", "main.tf");
    }

    @Test
    void aBinaryContract() throws IOException {
        Files.write(directory.resolve(".env.example"), new byte[] {'A', '=', 0, 1, 2, (byte) 0xff});

        assertRefused(".env.example");
    }

    @Test
    void aBinaryTerraformFile() throws IOException {
        Files.write(directory.resolve("b.tf"), new byte[] {'a', 0, 1, 2, (byte) 0xff});

        assertRefused("b.tf");
    }

    @Test
    void aTerraformFileOfAHundredMegabytes() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("huge.tf").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertRefused("huge.tf");
    }

    @Test
    void aContractOfAHundredMegabytes() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("huge.env").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertRefused("huge.env", "--env-file", "huge.env");
    }

    @Test
    void deepNesting() throws IOException {
        write("deep.tf", "locals {\n  a = " + "[".repeat(100_000) + "]".repeat(100_000) + "\n}\n");

        assertRefused("deep.tf:2:");
    }

    @Test
    void aSymbolicLinkToItself() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop.tf"), directory.resolve("loop.tf"));

        assertRefused("loop.tf");
    }

    @Test
    void aSymbolicLinkOutOfTheRepository(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("outside.tf"), "locals {}\n");
        Files.createSymbolicLink(directory.resolve("link.tf"), elsewhere.resolve("outside.tf"));

        assertRefused("link.tf");
    }

    @Test
    void aSyntaxErrorOfTerraformWithItsLine() throws IOException {
        write("broken.tf", "locals {\n  a = [1, 2\n}\n");

        assertRefused("broken.tf:");
    }

    @Test
    void everySyntaxErrorOfEveryFileIsShown() throws IOException {
        write("broken.tf", "locals {\n  a = \n}\n");
        write("other.tf", "resource \"x\" {\n");

        assertThat(assertRefused("broken.tf:2").err()).contains("other.tf:");
    }

    @Test
    void noTaskDefinition() throws IOException {
        write("main.tf", "locals {}\n");

        assertRefused("No ECS task definition was found", "--terraform", ".");
    }

    @Test
    void noTerraformAtAll() throws IOException {
        Files.delete(directory.resolve("main.tf"));

        assertRefused("No Terraform that defines an ECS task definition");
    }

    @Test
    void twoServicesAndNoChoice() throws IOException {
        write("other.tf", SERVICE.formatted("worker"));

        Ran ran = assertRefused("There is more than one ECS service: `web`, `worker`.");
        assertThat(ran.err()).contains("--service");
        assertThat(Ran.in(directory, "check", "--offline", "--service", "worker")
                        .exit())
                .isZero();
    }

    @Test
    void twoTaskDefinitionsWithoutAService() throws IOException {
        write(
                "main.tf",
                (SERVICE.formatted("a") + SERVICE.formatted("b"))
                        .replaceAll("(?s)resource \"aws_ecs_service\".*?\n}\n", ""));

        assertRefused("`a`, `b`");
    }

    @Test
    void aServiceThatTerraformDoesNotHave() {
        Ran ran = Ran.in(directory, "check", "--offline", "--service", "wbe");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains("`wbe`").contains("`web`");
    }

    @Test
    void aContainerThatIsNotThere() {
        assertRefused("`wbe`", "--container", "wbe");
    }

    @Test
    void aDeployedFileThatIsNoTaskDefinition() throws IOException {
        write("live.json", "{\"services\": []}");

        assertRefused("live.json", "--deployed", "live.json");
    }

    @Test
    void aDeployedFileOfAnotherFamily() throws IOException {
        write("live.json", "{\"family\": \"other\", \"revision\": 1, \"containerDefinitions\": []}");

        assertRefused("`other`", "--deployed", "live.json");
    }

    @Test
    void aDeployedFileThatIsNoJson() throws IOException {
        write("live.json", "{\"family\": \"web\",\n oops}");

        assertRefused("live.json:2:", "--deployed", "live.json");
    }

    @Test
    void aReportFormatThatDoesNotExist() {
        assertRefused("`yaml`", "--report", "yaml=-");
    }

    @Test
    void aReportThatCannotBeWritten() {
        assertRefused("nowhere/report.json", "--report", "json=nowhere/report.json");
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void anOptionWithATypingMistake() {
        assertRefused("--strict", "--stric");
    }

    @Test
    void aVariableWithoutAValue() {
        assertRefused("--var", "--var", "x");
    }

    @Test
    void anEndpointThatIsNoAddress() {
        assertRefused("--endpoint-url", "--endpoint-url", "localhost");
    }

    private Ran assertRefused(String message, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "check";
        all[1] = "--offline";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Ran ran = Ran.in(directory, all);
        assertThat(ran.exit()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains(message).contains("next: ").doesNotContain("Exception");
        return ran;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
