package dev.envgate.cli;

import dev.envgate.config.ConfigReader;
import dev.envgate.config.Settings;
import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of a run.
 *
 * @param directory what its paths are relative to
 * @param shown its name as shown to people; empty when there is none
 */
record ConfigFile(Settings settings, Path directory, String shown) {
    /** What it is called, the usual name first. */
    static final List<String> NAMES = List.of("envgate.yml", "envgate.yaml");

    /** The file that was asked for, else the nearest one from the working directory up to the root of its repository. */
    static ConfigFile find(ConfigOptions options, Console console) throws Misuse {
        Optional<Path> file = options.file().map(console.directory()::resolve).or(() -> nearest(console.directory()));
        return file.isPresent()
                ? read(file.get().normalize(), console)
                : new ConfigFile(Settings.NONE, console.directory(), "");
    }

    private static Optional<Path> nearest(Path directory) {
        Path top = Directories.repository(directory, directory);
        return Stream.iterate(directory.normalize(), each -> each != null && each.startsWith(top), Path::getParent)
                .flatMap(each -> NAMES.stream().map(each::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static ConfigFile read(Path file, Console console) throws Misuse {
        Path directory = file.toAbsolutePath().getParent();
        Path parent = directory == null ? file : directory;
        Workspace workspace = new Directories(
                console.directory(),
                List.of(
                        Directories.repository(console.directory(), console.directory()),
                        Directories.repository(parent, parent)));
        return switch (workspace.read(file)) {
            case Workspace.Read.Found(SourceFile found) -> new ConfigFile(settings(found), parent, found.path());
            case Workspace.Read.Refused(String why) ->
                throw new Misuse(
                        "The configuration `%s` cannot be read: %s.".formatted(workspace.show(file), why),
                        "name it with `--config FILE`; `envgate init` writes one.");
        };
    }

    private static Settings settings(SourceFile file) throws Misuse {
        ConfigReader.Result result = ConfigReader.read(file);
        List<Problem> problems = result.problems();
        if (!problems.isEmpty()) {
            throw new Misuse(problems);
        }
        return result.settings();
    }
}
