package dev.envgate.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files git keeps, held against what it says itself. */
@EnabledIf("dev.envgate.git.Git#there")
class IndexTest {
    @TempDir
    private Path directory;

    private Git git;

    @BeforeEach
    void make() {
        git = new Git(directory);
    }

    private void fill() {
        for (String each :
                List.of("a", "src/main/App.java", "src/main/App2.java", "src/ü.py", "x".repeat(200), "z/y")) {
            git.write(each, each);
        }
        git.run("add", "-A");
    }

    private static void assertLikeGit(Path top) {
        List<String> listed = Arrays.stream(new Git(top).run("ls-files", "-z").split("\0"))
                .filter(each -> !each.isEmpty())
                .toList();

        assertThat(listed).isNotEmpty();
        assertThat(Index.paths(top))
                .get()
                .satisfies(paths -> assertThat(paths).containsExactlyInAnyOrderElementsOf(listed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4"})
    void eachVersionIsRead(String version) {
        git.run("init", "-q");
        fill();
        git.run("update-index", "--index-version", version);

        assertLikeGit(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4"})
    void anEntryWithMoreFlagsIsRead(String version) {
        git.run("init", "-q");
        fill();
        git.run("update-index", "--index-version", version);
        git.write("later", "later");
        git.run("add", "-N", "later");

        assertLikeGit(directory);
    }

    @Test
    void longNamesOfObjectsAreRead() {
        git.run("init", "-q", "--object-format=sha256");
        fill();

        assertLikeGit(directory);
    }

    @Test
    void aLinkedWorkTreeHasItsOwn() {
        git.run("init", "-q");
        git.commit("only/before", "x");
        Path linked = directory.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString(), "-b", "other");
        new Git(linked).commit("only/there", "x");

        assertLikeGit(linked);
        assertThat(Index.paths(directory))
                .get()
                .satisfies(paths -> assertThat(paths).doesNotContain("only/there"));
    }

    @Test
    void aSharedIndexIsNotAll() {
        git.run("init", "-q");
        fill();
        git.run("update-index", "--split-index");

        assertThat(Index.paths(directory)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereNothingWasAdded() {
        assertThat(Index.paths(directory))
                .get()
                .satisfies(paths -> assertThat(paths).isEmpty());
        git.run("init", "-q");
        assertThat(Index.paths(directory))
                .get()
                .satisfies(paths -> assertThat(paths).isEmpty());
    }

    @Test
    void aSpoiledIndexIsNoAnswer() throws IOException {
        git.run("init", "-q");
        fill();
        Path index = directory.resolve(".git/index");
        byte[] whole = Files.readAllBytes(index);
        byte[] entries = Arrays.copyOf(whole, 12 + 72);

        for (int length = 0; length < entries.length; length++) {
            Files.write(index, Arrays.copyOf(whole, length));
            assertThat(Index.paths(directory)).as("cut after %d bytes", length).isEqualTo(Optional.empty());
        }
    }
}
