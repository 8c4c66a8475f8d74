package dev.envgate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which configuration is used, and what of it. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration. Default: envgate.yml in the working directory, or above it in the repository.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "An environment of the configuration; repeatable. Default: all.")
    private List<String> environments = new ArrayList<>();

    /** Those that say this. */
    static ConfigOptions of(Path file, List<String> environments) {
        ConfigOptions options = new ConfigOptions();
        options.file = Optional.of(file);
        options.environments = List.copyOf(environments);
        return options;
    }

    Optional<Path> file() {
        return file;
    }

    List<String> environments() {
        return List.copyOf(environments);
    }
}
