package dev.envgate.dotenv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables of cases, one case a line, with tabs between the cells. */
final class Tables {
    private Tables() {}

    /** Without the lines that begin with {@code #}. */
    static Stream<List<String>> rows(String name) {
        return allRows(name).filter(cells -> !cells.getFirst().startsWith("#"));
    }

    static Stream<List<String>> allRows(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/dotenv", name)).stream()
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String unescaped(String cell) {
        return cell.replace("\\ufeff", "\ufeff")
                .replace("\\ufffd", "\ufffd")
                .replace("\\0", "\0")
                .translateEscapes();
    }
}
