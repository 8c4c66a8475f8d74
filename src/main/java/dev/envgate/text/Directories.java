package dev.envgate.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Known known;

    /**
     * @param home where the run was started; paths are shown relative to it when they lie in no repository
     * @param roots the directories that may be read; one that does not exist allows nothing
     */
    public Directories(Path home, List<Path> roots) {
        this(home, roots, LARGEST);
    }

    /** @param largest the largest file that is read, in bytes */
    public Directories(Path home, List<Path> roots, long largest) {
        this(whole(home), whole(home), realPaths(whole(home), roots), largest, new Known());
    }

    private Directories(Path home, Path working, List<Path> roots, long largest, Known known) {
        this.home = home;
        this.working = working;
        this.roots = roots;
        this.largest = largest;
        this.known = known;
    }

    /** What was found out before: of thousands of files in one directory, each asks the operating system for nothing but itself. */
    private static final class Known {
        private final Map<Path, Read> strictly = new ConcurrentHashMap<>();
        private final Map<Path, Read> tolerantly = new ConcurrentHashMap<>();
        private final Map<Path, Boolean> inside = new ConcurrentHashMap<>();
        private final Map<Path, Path> repositories = new ConcurrentHashMap<>();
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
        return known.strictly.computeIfAbsent(working.resolve(path), each -> readNow(each, Utf8::decode));
    }

    @Override
    public Read readTolerantly(Path path) {
        return read(path) instanceof Read.Found found
                ? found
                : known.tolerantly.computeIfAbsent(
                        working.resolve(path), each -> readNow(each, Utf8::decodeTolerantly));
    }

    private Read readNow(Path path, Function<byte[], Utf8.Decoded> decoder) {
        try {
            return isPlainFile(path) ? readText(path, path, decoder) : readLinked(path, allowed(path), decoder);
        } catch (RefusedException | IOException refusal) {
            return new Read.Refused(reason(refusal));
        }
    }

    /** Whether it is a file and no link, in a directory that may be read: then it may be read without following its path again. */
    private boolean isPlainFile(Path path) throws IOException {
        Path directory = path.getParent();
        return directory != null
                && known.inside.computeIfAbsent(directory, this::isInside)
                && Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isRegularFile();
    }

    private boolean isInside(Path directory) {
        return realPath(directory)
                .filter(real -> roots.stream().anyMatch(real::startsWith))
                .isPresent();
    }

    private Read readLinked(Path path, Path real, Function<byte[], Utf8.Decoded> decoder) throws IOException {
        if (Files.isDirectory(real)) {
            return new Read.Refused("it is a directory");
        }
        return Files.isRegularFile(real) ? readText(path, real, decoder) : new Read.Refused("it is not a regular file");
    }

    private Read readText(Path path, Path real, Function<byte[], Utf8.Decoded> decoder) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return channel.size() > largest ? tooLarge(channel.size()) : text(path, decoder.apply(bytes(channel)));
        }
    }

    private Read tooLarge(long size) {
        return new Read.Refused("it has %,d bytes, and files of up to %,d bytes are read".formatted(size, largest));
    }

    /** As many as the channel said it has, or fewer: a file that grows meanwhile is not followed. */
    private static byte[] bytes(SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer);
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }

    private Read text(Path path, Utf8.Decoded decoded) {
        return switch (decoded) {
            case Utf8.Decoded.Text(String text) -> new Read.Found(new SourceFile(showFile(path), text));
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
        return new Directories(home, working.resolve(directory).normalize(), roots, largest, known);
    }

    @Override
    public Path absolute(Path path) {
        return working.resolve(path).normalize();
    }

    @Override
    public String show(Path path) {
        Path full = absolute(path);
        return show(full, repository(full, home));
    }

    private String showFile(Path path) {
        Path full = absolute(path);
        Path directory = full.getParent();
        return directory == null
                ? show(full)
                : show(full, known.repositories.computeIfAbsent(directory, each -> repository(each, home)));
    }

    private static String show(Path full, Path base) {
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
