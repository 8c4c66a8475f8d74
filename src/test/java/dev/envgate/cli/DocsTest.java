package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about all variables. {@code -Dgolden.update=true} rewrites the expected ones. */
class DocsTest {
    private static final Path SHOP = Path.of("src/test/resources/docs/shop");

    @TempDir
    private Path repository;

    @BeforeEach
    void theShop() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        Files.createDirectories(repository.resolve("app"));
        for (String each : List.of(
                ".env.example", "main.tf", "staging.tfvars", "production.tfvars", "envgate.yml", "app/main.py")) {
            Files.copy(SHOP.resolve(each), repository.resolve(each));
        }
    }

    @Test
    void thePageTellsOfEveryVariableWhatFilesSayOfIt() throws IOException {
        Ran ran = docs();

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertGolden("expected.md", read("ENVIRONMENT_VARIABLES.md"));
    }

    @Test
    void theSameIsThereAsJson() throws IOException {
        Ran ran = docs("--format", "json");

        assertThat(ran.exit()).as(ran.all()).isZero();
        Schemas.assertValid("variables", ran.out());
        assertGolden("expected.json", ran.out());
    }

    @Test
    void noValueIsInEither() {
        assertThat(docs("-o", "-").out() + docs("--format", "json").out())
                .contains("DEBUG_TOOLS")
                .doesNotContain("planted")
                .doesNotContain("your_key_here");
    }

    @Test
    void whatIsWrittenTwiceIsWrittenOnce() throws IOException {
        docs();
        String first = read("ENVIRONMENT_VARIABLES.md");

        assertThat(docs().out()).contains("nothing was changed");
        assertThat(read("ENVIRONMENT_VARIABLES.md")).isEqualTo(first);
        assertThat(docs("--check").exit()).isZero();
    }

    @Test
    void linesThatMoveChangeNothing() throws IOException {
        docs();
        for (String each : List.of(".env.example", "main.tf", "app/main.py")) {
            Files.writeString(repository.resolve(each), "\n\n" + read(each));
        }

        assertThat(docs("--check").exit()).isZero();
    }

    @Test
    void aPageThatIsOutOfDateClosesTheGateWithItsFirstLine() throws IOException {
        docs();
        Files.writeString(repository.resolve(".env.example"), "\n# Another one.\nADDED=1\n", StandardOpenOption.APPEND);
        Ran ran = docs("--check");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("out of date from line 9 on", "ADDED", "envgate docs");
        assertThat(read("ENVIRONMENT_VARIABLES.md")).doesNotContain("ADDED");
    }

    @Test
    void aPageThatIsMissingClosesTheGate() {
        Ran ran = docs("--check");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("`ENVIRONMENT_VARIABLES.md` does not exist");
    }

    @Test
    void standardOutputCannotBeChecked() {
        assertThat(docs("--check", "--format", "json").exit()).isEqualTo(2);
    }

    @Test
    void lineFeedsOfWindowsAreNoDifference() throws IOException {
        docs();
        Files.writeString(
                repository.resolve("ENVIRONMENT_VARIABLES.md"),
                read("ENVIRONMENT_VARIABLES.md").replace("\n", "\r\n"));

        assertThat(docs("--check").exit()).isZero();
    }

    /** A comment may hold what Markdown would take for its own. */
    @Test
    void noCommentBreaksOutOfThePage() throws IOException {
        Files.writeString(
                repository.resolve(".env.example"),
                Stream.of(
                                "# <script>alert(1)</script> | a",
                                "A=1",
                                "# ## no heading",
                                "B=1",
                                "# [x](javascript:y)",
                                "C=1",
                                "# 1. no list `open",
                                "D=1")
                        .reduce("", (all, line) -> all + line + "\n"));
        docs();
        String html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(read("ENVIRONMENT_VARIABLES.md")));

        assertThat(html)
                .contains("&lt;script&gt;", "1. no list")
                .doesNotContain("<script", "<ol", "javascript:y\"", "<h2>no");
    }

    @Test
    void withoutTerraformTheContractAndTheCodeAreToldAndNothingIsSaidOfTerraform() throws IOException {
        Ran ran = Ran.in(repository, "docs", "--no-terraform", "-o", "-");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("SESSION_KEY", "app/main.py").doesNotContain("Terraform gives", "`main.tf`");
    }

    @Test
    void theFirstErrorIsThatOfTheContract() throws IOException {
        Ran ran = Ran.in(repository, "docs", "--env-file", "nowhere.env");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("nowhere.env");
        assertThat(repository.resolve("ENVIRONMENT_VARIABLES.md")).doesNotExist();
    }

    /** The page about the variables that envgate itself reads. */
    @Test
    void thePageOfEnvgateItselfIsUpToDate() throws IOException {
        String[] arguments = {
            "docs", "--no-terraform", "--no-source", "--env-file", ".env.example", "-o", "docs/environment-variables.md"
        };
        if (Boolean.getBoolean("golden.update")) {
            Ran.in(Ran.REPOSITORY, arguments);
        }
        Ran ran = Ran.in(
                Ran.REPOSITORY,
                Stream.concat(Stream.of(arguments), Stream.of("--check")).toArray(String[]::new));

        assertThat(ran.exit()).as(ran.all()).isZero();
    }

    private Ran docs(String... more) {
        return Ran.in(
                repository, Stream.concat(Stream.of("docs"), Stream.of(more)).toArray(String[]::new));
    }

    private String read(String file) throws IOException {
        return Files.readString(repository.resolve(file));
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = SHOP.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
