package dev.envgate.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads repositories that the git program made, and compares with what that program says is in them. */
class RepositoryTest {
    @TempDir
    private Path directory;

    private Git git = new Git(Path.of(""));

    @BeforeEach
    void aHistoryOfTwoBranchesThatWereMergedOnce() throws IOException {
        assumeTrue(Git.there(), "git is installed");
        Path top = Files.createDirectory(directory.resolve("top"));
        git = new Git(top);
        git.run("init", "-q");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("line ").append(i).append('\n');
        }
        git.commit("main.tf", text.toString());
        git.commit("a/b/ä.tf", "x\n");
        git.run("tag", "-a", "v1", "-m", "first");
        git.run("checkout", "-q", "-b", "side");
        git.commit("side.tf", "side\n");
        git.run("checkout", "-q", "main");
        git.commit("main.tf", text + "one more\n");
        git.run("merge", "-q", "--no-edit", "side");
        git.run("checkout", "-q", "side");
        git.commit("side.tf", "side\nagain\n");
        git.run("checkout", "-q", "main");
        git.commit("main.tf", text + "one more\nand more\n");
        git.run("checkout", "-q", "side");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "HEAD", "HEAD~1", "main~2", "main^", "main~1^2", "v1", "refs/heads/main", "side"})
    void theBaseIsTheOneThatGitSays(String revision) throws GitException {
        assertThat(Repository.open(git.directory()).base(revision)).isEqualTo(git.run("merge-base", revision, "HEAD"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFileOfACommitIsReadFromSingleObjectsAndFromPacks(boolean packed) throws GitException {
        if (packed) {
            git.run("gc", "-q", "--aggressive");
        }
        String commit = git.run("rev-parse", "main");
        Repository repository = Repository.open(git.directory());
        Map<String, String> files = repository.files(commit);

        assertThat(files).isEqualTo(listed(commit));
        for (Map.Entry<String, String> each : files.entrySet()) {
            byte[] content = repository.content(each.getValue());
            assertThat(new String(content, StandardCharsets.UTF_8).stripTrailing())
                    .isEqualTo(git.run("cat-file", "-p", each.getValue()));
            assertThat(Repository.id(content)).isEqualTo(each.getValue());
        }
    }

    private Map<String, String> listed(String commit) {
        Map<String, String> files = new TreeMap<>();
        git.run("-c", "core.quotePath=false", "ls-tree", "-r", commit)
                .lines()
                .forEach(line -> files.put(line.substring(line.indexOf('\t') + 1), line.substring(12, 52)));
        return files;
    }

    @Test
    void namesThatAreKeptInOneFileAreFound() throws GitException {
        git.run("pack-refs", "--all");

        assertThat(Repository.open(git.directory()).base("main")).isEqualTo(git.run("merge-base", "main", "HEAD"));
        assertThat(Repository.open(git.directory()).base("v1")).isEqualTo(git.run("merge-base", "v1", "HEAD"));
    }

    @Test
    void aLinkedWorkTreeIsPartOfItsRepository() throws GitException {
        Path linked = directory.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString(), "-b", "linked", "main");

        assertThat(Repository.open(linked).base("side")).isEqualTo(git.run("merge-base", "side", "linked"));
    }

    @Test
    void aCloneKnowsTheBranchesOfItsOriginAndBorrowsItsObjects() throws GitException {
        Path clone = directory.resolve("clone");
        git.run("clone", "-q", "--shared", git.directory().toString(), clone.toString());
        String base = Repository.open(clone).base("origin/main");

        assertThat(base).isEqualTo(git.run("merge-base", "main", "side"));
        assertThat(Repository.open(clone).base("origin")).isEqualTo(git.run("rev-parse", "side"));
    }

    @Test
    void aCloneThatIsCutOffSaysWhatToDo() {
        Path clone = directory.resolve("shallow");
        git.run("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + git.directory(), clone.toString());

        assertThatThrownBy(() -> Repository.open(clone).base("origin/main"))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.hint()).contains("fetch-depth: 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "../../etc/passwd",
                "HEAD~99",
                "",
                "main..side",
                "0123456789012345678901234567890123456789"
            })
    void whatIsNoRevisionIsRefused(String revision) {
        assertThatThrownBy(() -> Repository.open(git.directory()).base(revision))
                .isInstanceOf(GitException.class);
    }

    @Test
    void whatIsNoRepositoryIsRefused() {
        assertThatThrownBy(() -> Repository.open(directory))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.why()).contains("no git repository"));
    }

    @Test
    void aPackThatIsCutOrSpoiledIsRefusedAndNeverACrash() throws IOException {
        git.run("gc", "-q");
        Path packs = git.directory().resolve(".git/objects/pack");
        try (var files = Files.list(packs)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".pack")).toList()) {
                assertThat(each.toFile().setWritable(true)).isTrue();
                byte[] bytes = Files.readAllBytes(each);
                for (int i = 20; i < bytes.length; i += 7) {
                    bytes[i] ^= 0x55;
                }
                Files.write(each, bytes);
            }
        }

        assertThatThrownBy(() -> Repository.open(git.directory()).files(git.run("rev-parse", "main")))
                .isInstanceOf(GitException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aShortIdIsTheCommitThatGitTakesItFor(boolean packed) throws GitException {
        if (packed) {
            git.run("gc", "-q");
        }
        String id = git.run("rev-parse", "main");

        for (int digits : new int[] {7, 12, 39, 40}) {
            assertThat(Repository.open(git.directory()).base(id.substring(0, digits)))
                    .isEqualTo(git.run("merge-base", "main", "HEAD"));
        }
    }

    @Test
    void theShortIdOfAFileIsNoRevision() {
        String blob = git.run("rev-parse", "HEAD:main.tf").substring(0, 8);

        assertThatThrownBy(() -> Repository.open(git.directory()).base(blob))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("no revision");
    }
}
