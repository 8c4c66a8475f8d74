package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports go, and what becomes of a run whose reports cannot be written. */
class OutputsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void aRepositoryInWhichNothingIsWrong() throws IOException {
        write(".env.example", "PORT=80\n");
        write("main.tf", """
                resource "aws_ecs_task_definition" "web" {
                  family                = "web"
                  container_definitions = jsonencode([{ name = "web", environment = [{ name = "PORT", value = "80" }] }])
                }
                """);
    }

    @Test
    void severalReportsOfOneRunEachGoToTheirOwnFile() throws IOException {
        Ran ran = check("--report", "json=a.json", "--report", "text=b.txt", "--report", "json=c.json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(directory.resolve("a.json")).hasSameTextualContentAs(directory.resolve("c.json"));
        assertThat(directory.resolve("b.txt")).content().startsWith("envgate: open");
    }

    @Test
    void aReportThatCannotBeWrittenEndsWithTwoAndDoesNotStopTheOthers() throws IOException {
        Ran ran = check("--report", "json=nowhere/a.json", "--report", "text=b.txt", "--report", "json=gone/c.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("The report `nowhere/a.json` could not be written")
                .contains("The report `gone/c.json` could not be written");
        assertThat(directory.resolve("b.txt")).content().startsWith("envgate: open");
    }

    @Test
    void twoReportsDoNotOverwriteEachOther() {
        Ran ran = check("--report", "json=a.out", "--report", "text=./a.out");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Two reports cannot both go to `./a.out`.");
        assertThat(directory.resolve("a.out")).doesNotExist();
    }

    @Test
    void nothingHalfWrittenStaysBehind() throws IOException {
        Files.createDirectories(directory.resolve("full/a.json/inside"));

        assertThat(check("--report", "json=full/a.json").exit()).isEqualTo(2);
        assertThat(names(directory.resolve("full"))).containsExactly("a.json");
    }

    @Test
    void aRunThatCannotReadItsInputsSaysSoInEveryFileAndPrintsItOnce() throws IOException {
        write("broken.tf", "resource {\n");
        Ran ran = check("--report", "text=-", "--report", "json=a.json", "--report", "text=b.txt");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).containsOnlyOnce("broken.tf:1:");
        assertThat(directory.resolve("b.txt")).content().startsWith("envgate: could not verify");
        String json = Files.readString(directory.resolve("a.json"));
        Schemas.assertCheck(json);
        assertThat(json).contains("\"verdict\" : \"unverified\"").contains("\"problems\" : [");
    }

    @Test
    void aRunThatCannotReadItsInputsNamesAReportThatCouldNotBeWrittenToo() throws IOException {
        write("broken.tf", "resource {\n");
        Ran ran = check("--report", "json=nowhere/a.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("broken.tf:1:").contains("nowhere/a.json");
    }

    @Test
    void quietPrintsNothingOnAPassAndStillWritesFiles() {
        Ran ran = check("--quiet", "--report", "text=-", "--report", "json=a.json");

        assertThat(ran.all()).isEmpty();
        assertThat(directory.resolve("a.json")).exists();
    }

    private Ran check(String... more) {
        return Ran.in(
                directory,
                Stream.concat(Stream.of("check", "--offline"), Stream.of(more)).toArray(String[]::new));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList().stream();
        }
    }
}
