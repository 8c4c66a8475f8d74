package dev.envgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every source file to one layout; {@code mvn test -Dtest=LayoutTest -Dlayout.update=true} rewrites what differs. */
class LayoutTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceFileHasTheLayoutOfTheHouse() throws IOException, FormatterException {
        List<Path> wrong = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String formatted = layOut(text);
            if (!formatted.equals(text)) {
                wrong.add(source);
                update(source, formatted);
            }
        }
        assertThat(wrong)
                .as("sources to lay out again with -Dlayout.update=true")
                .matches(files -> files.isEmpty() || Boolean.getBoolean("layout.update"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String layOut(String text) throws FormatterException {
        return FORMATTER.formatSource(ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR));
    }

    private static void update(Path source, String formatted) throws IOException {
        if (Boolean.getBoolean("layout.update")) {
            Files.writeString(source, formatted);
        }
    }
}
