package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A repository whose reports are followed up.
 *
 * @param tracker the words behind {@code track}
 * @param environment of each run, as far as the run does not say otherwise
 * @param planted what no run may print
 */
record Tracked(
        Path directory, QuickTime time, List<String> tracker, Map<String, String> environment, List<String> planted) {
    Tracked {
        try {
            Files.createDirectories(directory.resolve(".git"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran run(Map<String, String> otherwise, FoundReport report, String... more) {
        report.write(directory);
        Map<String, String> all = new HashMap<>(Map.of("LANG", "C.UTF-8"));
        all.putAll(environment);
        all.putAll(otherwise);
        Ran ran = Ran.with(
                AwsSettings.DEFAULT,
                time,
                all,
                directory,
                Stream.of(Stream.of("track"), tracker.stream(), Stream.of("--from", "report.json"), Stream.of(more))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        assertThat(ran.all()).doesNotContain(planted.toArray(String[]::new));
        return ran;
    }
}
