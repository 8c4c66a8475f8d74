package dev.envgate.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies around the applications of a repository, looked for once for all searches of one run. */
public final class Surroundings {
    private final Map<Asked, List<Path>> images = new ConcurrentHashMap<>();

    /** What a search depends on. */
    private record Asked(Path repository, List<String> excluded) {}

    /** The files from which images are built, in a whole repository. */
    List<Path> images(Path repository, List<String> excluded) {
        return images.computeIfAbsent(
                new Asked(repository, excluded),
                _ -> images(new Walk(repository, Set.of(), excluded)
                        .below(repository)
                        .files()));
    }

    /** Those among files. */
    static List<Path> images(List<Path> files) {
        return files.stream()
                .filter(file -> Kind.isImage(String.valueOf(file.getFileName())))
                .toList();
    }
}
