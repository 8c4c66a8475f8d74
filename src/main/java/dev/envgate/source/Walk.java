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
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the files below a directory that may be searched. What {@code .gitignore} names is left out, unless Git keeps it all the same;
 * Git itself is not run, and no symbolic link is followed.
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
    private final Tracked tracked;
    private final Deque<IgnoreFile> ignoreFiles = new ArrayDeque<>();
    private final List<Path> found = new ArrayList<>();
    private final List<NavigableSet<String>> kept = new ArrayList<>();
    private boolean complete = true;

    /**
     * @param repository whose ignore files count
     * @param without directories that are left out
     * @param excluded patterns of what else is left out, as in an ignore file at the repository's root
     * @param tracked asked only where an ignore file names something that is there
     */
    Walk(Path repository, Set<Path> without, List<String> excluded, Tracked tracked) {
        this.repository = repository;
        this.tracked = tracked;
        this.without = Set.copyOf(without);
        this.excluded = IgnoreFile.parse(0, String.join("\n", excluded));
    }

    Walk(Path repository, Set<Path> without) {
        this(repository, without, List.of(), Tracked.NOTHING);
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

    /** What becomes of something that the walk comes to. */
    private enum Fate {
        LISTED,
        LEFT_OUT,
        /** A directory that Git ignores, with files in it that it keeps. */
        ONLY_KEPT
    }

    /** @param inIgnored whether it lies in a directory that Git ignores */
    private Fate fate(Path path, boolean directory, boolean inIgnored) {
        List<String> parts = parts(path);
        if (parts.isEmpty()) {
            return Fate.LISTED;
        }
        Optional<Boolean> own = excluded.ignores(parts, directory);
        if (own.isPresent() && !(inIgnored && !own.get())) {
            return own.get() ? Fate.LEFT_OUT : Fate.LISTED;
        }
        if (!inIgnored && !ignoredByGit(parts, directory)) {
            return Fate.LISTED;
        }
        return keeps(String.join("/", parts), directory) ? directory ? Fate.ONLY_KEPT : Fate.LISTED : Fate.LEFT_OUT;
    }

    private boolean ignoredByGit(List<String> parts, boolean directory) {
        return ignoreFiles.stream()
                .map(file -> file.ignores(parts, directory))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(false);
    }

    private boolean keeps(String path, boolean directory) {
        if (kept.isEmpty()) {
            Optional<NavigableSet<String>> told = tracked.paths(repository);
            complete &= told.isPresent();
            kept.add(told.orElseGet(Collections::emptyNavigableSet));
        }
        NavigableSet<String> paths = kept.getFirst();
        if (!directory) {
            return paths.contains(path);
        }
        String inside = paths.ceiling(path + "/");
        return inside != null && inside.startsWith(path + "/");
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
        private final Deque<Path> ignored = new ArrayDeque<>();

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(start)) {
                if (without.contains(directory) || PassedOver.directory(name(directory), () -> beside(directory))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                switch (fate(directory, true, !ignored.isEmpty())) {
                    case LEFT_OUT -> {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    case ONLY_KEPT -> ignored.push(directory);
                    case LISTED -> {}
                }
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
            if (directory.equals(ignored.peek())) {
                ignored.pop();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                complete &= without.contains(file) || leftOut(file, true); // as deep as the walk goes
            } else if (attributes.isRegularFile() && !PassedOver.file(name(file)) && !leftOut(file, false)) {
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

        private boolean leftOut(Path path, boolean directory) {
            return fate(path, directory, !ignored.isEmpty()) == Fate.LEFT_OUT;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            complete = false;
            return FileVisitResult.CONTINUE;
        }
    }
}
