package dev.envgate.terraform;

import dev.envgate.ledger.Environment;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the root directories below a directory that reach an ECS task definition: those that no other directory uses as a local module.
 * The files are searched as text, only to offer a choice; nothing is judged by it.
 */
public final class Roots {
    private static final int DEEPEST = 12;
    private static final int MOST_FILES = 1_000_000;
    private static final long LARGEST = 4_000_000;
    private static final long MOST_BYTES = 100_000_000;
    private static final Set<String> PASSED_OVER = Set.of(
            ".git",
            ".terraform",
            ".terragrunt-cache",
            ".venv",
            "node_modules",
            "vendor",
            "third_party",
            "target",
            "examples",
            "example",
            "tests",
            "testdata",
            "fixtures");

    /** What is passed over unless it stands for an environment. */
    private static final String TEST = "test";

    private final TreeMap<Path, Sketch> directories = new TreeMap<>();
    private boolean whole = true;

    private Roots() {}

    /**
     * What was found.
     *
     * @param roots sorted; none when nothing defines a container
     * @param whole whether everything was looked at: there may be too many files
     */
    public record Found(List<Path> roots, boolean whole) {
        public Found {
            roots = List.copyOf(roots);
        }
    }

    /** The roots at and below a directory. */
    public static Found below(Path start) {
        Roots roots = new Roots();
        roots.visit(start.toAbsolutePath().normalize());
        return new Found(roots.found(), roots.whole);
    }

    private List<Path> found() {
        Set<Path> used = new HashSet<>();
        directories.values().forEach(each -> used.addAll(each.modules()));
        return directories.keySet().stream()
                .filter(each -> !used.contains(each) && reaches(each, new HashSet<>()))
                .toList();
    }

    private boolean reaches(Path directory, Set<Path> seen) {
        Sketch found = directories.getOrDefault(directory, Sketch.NOTHING);
        return found.defines()
                || (seen.add(directory) && found.modules().stream().anyMatch(each -> reaches(each, seen)));
    }

    private void visit(Path start) {
        try {
            Files.walkFileTree(start, Set.of(), DEEPEST, new Visitor(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private int files;
        private long bytes;

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            boolean passedOver = !directory.equals(start)
                    && (PASSED_OVER.contains(name) || (name.equals(TEST) && !isEnvironment(directory)));
            return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** {@code test} beside {@code prod} is no test. */
        private static boolean isEnvironment(Path directory) {
            try (Stream<Path> beside = Files.list(directory.resolveSibling("."))) {
                return beside.map(each -> String.valueOf(each.getFileName()))
                        .anyMatch(each -> !each.equals(TEST)
                                && Environment.USUAL.stream()
                                        .anyMatch(usual -> usual.words().contains(each)));
            } catch (IOException e) {
                return false;
            }
        }

        /** A file that cannot be read hides no root: whoever reads the root says so. */
        private static String text(Path file) {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            boolean terraform = name.equals(Terragrunt.FILE) || FileNames.isConfiguration(name);
            if (terraform && attributes.isRegularFile() && attributes.size() < LARGEST) {
                bytes += attributes.size();
                String text = text(file);
                Path parent = Optional.ofNullable(file.getParent()).orElse(start);
                Sketch sketch =
                        Sketch.of(text, FileNames.isJson(name), parent, () -> Directories.repository(file, start));
                directories.merge(parent, sketch, Sketch::and);
            }
            whole = ++files < MOST_FILES && bytes < MOST_BYTES;
            return whole ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
