package dev.envgate.hcl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A table of cases: one on a line, the expected result behind the last tab. */
final class Table {
    private static final Path FOLDER = Path.of("src/test/resources/hcl/eval");

    private Table() {}

    record Row(String input, String expected) {
        /** The part of the input before its tab. */
        String first() {
            return input.substring(0, input.indexOf('\t'));
        }

        /** The part of the input behind its tab. */
        String second() {
            return input.substring(input.indexOf('\t') + 1);
        }

        @Override
        public String toString() {
            return input;
        }
    }

    static Stream<Row> rows(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new Row(
                            line.substring(0, line.lastIndexOf('\t')), line.substring(line.lastIndexOf('\t') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
