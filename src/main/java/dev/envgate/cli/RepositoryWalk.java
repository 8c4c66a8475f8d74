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

    /** What no change of the repository is in. */
    private static final Set<String> NEVER_OURS = Set.of(".git", ".terraform", "node_modules");

    private final Path start;
    private final Set<String> passedOver;
    private final int most;
    private final Predicate<Path> wanted;
    private final List<Path> found = new ArrayList<>();
    private int files;

    private RepositoryWalk(Path start, Set<String> passedOver, int most, Predicate<Path> wanted) {
        this.start = start;
        this.passedOver = passedOver;
        this.most = most;
        this.wanted = wanted;
    }

    /** The wanted files at and below a directory, sorted. */
    static List<Path> files(Path start, Predicate<Path> wanted) {
        return new RepositoryWalk(start, PASSED_OVER, MOST_FILES, wanted).walk(DEEPEST);
    }

    /** All files at and below a directory, however deep, sorted; {@code most} of them are too many. */
    static List<Path> everything(Path start, int most) throws Misuse {
        RepositoryWalk walk = new RepositoryWalk(start, NEVER_OURS, most, file -> true);
        List<Path> found = walk.walk(Integer.MAX_VALUE);
        if (walk.files >= most) {
            throw new Misuse(
                    "The repository has more than %,d files, and not all could be looked at for changes."
                            .formatted(most),
                    "remove what was built or installed in it, or leave out `--since`.");
        }
        return found;
    }

    private List<Path> walk(int deepest) {
        try {
            Files.walkFileTree(start, Set.of(), deepest, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean passed = !directory.equals(start) && passedOver.contains(String.valueOf(directory.getFileName()));
        return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && wanted.test(file)) {
            found.add(file);
        }
        return ++files < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
