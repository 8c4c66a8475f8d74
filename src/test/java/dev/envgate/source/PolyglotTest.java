package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.text.Directories;
import dev.envgate.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the search to a program in many languages, written by hand. A comment {@code read: NAME fallback} says what its line reads,
 * {@code read+2:} what the second line after it does; whatever is not said there must not be found.
 */
class PolyglotTest {
    private static final Path SAMPLE =
            Path.of("src/test/resources/source/polyglot").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void allThatIsReadIsFoundAndNothingElse() throws IOException {
        assertThat(found(SAMPLE, SAMPLE)).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void theSampleIsLargeEnoughToSaySomething() throws IOException {
        assertThat(expected()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(extensions()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void theSameIsFoundInFilesWithWindowsLineEnds() throws IOException {
        rewritten(text -> text.replace("\n", "\r\n"));

        assertThat(found(directory, directory)).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void aMarkAtTheBeginningOfAFileChangesNothing() throws IOException {
        rewritten(text -> "\ufeff" + text);

        assertThat(found(directory, directory)).containsExactlyInAnyOrderElementsOf(expected());
    }

    private void rewritten(UnaryOperator<String> change) throws IOException {
        for (Path file : files()) {
            Path copy = directory.resolve(SAMPLE.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, change.apply(Files.readString(file)));
        }
    }

    private static List<String> found(Path root, Path application) {
        Code code = SourceReader.read(
                new SourceReader.Request(root, List.of(application), Set.of(), new Directories(root, List.of(root))));
        Code.Searched searched = (Code.Searched) code;
        return Stream.concat(
                        searched.reads().stream().map(read -> shown(read)),
                        searched.computed().stream().map(read -> shown(read)))
                .sorted()
                .toList();
    }

    private static String shown(CodeRead read) {
        return "%s %s %s %s %s"
                .formatted(
                        place(read.span()),
                        read.name(),
                        lower(read.fallback()),
                        lower(read.reader()),
                        lower(read.certainty()));
    }

    private static String shown(ComputedRead read) {
        return "%s %s*%s computed".formatted(place(read.span()), read.prefix(), read.suffix());
    }

    /** Paths are shown from the repository on where there is one, and from the sample on elsewhere. */
    private static String place(Span span) {
        String path = span.file().path();
        int cut = path.indexOf("polyglot/");
        return (cut < 0 ? path : path.substring(cut + "polyglot/".length())) + ":" + span.line();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> expected() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path file : files()) {
            String path = SAMPLE.relativize(file).toString();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                expected.addAll(expected(path, i + 1, lines.get(i)));
            }
        }
        return expected.stream().sorted().toList();
    }

    private static List<String> expected(String path, int line, String text) {
        int mark = text.indexOf("read: ") >= 0 ? text.indexOf("read: ") : text.indexOf("read+");
        if (mark < 0) {
            return List.of();
        }
        int further = 0;
        List<String> expected = new ArrayList<>();
        for (String item : text.substring(mark).split(";|(?=read\\+)", -1)) {
            Matcher at = Pattern.compile(
                            "\\s*(?:read(?:\\+(\\d))?: )?(\\S+) (\\w+)(?: (test|tooling|build|derived))?(?: (derived))?")
                    .matcher(item);
            if (!at.lookingAt()) {
                continue;
            }
            further = at.start(1) >= 0 ? Integer.parseInt(at.group(1)) : further;
            expected.add(path + ":" + (line + further) + " " + said(at));
        }
        return expected;
    }

    private static String said(Matcher at) {
        List<String> words = Arrays.asList(String.valueOf(at.group(4)), String.valueOf(at.group(5)));
        String reader = Stream.of("test", "tooling", "build")
                .filter(words::contains)
                .findFirst()
                .orElse("application");
        String certainty = words.contains("derived") ? "derived" : "written";
        boolean computed = at.group(3).equals("computed");
        return at.group(2) + " " + at.group(3) + (computed ? "" : " " + reader + " " + certainty);
    }

    private static Set<String> extensions() throws IOException {
        return new TreeMap<>(files().stream()
                        .collect(Collectors.groupingBy(file -> file.toString().replaceAll(".*[./]", ""))))
                .keySet();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
