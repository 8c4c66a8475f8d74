package dev.envgate.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists the files below a directory that may be searched. What {@code .gitignore} names is left out, Git itself is not run, and no
 * symbolic link is followed.
 */
final class Walk {
    /** How many files are listed at most. */
    static final int MOST_FILES = 100_000;

    private static final int DEEPEST = 40;
    private static final long LARGEST = 1 << 20;
    private static final int LARGEST_IGNORE_FILE = 1 << 18;

    private final Path repository;
    private final Set<Path> without;
    private final IgnoreFile excluded;
    private final Deque<IgnoreFile> ignoreFiles = new ArrayDeque<>();
    private final List<Path> found = new ArrayList<>();
    private boolean complete = true;

    /**
     * @param repository whose ignore files count
     * @param without directories that are left out
     * @param excluded patterns of what else is left out, as in an ignore file at the repository's root
     */
    Walk(Path repository, Set<Path> without, List<String> excluded) {
        this.repository = repository;
        this.without = Set.copyOf(without);
        this.excluded = IgnoreFile.parse(0, String.join("\n", excluded));
    }

    Walk(Path repository, Set<Path> without) {
        this(repository, without, List.of());
    }

    /** Lists what lies at and below a directory of the repository. */
    Walk below(Path start) {
        Path at = repository;
        read(at.resolve(".git/info/exclude"), 0);
        if (start.startsWith(repository)) {
            for (Path part : repository.relativize(start)) {
                if (!part.toString().isEmpty()) {
                    read(at.resolve(".gitignore"), depth(at));
                    at = at.resolve(part);
                }
            }
        }
        visit(start);
        ignoreFiles.clear();
        return this;
    }

    List<Path> files() {
        return List.copyOf(found);
    }

    /** Whether nothing was left out because it was too much, too large, too deep, or could not be read. */
    boolean complete() {
        return complete;
    }

    private void visit(Path start) {
        try {
            Files.walkFileTree(start, Set.of(), DEEPEST, new Visitor(start));
        } catch (IOException e) {
            complete = false;
        }
    }

    private void read(Path file, int depth) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                ignoreFiles.push(IgnoreFile.parse(depth, beginning(file)));
            } catch (IOException unreadable) {
                complete = false;
            }
        }
    }

    /** What is left out of a file of patterns that is too large leaves more to be searched, and not less. */
    private static String beginning(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(LARGEST_IGNORE_FILE), StandardCharsets.UTF_8);
        }
    }

    private int depth(Path directory) {
        return parts(directory).size();
    }

    /** The names on the way from the repository to a path. */
    private List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        if (path.startsWith(repository) && !path.equals(repository)) {
            repository.relativize(path).forEach(part -> parts.add(part.toString()));
        }
        return parts;
    }

    private boolean ignored(Path path, boolean directory) {
        List<String> parts = parts(path);
        return !parts.isEmpty()
                && Stream.concat(Stream.of(excluded), ignoreFiles.stream())
                        .map(file -> file.ignores(parts, directory))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(false);
    }

    private static Set<String> beside(Path directory) {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolveSibling(""))) {
            entries.forEach(entry -> names.add(name(entry)));
        } catch (IOException unreadable) {
            return Set.of();
        }
        return names;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Keeps the ignore files of the directories that it is in. */
    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Deque<Integer> counts = new ArrayDeque<>();

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean inner = !directory.equals(start);
            boolean left = without.contains(directory)
                    || PassedOver.directory(name(directory), () -> beside(directory))
                    || ignored(directory, true);
            if (inner && left) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            counts.push(ignoreFiles.size());
            read(directory.resolve(".gitignore"), depth(directory));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            int before = counts.pop();
            while (ignoreFiles.size() > before) {
                ignoreFiles.pop();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                complete &= without.contains(file) || ignored(file, true); // as deep as the walk goes
            } else if (attributes.isRegularFile() && !PassedOver.file(name(file)) && !ignored(file, false)) {
                boolean small = attributes.size() <= LARGEST;
                complete &= small || Kind.of(name(file)).isEmpty();
                if (small) {
                    found.add(file);
                }
            }
            boolean more = found.size() < MOST_FILES;
            complete &= more;
            return more ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            complete = false;
            return FileVisitResult.CONTINUE;
        }
    }
}
