package dev.envgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds files by name in a repository, without following links and without looking where code of others is kept. */
final class RepositoryWalk extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 50_000;
    private static final Set<String> PASSED_OVER = Set.of(
            ".git",
            ".terraform",
            ".terragrunt-cache",
            ".venv",
            "build",
            "dist",
            "node_modules",
            "target",
            "vendor",
            "venv");

    private final Path start;
    private final Predicate<Path> wanted;
    private final List<Path> found = new ArrayList<>();
    private int files;

    private RepositoryWalk(Path start, Predicate<Path> wanted) {
        this.start = start;
        this.wanted = wanted;
    }

    /** The wanted files at and below a directory, sorted. */
    static List<Path> files(Path start, Predicate<Path> wanted) {
        RepositoryWalk walk = new RepositoryWalk(start, wanted);
        try {
            Files.walkFileTree(start, Set.of(), DEEPEST, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return walk.found.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean passedOver = !directory.equals(start) && PASSED_OVER.contains(String.valueOf(directory.getFileName()));
        return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && wanted.test(file)) {
            found.add(file);
        }
        return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
