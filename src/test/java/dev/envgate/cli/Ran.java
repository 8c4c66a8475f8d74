package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.track.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What one run of the real command line, in this process, printed and ended with. */
record Ran(int exit, String out, String err) {
    static final Path REPOSITORY = Path.of("").toAbsolutePath();

    /** The day of every run in the tests. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final Map<String, String> PLAIN = Map.of("LANG", "C.UTF-8");

    /** Without any AWS to ask: whoever asks finds nobody. */
    static Ran in(Path directory, String... arguments) {
        return with(
                AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1")
                        .withTimeout(Duration.ofSeconds(60))
                        .withAttempts(1),
                PLAIN,
                directory,
                arguments);
    }

    /** With a small AWS to ask. */
    static Ran against(SmallAws aws, Path directory, String... arguments) {
        return with(
                AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1").withAttempts(1), PLAIN, directory, arguments);
    }

    /** With an environment of its own. */
    static Ran with(AwsSettings settings, Map<String, String> environment, Path directory, String... arguments) {
        return with(settings, Time.REAL, environment, directory, arguments);
    }

    /** With an environment and a clock of its own. */
    static Ran with(
            AwsSettings settings, Time time, Map<String, String> environment, Path directory, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                directory.toAbsolutePath(),
                false,
                TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        int exit = new Envgate(console, settings, time).run(arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything that was printed. */
    String all() {
        return out + err;
    }
}
