package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManTest {
    @TempDir
    private Path directory;

    @Test
    void everyCommandHasAPageAndTheFirstPageNamesThemAll() throws IOException {
        assertThat(Ran.in(directory, "man", "--output", ".").exit()).isZero();

        List<String> pages = pages();
        assertThat(pages).contains("envgate.1", "envgate-check.1", "envgate-completion.1", "envgate-man.1");
        String first = Files.readString(directory.resolve("envgate.1"));
        assertThat(pages.stream()
                        .filter(each -> !each.equals("envgate.1"))
                        .map(each -> each.substring(8, each.length() - 2)))
                .allSatisfy(command -> assertThat(first).contains("\\fB" + command.replace("-", "\\-") + "\\fR\n"));
    }

    private List<String> pages() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPageTellsArgumentsOptionsDefaultsAndExitCodes() {
        String page = Ran.in(directory, "man", "show").out();

        assertThat(page)
                .contains(
                        ".TH ENVGATE-SHOW 1",
                        ".B envgate show\n[\\fIOPTION\\fR]... \\fISTATION\\fR",
                        ".SH ARGUMENTS\n.TP\n\\fISTATION\\fR\n",
                        "\\fB\\-\\-format\\fR \\fIFORMAT\\fR\ntext or json. Default: text.\n",
                        "\\fB70\\fR\na defect of envgate\n")
                .doesNotContain("${", "%n");
    }

    @Test
    void aCommandThatDoesNotExistHasNoPage() {
        assertThat(Ran.in(directory, "man", "nothing").exit()).isEqualTo(2);
    }

    @Test
    void pagesAreWrittenIntoADirectoryThatIsThere() {
        assertThat(Ran.in(directory, "man", "-o", "nowhere").err()).contains("nowhere", "is no directory");
    }
}
