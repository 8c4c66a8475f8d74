package dev.envgate.terraform;

import dev.envgate.text.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root directories below a directory that reach an ECS task definition: those that no other directory uses as a local module.
 * The files are searched as text, only to offer a choice; nothing is judged by it.
 */
public final class Roots {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 20_000;
    private static final long LARGEST = 4_000_000;
    private static final Set<String> PASSED_OVER = Set.of(
            ".git",
            ".terraform",
            ".terragrunt-cache",
            "node_modules",
            "vendor",
            "target",
            "examples",
            "example",
            "test",
            "tests");
    /** A local source; terragrunt often begins it with a function. */
    private static final Pattern MODULE = Pattern.compile(
            "source\\s{0,20}[=:]\\s{0,20}\"(?:\\$\\{(get_terragrunt_dir|get_repo_root)\\(\\)\\}/|(?=\\.{1,2}/))([^\"$\n]{1,200})\"");

    private final TreeMap<Path, Directory> directories = new TreeMap<>();

    private Roots() {}

    /** What was found out about one directory. */
    private record Directory(boolean defines, Set<Path> modules) {
        Directory and(Directory other) {
            Set<Path> both = new HashSet<>(modules);
            both.addAll(other.modules);
            return new Directory(defines || other.defines, both);
        }
    }

    /** The roots at and below a directory, sorted; none when nothing there defines a container. */
    public static List<Path> below(Path start) {
        Roots roots = new Roots();
        roots.visit(start.toAbsolutePath().normalize());
        return roots.found();
    }

    private List<Path> found() {
        Set<Path> used = new HashSet<>();
        directories.values().forEach(each -> used.addAll(each.modules()));
        return directories.keySet().stream()
                .filter(each -> !used.contains(each) && reaches(each, new HashSet<>()))
                .toList();
    }

    private boolean reaches(Path directory, Set<Path> seen) {
        Directory found = directories.getOrDefault(directory, new Directory(false, Set.of()));
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

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean passedOver =
                    !directory.equals(start) && PASSED_OVER.contains(String.valueOf(directory.getFileName()));
            return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = String.valueOf(file.getFileName());
            boolean terraform = name.endsWith(".tf")
                    || name.endsWith(".tf.json")
                    || name.endsWith(".tofu")
                    || name.equals(Terragrunt.FILE);
            if (terraform && attributes.isRegularFile() && attributes.size() < LARGEST) {
                directories.merge(parent(file), look(file), Directory::and);
            }
            return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private Directory look(Path file) throws IOException {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Matcher module = MODULE.matcher(text);
            List<Path> modules = new ArrayList<>();
            while (module.find()) {
                modules.add(local(file, module.group(1), module.group(2)));
            }
            boolean defines = text.contains("aws_ecs_task_definition") || text.contains("container_definition");
            return new Directory(defines, Set.copyOf(modules));
        }

        private Path local(Path file, @Nullable String function, String source) {
            Path from = "get_repo_root".equals(function) ? Directories.repository(file, start) : parent(file);
            return from.resolve(source.replaceFirst("^/+", "").replace("//", "/"))
                    .normalize();
        }

        private Path parent(Path file) {
            Path parent = file.getParent();
            return parent == null ? start : parent;
        }
    }
}
