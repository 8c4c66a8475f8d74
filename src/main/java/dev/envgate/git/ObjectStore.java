package dev.envgate.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The objects of a repository: single files, packs, and the stores of other repositories that it borrows from. */
final class ObjectStore {
    private static final int MOST_BORROWED = 8;

    private final List<Path> directories = new ArrayList<>();
    private final List<Pack> packs = new ArrayList<>();

    /** Opens the store in a directory, {@code .git/objects}. */
    static ObjectStore open(Path directory) throws GitException, IOException {
        ObjectStore store = new ObjectStore();
        store.add(directory);
        return store;
    }

    private void add(Path directory) throws GitException, IOException {
        if (directories.contains(directory) || directories.size() > MOST_BORROWED || !Files.isDirectory(directory)) {
            return;
        }
        directories.add(directory);
        for (Path index : indexes(directory.resolve("pack"))) {
            packs.add(Pack.open(index, this));
        }
        Path alternates = directory.resolve("info/alternates");
        if (Files.isRegularFile(alternates)) {
            for (String line : Files.readAllLines(alternates)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(directory.resolve(line.strip()).normalize());
                }
            }
        }
    }

    private static List<Path> indexes(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(".idx"))
                    .sorted()
                    .toList();
        }
    }

    /** The object of an id of 40 hexadecimal digits. */
    GitObject read(String id) throws GitException, IOException {
        for (Pack pack : packs) {
            long offset = pack.find(id);
            if (offset >= 0) {
                return pack.read(offset);
            }
        }
        for (Path directory : directories) {
            Path file = directory.resolve(id.substring(0, 2)).resolve(id.substring(2));
            if (Files.isRegularFile(file)) {
                return loose(Inflation.inflate(Files.readAllBytes(file), 0));
            }
        }
        throw new GitException(
                "the clone does not have the object `%s`".formatted(id.substring(0, 10)),
                "fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` where a pipeline checks out.");
    }

    /** The ids that begin with at least four hexadecimal digits, sorted. */
    Set<String> beginning(String digits) throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        packs.forEach(pack -> pack.beginning(digits).forEach(ids::add));
        for (Path directory : directories) {
            Path folder = directory.resolve(digits.substring(0, 2));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> digits.substring(0, 2) + file.getFileName())
                            .filter(id -> id.startsWith(digits) && id.matches("[0-9a-f]{40}"))
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }

    private static GitObject loose(byte[] bytes) throws GitException {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        String[] head = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        if (head.length != 2 || end == bytes.length) {
            throw GitException.broken("an object");
        }
        return new GitObject(head[0], Arrays.copyOfRange(bytes, end + 1, bytes.length));
    }
}
