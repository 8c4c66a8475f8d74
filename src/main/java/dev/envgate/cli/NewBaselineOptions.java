package dev.envgate.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a baseline is written: apart from where one is read, because other commands than the one that writes it read it too. */
final class NewBaselineOptions {
    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write down what is found, so that from now on only what is new counts.")
    private Optional<Path> written = Optional.empty();

    Optional<Path> written() {
        return written;
    }
}
