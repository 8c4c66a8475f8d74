package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.rule.Rules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class CompletionTest {
    @TempDir
    private Path directory;

    private static CommandLine everything() {
        Console console = new Console(
                new PrintStream(PrintStream.nullOutputStream()),
                new PrintStream(PrintStream.nullOutputStream()),
                Map.of(),
                Path.of(""),
                false,
                Instant.EPOCH);
        return new Envgate(console, AwsSettings.DEFAULT).commandLine();
    }

    @ParameterizedTest
    @EnumSource(CompletionCommand.Shell.class)
    void everyShellKnowsEveryCommandEveryOptionAndEveryRule(CompletionCommand.Shell shell) {
        Ran ran = Ran.in(directory, "completion", shell.name());

        assertThat(ran.exit()).isZero();
        everything().getSubcommands().forEach((name, command) -> {
            assertThat(ran.out()).contains(name);
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(Arrays.stream(option.names())
                                    .map(each -> shell == CompletionCommand.Shell.fish
                                            ? each.replaceFirst("^-+", "")
                                            : each))
                            .allSatisfy(each -> assertThat(ran.out()).contains(each)));
        });
        Rules.ALL.forEach(rule -> assertThat(ran.out()).contains(rule.id()));
    }

    @Test
    void bashCompletesCommandsOptionsValuesAndRules() throws IOException, InterruptedException {
        assertThat(bash("envgate", "ch")).containsExactly("check", "checklist");
        assertThat(bash("envgate", "check", "--require")).containsExactly("--require-verified");
        assertThat(bash("envgate", "check", "--color", "a")).containsExactly("auto", "always");
        assertThat(bash("envgate", "show", "dep")).containsExactly("deployed");
        assertThat(bash("envgate", "rules", "undepl")).containsExactly("undeployed");
        Files.createDirectory(directory.resolve("infra"));
        Files.createFile(directory.resolve("infra.txt"));
        assertThat(bash("envgate", "check", "--terraform", "inf")).containsExactly("infra");
    }

    private List<String> bash(String... words) throws IOException, InterruptedException {
        String script = Ran.in(directory, "completion", "bash").out()
                + "COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))\n_envgate\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", script, "bash"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> printed = process.inputReader().lines().toList();
        process.waitFor();
        return printed;
    }

    @Test
    void anotherShellIsRefused() {
        Ran ran = Ran.in(directory, "completion", "tcsh");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("tcsh");
    }
}
