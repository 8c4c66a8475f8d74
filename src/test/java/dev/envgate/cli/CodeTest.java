package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.git.Git;
import dev.envgate.ledger.Code;
import dev.envgate.source.SourceReader;
import dev.envgate.source.Tracked;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of the code: a repository with two applications, of which the contract of one is asked for. */
class CodeTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void twoApplications() throws IOException {
        Files.createDirectories(directory.resolve(".git"));
        write("main.tf", """
                resource "aws_ecs_task_definition" "shop" {
                  family                = "shop"
                  container_definitions = jsonencode([{ name = "shop", image = "shop", environment = [{ name = "SHOP_NAME", value = "s" }] }])
                }
                """);
        write("shop/.env.example", """
                SHOP_NAME=
                PAGE_SIZE=
                SHOP_COLOUR=
                SHOP_PASSWORD=
                SHARED_URL=
                NOBODY_READS=1
                """);
        write("shop/app.py", """
                import os
                NAME = os.environ["SHOP_NAME"]
                SIZE = os.environ.get("PAGE_SIZE", "20")
                COLOUR = os.environ.get("SHOP_COLOUR")
                PASSWORD = os.environ.get("SHOP_PASSWORD", "change-me")
                FEED = os.environ["FEED_URL"]
                """);
        write("news/app.py", """
                import os
                PRESS = os.environ["PRESS_KEY"]
                SHARED = os.environ["SHARED_URL"]
                """);
        write(".gitignore", "generated/\n");
        write("shop/generated/client.py", "import os\nos.environ['GENERATED']\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Ran run(String... arguments) {
        return Ran.in(directory, arguments);
    }

    @Test
    void theCodeOfTheContractsDirectoryIsTheApplications() {
        Ran ran = run("show", "code", "--env-file", "shop/.env.example");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .containsPattern("SHOP_NAME +fails without +application +shop/app.py:2")
                .containsPattern("PAGE_SIZE +has a default +application +shop/app.py:3")
                .containsPattern("SHOP_COLOUR +no default +application +shop/app.py:4")
                .containsPattern("SHARED_URL +fails without +elsewhere +news/app.py:3")
                .doesNotContain("GENERATED");
    }

    @Test
    @EnabledIf("dev.envgate.git.Git#there")
    void codeThatGitKeepsIsReadThoughAnIgnoreFileNamesIt() throws IOException {
        new Git(directory).run("init", "-q");
        new Git(directory).run("add", "-f", "shop/generated/client.py");
        write("shop/generated/new.py", "import os\nos.environ['NEW']\n");
        Ran ran = run("show", "code", "--env-file", "shop/.env.example");

        assertThat(ran.out())
                .containsPattern("GENERATED +fails without +application +shop/generated/client.py:2")
                .doesNotContain("new.py");
    }

    @Test
    void servicesThatLeaveOutOtherCodeDoNotShareASearch() {
        CodeSearches searches = new CodeSearches();
        Code without = searches.begin(request(List.of("shop/app.py"))).join();
        Code with = searches.begin(request(List.of())).join();

        assertThat(((Code.Searched) without).reads()).isEmpty();
        assertThat(((Code.Searched) with).reads()).isNotEmpty();
    }

    private SourceReader.Request request(List<String> excluded) {
        return new SourceReader.Request(
                directory,
                List.of(directory.resolve("shop")),
                Set.of(),
                new Directories(directory, List.of(directory)),
                excluded,
                Tracked.NOTHING);
    }

    @Test
    void theReadsAreShownInTheSchema() throws IOException {
        Ran ran = run("show", "code", "--env-file", "shop/.env.example", "--format", "json");

        Schemas.assertShow(ran.out());
        assertThat(ran.out()).contains("\"fallback\" : \"usable\"");
    }

    @Test
    void whatTheApplicationReadsAndNobodyDeclaresIsNoted() {
        Ran ran = run("check", "--offline", "-v", "--env-file", "shop/.env.example");

        assertThat(ran.out())
                .containsPattern("note\\[undeclared-in-code\\] FEED_URL")
                .contains("shop/app.py:6")
                .doesNotContain("PRESS_KEY");
    }

    @Test
    void onlyWhatNothingInTheRepositoryReadsIsUnused() {
        Ran ran = run("check", "--offline", "-v", "--env-file", "shop/.env.example");

        assertThat(ran.out()).containsPattern("note\\[unused-declaration\\] NOBODY_READS");
    }

    @Test
    void aDefaultInTheCodeMakesAMissingSettingANoteAndASecretStaysAnError() {
        Ran ran = run("check", "--offline", "-v", "--env-file", "shop/.env.example");

        assertThat(ran.out())
                .containsPattern("note\\[not-configured\\] PAGE_SIZE")
                .containsPattern("warning\\[not-configured\\] SHOP_COLOUR")
                .containsPattern("error\\[not-configured\\] SHOP_PASSWORD");
        assertThat(ran.out().replaceAll("\\s+", " ")).contains("; the code has a default for it.");
    }

    @Test
    void theCodeIsNotSearchedWhenThatIsSaid() {
        Ran ran = run("check", "--offline", "-v", "--env-file", "shop/.env.example", "--no-source");

        assertThat(ran.out())
                .doesNotContain("in-code")
                .doesNotContain("unused")
                .containsPattern("warning\\[not-configured\\] PAGE_SIZE");
    }

    @Test
    void anotherDirectoryCanBeTheApplications() {
        Ran ran = run(
                "check", "--offline", "-v", "--env-file", "shop/.env.example", "--source", "shop", "--source", "news");

        assertThat(ran.out()).contains("PRESS_KEY").contains("FEED_URL");
    }

    @Test
    void aSourceThatIsNoDirectoryIsRefused() {
        Ran ran = run("check", "--offline", "--env-file", "shop/.env.example", "--source", "shop/app.py");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`shop/app.py` is not a directory.").contains("--source DIR");
    }

    @Test
    void anExplanationSaysWhereTheNameIsRead() {
        Ran ran = run("explain", "SHARED_URL", "--offline", "--env-file", "shop/.env.example");

        assertThat(ran.out()).contains("read by").contains("news/app.py:3, elsewhere, fails without");
    }
}
