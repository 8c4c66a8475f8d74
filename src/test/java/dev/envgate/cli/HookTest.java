package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envgate.aws.AwsSettings;
import dev.envgate.git.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real git runs the hooks; a program of the test stands for envgate on the PATH, writes down how it is called, and ends as it is told to. */
class HookTest {
    @TempDir
    private Path directory;

    private Path clone = Path.of("");
    private Git git = new Git(clone);

    @BeforeEach
    void aCloneOfARepository() throws IOException {
        assumeTrue(Git.there(), "git is not there");
        Files.createDirectories(directory.resolve("bin"));
        new Git(directory).run("init", "-q", "--bare", "remote.git");
        clone = directory.resolve("clone");
        new Git(directory).run("clone", "-q", "remote.git", "clone");
        git = new Git(clone);
        git.commit("a.txt", "a");
        git.run("push", "-q", "origin", "HEAD:main");
        git.run("remote", "set-head", "origin", "main");
        envgate(0);
    }

    @Test
    void aPushIsAskedAboutWhatItChanges() throws IOException {
        Ran ran = hook("install");
        String before = git.run("rev-parse", "HEAD");
        git.commit("b.txt", "b");
        String said = push("HEAD:main");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("The hook `pre-push` is installed");
        assertThat(calls()).containsExactly("check --quiet --offline --since " + before);
        assertThat(said).contains("HEAD -> main").doesNotContain("failed");
    }

    @Test
    void aGateThatIsShutStopsThePush() throws IOException {
        hook("install");
        envgate(1);
        git.commit("b.txt", "b");

        assertThat(push("HEAD:main")).contains("failed to push");
        assertThat(git.run("rev-parse", "origin/main")).isNotEqualTo(git.run("rev-parse", "HEAD"));
    }

    @Test
    void aBranchThatIsNewIsComparedWithTheUsualOne() throws IOException {
        hook("install");
        git.commit("b.txt", "b");
        push("HEAD:fresh");

        assertThat(calls()).containsExactly("check --quiet --offline --since " + git.run("rev-parse", "origin/main"));
    }

    @Test
    void withNothingToCompareWithEverythingIsChecked() throws IOException {
        hook("install");
        git.run("remote", "set-head", "origin", "--delete");
        push("HEAD:fresh");

        assertThat(calls()).containsExactly("check --quiet --offline");
    }

    @Test
    void aBranchThatIsTakenAwayIsNoneOfItsBusiness() throws IOException {
        push("HEAD:fresh");
        hook("install");
        envgate(1);

        assertThat(push(":fresh")).contains("[deleted]");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aHookThatIsThereRunsFirstAndHearsTheSame() throws IOException {
        Path hook = hooks().resolve("pre-push");
        write(hook, "#!/bin/sh\ncat >\"" + directory + "/heard\"\necho \"$@\" >>\"" + directory + "/heard\"\n");
        Ran ran = hook("install");
        git.commit("b.txt", "b");
        push("HEAD:main");

        assertThat(ran.out()).contains("`pre-push.before-envgate`");
        assertThat(directory.resolve("heard")).content().contains("refs/heads/main", "origin ");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aHookThatIsThereStillStopsThePush() throws IOException {
        write(hooks().resolve("pre-push"), "#!/bin/sh\nexit 7\n");
        hook("install");
        git.commit("b.txt", "b");

        assertThat(push("HEAD:main")).contains("failed to push");
        assertThat(calls()).isEmpty();
    }

    @Test
    void toInstallItTwiceChangesNothing() throws IOException {
        write(hooks().resolve("pre-push"), "#!/bin/sh\nexit 0\n");
        hook("install");
        String first = Files.readString(hooks().resolve("pre-push"));
        Ran again = hook("install");

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing was changed");
        assertThat(hooks().resolve("pre-push")).hasContent(first);
        assertThat(hooks().resolve("pre-push.before-envgate")).hasContent("#!/bin/sh\nexit 0");
    }

    @Test
    void toTakeItOutBringsBackWhatWasThere() throws IOException {
        write(hooks().resolve("pre-push"), "#!/bin/sh\nexit 7\n");
        hook("install");

        assertThat(hook("uninstall").out()).contains("again what it was");
        assertThat(hooks().resolve("pre-push")).hasContent("#!/bin/sh\nexit 7").isExecutable();
        assertThat(hook("uninstall").out()).contains("nothing was changed");
        assertThat(hooks().resolve("pre-push")).hasContent("#!/bin/sh\nexit 7");
    }

    @Test
    void toTakeItOutLeavesNothing() throws IOException {
        hook("install");
        hook("uninstall");

        assertThat(hooks().resolve("pre-push")).doesNotExist();
        assertThat(hooks().resolve("pre-push.before-envgate")).doesNotExist();
    }

    @Test
    void twoHooksOfOthersAreNotWrittenOver() throws IOException {
        write(hooks().resolve("pre-push"), "#!/bin/sh\nexit 1\n");
        write(hooks().resolve("pre-push.before-envgate"), "#!/bin/sh\nexit 2\n");
        Ran ran = hook("install");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(hooks().resolve("pre-push")).hasContent("#!/bin/sh\nexit 1");
        assertThat(hooks().resolve("pre-push.before-envgate")).hasContent("#!/bin/sh\nexit 2");
    }

    @Test
    void aCommitIsAskedAboutWhatIsNotCommitted() throws IOException {
        hook("install", "--stage", "pre-commit", "--online");
        git.write("b.txt", "b");
        git.run("add", "b.txt");
        person("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-m", "x");

        assertThat(calls()).containsExactly("check --quiet --since HEAD");
    }

    @Test
    void withoutTheProgramNothingPassesAsChecked() throws IOException {
        hook("install");
        Files.delete(directory.resolve("bin/envgate"));
        git.commit("b.txt", "b");

        assertThat(push("HEAD:main")).contains("not on the PATH", "--no-verify", "failed to push");
    }

    @Test
    void hooksThatAnotherToolLooksAfterAreLeftToIt() throws IOException {
        git.run("config", "core.hooksPath", ".husky");
        Ran own = hook("install");
        git.run("config", "--unset", "core.hooksPath");
        Files.writeString(directory.resolve(".gitconfig"), "[Core]\n\thooksPath = /shared/hooks\n");
        Ran users = hook("install");

        assertThat(own.exit()).isEqualTo(2);
        assertThat(own.err()).contains("`.husky`", "envgate check --offline");
        assertThat(users.exit()).isEqualTo(2);
        assertThat(users.err()).contains("`/shared/hooks`");
        assertThat(hooks().resolve("pre-push")).doesNotExist();
    }

    @Test
    void aLinkedWorkTreeHasTheHooksOfItsRepository() throws IOException {
        git.run("worktree", "add", "-q", "../linked");
        Ran ran = Ran.with(
                AwsSettings.DEFAULT,
                Map.of("HOME", directory.toString()),
                directory.resolve("linked"),
                "hook",
                "install");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(hooks().resolve("pre-push")).isExecutable();
    }

    @Test
    void outsideOfARepositoryThereIsNoHook() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Ran ran = Ran.in(elsewhere, "hook", "install");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no git repository");
        assertThat(Ran.in(clone, "hook", "install", "--stage", "post-merge").exit())
                .isEqualTo(2);
    }

    private Ran hook(String... arguments) {
        return Ran.with(
                AwsSettings.DEFAULT,
                Map.of("HOME", directory.toString(), "LANG", "C.UTF-8"),
                clone,
                Stream.concat(Stream.of("hook"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path hooks() throws IOException {
        return Files.createDirectories(clone.resolve(".git/hooks"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What stands for envgate. */
    private void envgate(int exit) throws IOException {
        write(
                directory.resolve("bin/envgate"),
                "#!/bin/sh\necho \"$@\" >>\"" + directory + "/calls\"\nexit " + exit + "\n");
    }

    private List<String> calls() throws IOException {
        Path calls = directory.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private String push(String what) throws IOException {
        return person("push", "origin", what);
    }

    /** Runs git as a person would, and says what it said. */
    private String person(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(clone.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().merge("PATH", directory.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return said;
    }
}
