package dev.envgate.text;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Directories on disk, and nothing but them. A file is read once: whoever asks again sees the same text. */
public final class Directories implements Workspace {
    /** The largest file that is read, in bytes. */
    public static final long LARGEST = 32L << 20;

    private final Path home;
    private final Path working;
    private final List<Path> roots;
    private final long largest;
    private final Map<Path, Read> readings;
    private final Map<Path, Read> tolerant;

    /**
     * @param home where the run was started; paths are shown relative to it when they lie in no repository
     * @param roots the directories that may be read; one that does not exist allows nothing
     */
    public Directories(Path home, List<Path> roots) {
        this(home, roots, LARGEST);
    }

    /** @param largest the largest file that is read, in bytes */
    public Directories(Path home, List<Path> roots, long largest) {
        this(
                whole(home),
                whole(home),
                realPaths(whole(home), roots),
                largest,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    private Directories(
            Path home,
            Path working,
            List<Path> roots,
            long largest,
            Map<Path, Read> readings,
            Map<Path, Read> tolerant) {
        this.home = home;
        this.working = working;
        this.roots = roots;
        this.largest = largest;
        this.readings = readings;
        this.tolerant = tolerant;
    }

    /** The repository that a path lies in: the nearest directory above it with {@code .git}, else the fallback. */
    public static Path repository(Path path, Path fallback) {
        Path at = whole(path);
        while (at != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        return at == null ? whole(fallback) : at;
    }

    @Override
    public Read read(Path path) {
        return readings.computeIfAbsent(working.resolve(path), each -> readNow(each, Utf8::decode));
    }

    @Override
    public Read readTolerantly(Path path) {
        return read(path) instanceof Read.Found found
                ? found
                : tolerant.computeIfAbsent(working.resolve(path), each -> readNow(each, Utf8::decodeTolerantly));
    }

    private Read readNow(Path path, Function<byte[], Utf8.Decoded> decoder) {
        try {
            Path real = allowed(path);
            if (Files.isDirectory(real)) {
                return new Read.Refused("it is a directory");
            }
            return Files.isRegularFile(real)
                    ? readText(path, real, decoder)
                    : new Read.Refused("it is not a regular file");
        } catch (RefusedException | IOException refusal) {
            return new Read.Refused(reason(refusal));
        }
    }

    private Read readText(Path path, Path real, Function<byte[], Utf8.Decoded> decoder) throws IOException {
        long size = Files.size(real);
        if (size > largest) {
            return new Read.Refused("it has %,d bytes, and files of up to %,d bytes are read".formatted(size, largest));
        }
        return switch (decoder.apply(Files.readAllBytes(real))) {
            case Utf8.Decoded.Text(String text) -> new Read.Found(new SourceFile(show(path), text));
            case Utf8.Decoded.Refused(String why) -> new Read.Refused(why);
        };
    }

    @Override
    public Listing list(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(allowed(working.resolve(directory)))) {
            List<String> names = new ArrayList<>();
            for (Path entry : entries) {
                if (!Files.isDirectory(entry)) {
                    names.add(entry.getFileName().toString());
                }
            }
            Collections.sort(names);
            return new Listing.Found(names);
        } catch (RefusedException | IOException refusal) {
            return new Listing.Refused(reason(refusal));
        }
    }

    @Override
    public Workspace from(Path directory) {
        return new Directories(home, working.resolve(directory).normalize(), roots, largest, readings, tolerant);
    }

    @Override
    public Path absolute(Path path) {
        return working.resolve(path).normalize();
    }

    @Override
    public String show(Path path) {
        Path full = working.resolve(path).normalize();
        Path base = repository(full, home);
        if (!full.startsWith(base)) {
            return slashes(full);
        }
        Path shown = base.relativize(full);
        return shown.toString().isEmpty() ? "." : slashes(shown);
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The file itself, symbolic links followed. What lies outside is refused before it is told whether it is there. */
    private Path allowed(Path path) throws IOException, RefusedException {
        try {
            return inside(path.toRealPath());
        } catch (NoSuchFileException missing) {
            inside(realParent(path));
            throw missing;
        }
    }

    private static Path realParent(Path path) throws IOException {
        Path at = path.normalize();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.toRealPath();
    }

    private Path inside(Path real) throws RefusedException {
        if (roots.stream().noneMatch(real::startsWith)) {
            throw new RefusedException();
        }
        return real;
    }

    private static String reason(Exception refusal) {
        return switch (refusal) {
            case RefusedException ignored -> "it lies outside of the directories that may be read";
            case NoSuchFileException ignored -> "there is no such file or directory";
            case NotDirectoryException ignored -> "it is not a directory";
            case java.nio.file.AccessDeniedException ignored -> "permission denied";
            case FileSystemException system when isLoop(system) -> "its symbolic links form a loop";
            default -> "the operating system refused it";
        };
    }

    private static boolean isLoop(FileSystemException failure) {
        return failure instanceof java.nio.file.FileSystemLoopException
                || String.valueOf(failure.getReason()).contains("symbolic links");
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static List<Path> realPaths(Path home, List<Path> roots) {
        return roots.stream()
                .map(home::resolve)
                .flatMap(root -> realPath(root).stream())
                .toList();
    }

    private static Optional<Path> realPath(Path root) {
        try {
            return Optional.of(root.toRealPath());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** The path leads out of the directories that may be read. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
