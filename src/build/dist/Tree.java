import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Files as they are to lie somewhere else, by their paths, sorted: what every archive is made of. */
final class Tree {
    private final Map<String, Node> nodes = new TreeMap<>();

    /** Something that lies at a path. */
    sealed interface Node {
        record File(byte[] bytes, boolean executable) implements Node {}

        record Link(String to) implements Node {}

        record Directory() implements Node {}
    }

    /** Adds a file, and the directories that it lies in. */
    Tree file(String path, byte[] bytes, boolean executable) {
        return put(path, new Node.File(bytes, executable));
    }

    /** Adds a symbolic link. */
    Tree link(String path, String to) {
        return put(path, new Node.Link(to));
    }

    /** Adds a directory in which nothing lies. */
    Tree directory(String path) {
        return put(path, new Node.Directory());
    }

    /** Adds a file as it lies on the disk; a link is followed. */
    Tree file(String path, Path from) {
        try {
            return file(path, Files.readAllBytes(from), Files.isExecutable(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds all that lies in a directory; links stay links. */
    Tree all(String path, Path from) {
        try (Stream<Path> found = Files.walk(from)) {
            List<Path> files = found.filter(each -> !Files.isDirectory(each)).toList();
            for (Path each : files) {
                String name = from.relativize(each).toString().replace('\\', '/');
                if (Files.isSymbolicLink(each)) {
                    link(path + name, Files.readSymbolicLink(each).toString());
                } else {
                    file(path + name, each);
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds all of another tree below a path. */
    Tree all(String path, Tree other) {
        other.nodes.forEach((name, node) -> put(path + name, node));
        return this;
    }

    private Tree put(String path, Node node) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            nodes.putIfAbsent(path.substring(0, slash), new Node.Directory());
        }
        nodes.put(path, node);
        return this;
    }

    /** Each path with what lies there, a directory before what is in it. */
    void forEach(BiConsumer<String, Node> use) {
        nodes.forEach(use);
    }

    /** What the file has that a link leads to. */
    byte[] bytes(String path, Node.Link link) {
        String to =
                Path.of(path).resolveSibling(link.to()).normalize().toString().replace('\\', '/');
        return switch (nodes.get(to)) {
            case Node.File file -> file.bytes();
            case Node.Link next -> bytes(to, next);
            case Node.Directory _ -> throw new IllegalStateException(path + " leads to a directory.");
        };
    }

    /** The bytes of all files together. */
    long size() {
        return nodes.values().stream()
                .mapToLong(each -> each instanceof Node.File file ? file.bytes().length : 0)
                .sum();
    }
}
