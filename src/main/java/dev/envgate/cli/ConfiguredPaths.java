package dev.envgate.cli;

import dev.envgate.config.Setting;
import dev.envgate.config.Whereabouts;
import dev.envgate.text.Directories;
import dev.envgate.text.Nearest;
import dev.envgate.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the paths of a configuration that lead out of its repository or nowhere, before anything is read by them. */
record ConfiguredPaths(Path directory) {
    /** One problem for each, at its line of the configuration. */
    List<Problem> problems(Whereabouts whereabouts) {
        List<Problem> outside = Stream.of(
                        outside("--env-file", whereabouts.contract()),
                        outside("--var-file", whereabouts.varFiles()),
                        outside("--task-definition", List.of(whereabouts.taskDefinition())),
                        outside("--terraform", List.of(whereabouts.terraform())),
                        outside("--source", whereabouts.source()))
                .flatMap(List::stream)
                .toList();
        return outside.isEmpty() ? missing(whereabouts) : outside;
    }

    /** One problem for each that is not below the repository: a configuration says nothing about the rest of the machine, not even what is there. */
    List<Problem> outside(String option, List<Setting> settings) {
        return settings.stream()
                .filter(each -> each.given() && !isInside(directory.resolve(each.text())))
                .map(each -> new Problem(
                        each.span(),
                        "`%s` leads out of the repository of the configuration.".formatted(each.text()),
                        "Take it out here, and give it on the command line with `%s`.".formatted(option)))
                .toList();
    }

    private boolean isInside(Path path) {
        Path repository = Directories.repository(directory, directory);
        return path.toAbsolutePath().normalize().startsWith(repository)
                && real(path.toAbsolutePath()).startsWith(real(repository));
    }

    /** With links followed, as far as it is there. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent);
        }
    }

    private List<Problem> missing(Whereabouts whereabouts) {
        List<Problem> problems = new ArrayList<>();
        Stream.of(
                        whereabouts.contract().stream(),
                        whereabouts.varFiles().stream(),
                        Stream.of(whereabouts.taskDefinition()))
                .flatMap(each -> each)
                .filter(each -> each.given() && !Files.isRegularFile(directory.resolve(each.text())))
                .forEach(each -> problems.add(problem("file", each)));
        Stream.concat(Stream.of(whereabouts.terraform()), whereabouts.source().stream())
                .filter(each -> each.given() && !Files.isDirectory(directory.resolve(each.text())))
                .forEach(each -> problems.add(problem("directory", each)));
        return problems;
    }

    private Problem problem(String noun, Setting setting) {
        return new Problem(
                setting.span(),
                "There is no %s `%s`.".formatted(noun, setting.text()),
                nearest(Path.of(setting.text()))
                        .map("Did you mean `%s`?"::formatted)
                        .orElse("Paths are relative to the directory of the configuration."),
                true);
    }

    /** The name beside the missing one that is most like it. */
    private Optional<String> nearest(Path missing) {
        Path full = directory.resolve(missing);
        try (Stream<Path> beside = Files.list(full.resolveSibling("."))) {
            List<String> names = beside.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
            return Nearest.of(String.valueOf(missing.getFileName()), names)
                    .map(name -> missing.resolveSibling(name).toString().replace('\\', '/'));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
