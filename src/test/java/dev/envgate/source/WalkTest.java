package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.git.Git;
import dev.envgate.git.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files are searched. */
class WalkTest {
    @TempDir
    private Path directory;

    private static Stream<String[]> table() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/source/gitignore.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1));
    }

    /** The answers were recorded from Git. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("table")
    void aPathIsLeftOutWhereGitIgnoresIt(String ignores, String path, String answer) throws IOException {
        for (String each : ignores.split("\\|", -1)) {
            int sign = each.indexOf('=');
            write(each.substring(0, sign), lines(each.substring(sign + 1)) + "\n");
        }
        write(path, "x");

        assertThat(listed().contains(path) ? "listed" : "ignored").isEqualTo(answer);
    }

    private static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = text.charAt(i) == '\\';
            i += escaped ? 1 : 0;
            char c = text.charAt(i);
            lines.append(escaped && c == 'n' ? '\n' : escaped && c == 't' ? '\t' : c);
        }
        return lines.toString();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> listed() {
        return listed(directory);
    }

    private List<String> listed(Path start) {
        return new Walk(directory, Set.of())
                .below(start).files().stream()
                        .map(file -> directory.relativize(file).toString())
                        .toList();
    }

    @Test
    void whatOthersWroteAndWhatWasBuiltIsLeftOut() throws IOException {
        List<String> out = List.of(
                "node_modules/a/index.js",
                "x/vendor/a.go",
                ".venv/lib/a.py",
                "dist/app.js",
                "app.min.js",
                "package-lock.json",
                "types.d.ts",
                ".next/server.js");
        for (String each : out) {
            write(each, "x");
        }
        write("package.json", "{}");
        write("src/app.js", "x");

        assertThat(listed()).containsExactlyInAnyOrder("package.json", "src/app.js");
    }

    @Test
    void aDirectoryThatIsOnlyCalledAsIfItWereBuiltIsSearched() throws IOException {
        write("internal/build/build.go", "x");
        write("src/target/target.py", "x");

        assertThat(listed()).hasSize(2);
    }

    @Test
    void theIgnoreFilesAboveTheStartCountToo() throws IOException {
        write(".gitignore", "app/out/\n");
        write("app/out/x.js", "x");
        write("app/x.js", "x");

        assertThat(listed(directory.resolve("app"))).containsExactly("app/x.js");
    }

    @Test
    void whatGitExcludesForThisCheckoutOnlyIsLeftOut() throws IOException {
        write(".git/info/exclude", "mine.py\n");
        write("mine.py", "x");

        assertThat(listed()).isEmpty();
    }

    @Test
    void noSymbolicLinkIsFollowed() throws IOException {
        Path outside = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-outside"));
        Files.writeString(outside.resolve("secret.py"), "x");
        Files.createSymbolicLink(directory.resolve("link"), outside);
        Files.createSymbolicLink(directory.resolve("file.py"), outside.resolve("secret.py"));
        Files.createSymbolicLink(directory.resolve("loop"), directory);

        assertThat(listed()).isEmpty();
    }

    @Test
    void aPatternOfManyStarsIsDecidedQuickly() {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            path.add("a".repeat(200));
        }
        String pattern = "**/a*a*a*a*a*b/".repeat(20) + "x";

        assertThat(IgnoreFile.parse(0, pattern).ignores(path, false)).isEmpty();
    }

    @Test
    void codeThatIsTooLargeToBeSearchedIsMissed() throws IOException {
        write("small.js", "x");
        write("data.csv", "x".repeat(2 << 20));
        assertThat(new Walk(directory, Set.of()).below(directory).complete()).isTrue();

        write("large.js", "x".repeat(2 << 20));
        assertThat(new Walk(directory, Set.of()).below(directory).complete()).isFalse();

        write(".gitignore", "large.js\n");
        assertThat(new Walk(directory, Set.of()).below(directory).complete()).isTrue();
    }

    @Test
    void codeThatLiesTooDeepIsMissed() throws IOException {
        write("d/".repeat(38) + "near.js", "x");
        assertThat(new Walk(directory, Set.of()).below(directory).complete()).isTrue();

        write("d/".repeat(45) + "far.js", "x");
        assertThat(new Walk(directory, Set.of()).below(directory).complete()).isFalse();
    }

    @Test
    void patternsWithoutEndLeaveNothingOutAndNoTimeToBeWasted() throws IOException {
        write(".gitignore", "a*".repeat(1_000) + "\n" + "nothing\n".repeat(50_000) + "late.js\n");
        write("late.js", "x");

        assertThat(listed()).contains("late.js");
    }

    @Test
    @EnabledIf("dev.envgate.git.Git#there")
    void whatGitKeepsIsListedThoughAnIgnoreFileNamesIt() throws IOException {
        Git git = new Git(directory);
        git.run("init", "-q");
        for (String each : List.of("app.py", "config/kept.py", "config/deep/kept.py", "secret.py")) {
            write(each, "x");
        }
        git.run("add", "-A");
        write(".gitignore", "config/\nsecret.py\nlocal.py\n");
        for (String each : List.of("config/new.py", "config/deep/new.py", "config/other/new.py", "local.py")) {
            write(each, "x");
        }

        List<String> asGit = git.run("ls-files", "--cached", "--others", "--exclude-standard")
                .lines()
                .toList();
        assertThat(listed(List.of(), Index::paths)).containsExactlyInAnyOrderElementsOf(asGit);
        assertThat(listed(List.of("config/deep/"), Index::paths)).doesNotContain("config/deep/kept.py");
        assertThat(listed()).containsExactly(".gitignore", "app.py");
    }

    @Test
    void theIndexIsReadOnlyWhereAnIgnoreFileNamesWhatIsThere() throws IOException {
        write(".gitignore", "out.py\n");
        write("app.py", "x");
        AtomicInteger asked = new AtomicInteger();
        Tracked counting = _ -> {
            asked.incrementAndGet();
            return Optional.empty();
        };
        Walk without = new Walk(directory, Set.of(), List.of(), counting).below(directory);
        assertThat(asked).hasValue(0);
        assertThat(without.complete()).isTrue();

        write("out.py", "x");
        write("more/out.py", "x");
        Walk with = new Walk(directory, Set.of(), List.of(), counting).below(directory);
        assertThat(asked).hasValue(1);
        assertThat(with.complete())
                .as("it cannot be told whether Git keeps what was left out")
                .isFalse();
    }

    private List<String> listed(List<String> excluded, Tracked tracked) {
        return new Walk(directory, Set.of(), excluded, tracked)
                .below(directory).files().stream()
                        .map(file -> directory.relativize(file).toString())
                        .toList();
    }
}
