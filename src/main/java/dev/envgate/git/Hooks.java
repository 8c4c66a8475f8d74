package dev.envgate.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where git looks for the hooks of a repository. */
public sealed interface Hooks {
    /** In the repository, where every clone has its own. */
    record Usual(Path directory) implements Hooks {}

    /** Where {@code core.hooksPath} says: they are shared by several repositories, or a tool looks after them. */
    record Elsewhere(String path, Path configuration) implements Hooks {}

    /**
     * Looks into the configuration of the work tree and of the repository, and then into those of the user and the machine; the first that says it counts.
     *
     * @param top the root of the work tree
     * @param more the configurations of the user and the machine; those that are not there are passed over
     */
    static Hooks of(Path top, List<Path> more) throws GitException {
        try {
            Path own = Repository.own(top.resolve(".git"));
            Path common = Repository.common(own);
            for (Path each : List.of(own.resolve("config.worktree"), common.resolve("config"))) {
                Optional<String> path = path(each);
                if (path.isPresent()) {
                    return new Elsewhere(path.get(), each);
                }
            }
            for (Path each : more) {
                Optional<String> path = path(each);
                if (path.isPresent()) {
                    return new Elsewhere(path.get(), each);
                }
            }
            return new Usual(common.resolve("hooks"));
        } catch (IOException e) {
            throw GitException.broken("the configuration of the repository");
        }
    }

    private static Optional<String> path(Path configuration) throws IOException {
        if (!Files.isRegularFile(configuration)) {
            return Optional.empty();
        }
        boolean core = false;
        String found = "";
        for (String written : Files.readAllLines(configuration)) {
            String line = written.strip();
            if (line.startsWith("[")) {
                core = line.toLowerCase(Locale.ROOT).matches("\\[\\s*core\\s*].*");
            } else if (core && line.toLowerCase(Locale.ROOT).matches("hookspath\\s*=.*")) {
                found = line.substring(line.indexOf('=') + 1).strip().replaceFirst("^\"(.*)\"$", "$1");
            }
        }
        return Optional.of(found).filter(each -> !each.isEmpty());
    }
}
