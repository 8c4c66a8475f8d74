package dev.envgate.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Repositories that belong into this one: where one was not checked out, code is missing. */
final class Submodules {
    private static final long LARGEST = 1 << 16;

    private Submodules() {}

    /** Whether all that {@code .gitmodules} names is there. */
    static boolean present(Path repository) {
        Path list = repository.resolve(".gitmodules");
        try {
            return !Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
                    || (Files.size(list) <= LARGEST
                            && Files.readString(list, StandardCharsets.UTF_8)
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> line.matches("path\\s*=.*"))
                                    .map(line -> line.substring(line.indexOf('=') + 1)
                                            .strip())
                                    .allMatch(path -> filled(repository, path)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean filled(Path repository, String path) {
        Path directory = repository.resolve(path).normalize();
        if (!directory.startsWith(repository) || !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return entries.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
