package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    private final Envgate envgate = new Envgate(
            new Console(nowhere(), nowhere(), Map.of(), Path.of("/"), false, Instant.EPOCH), AwsSettings.DEFAULT);

    @Test
    void aCommandIsCalledByTheNameThatItsClassSays() {
        envgate.commandLine()
                .getSubcommands()
                .forEach((name, command) -> assertThat(
                                command.getCommand().getClass().getAnnotation(CommandLine.Command.class))
                        .extracting(CommandLine.Command::name)
                        .isEqualTo(name));
    }

    @Test
    void onlyTheCommandThatIsCalledIsMade() {
        assertThat(envgate.commandLine("check", "--offline").getSubcommands()).containsOnlyKeys("check");
    }

    @Test
    void allCommandsAreThereForTheHelpAndForAWordThatIsNone() {
        assertThat(envgate.commandLine("--help").getSubcommands()).hasSizeGreaterThan(5);
        assertThat(envgate.commandLine("chekc").getSubcommands()).hasSizeGreaterThan(5);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }
}
