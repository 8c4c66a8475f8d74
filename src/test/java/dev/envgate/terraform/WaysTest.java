package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Directories;
import dev.envgate.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a name is written, and what it went through: each case of {@code places/*.txt} marks both in its own text. */
class WaysTest {
    private static final Path CASES = Path.of("src/test/resources/places");
    private static final String NAME = "NAME";
    private static final Pattern MARK = Pattern.compile(
            "/\\*([@0-9])(?: ([^*]+))?\\*/([a-z0-9_]*(?:[.][a-z0-9_]+|\\[\"[a-z]+\"])*(?:\\(\"[^\"]*\")?)");

    @TempDir
    private Path temporary;

    /** One case: its files by their paths. */
    record Way(String title, Map<String, String> files) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Way> ways() throws IOException {
        List<Way> ways = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                String[] cases = Files.readString(file).split("(?m)^## ", -1);
                for (String each : List.of(cases).subList(1, cases.length)) {
                    String[] parts = each.split("\n", 2);
                    ways.add(new Way(parts[0], files(parts[1])));
                }
            }
        }
        return ways.stream();
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new TreeMap<>();
        for (String part : text.split("(?m)^-- ", -1)) {
            if (text.startsWith("-- ") && !part.isBlank()) {
                String[] file = part.split("\n", 2);
                files.put(file[0], file[1]);
            } else if (!part.isBlank()) {
                files.put("main.tf", wrapped(part));
            }
        }
        return files;
    }

    private static String wrapped(String text) {
        int last = Math.max(text.indexOf("\nenvironment = "), text.indexOf("\ncontainer_definitions = "));
        String locals = last < 0 ? "" : text.substring(0, last);
        String result = text.substring(last + 1);
        String definitions = result.startsWith("environment = ")
                ? "container_definitions = jsonencode([{\n  name = \"api\"\n" + result + "}])\n"
                : result;
        return "locals {\n" + locals + "\n}\nresource \"aws_ecs_task_definition\" \"api\" {\nfamily = \"api\"\n"
                + definitions + "}\n";
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aNameIsShownWhereItIsWrittenWithTheWayThatItTook(Way way) throws IOException {
        Path root = temporary.toRealPath();
        for (Map.Entry<String, String> file : way.files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, file.getValue());
        }
        TerraformReader.Result result = TerraformReader.read(Inputs.of(root, new Directories(root, List.of(root))));
        assertThat(result.problems()).isEmpty();
        List<TaskDefinition> definitions = result.configuration().taskDefinitions();
        assertThat(definitions).flatExtracting(TaskDefinition::gaps).isEmpty();
        List<ContainerDefinition> containers =
                definitions.stream().flatMap(each -> each.containers().stream()).toList();
        assertThat(containers).flatExtracting(ContainerDefinition::gaps).isEmpty();
        List<Entry> entries =
                containers.stream().flatMap(each -> each.entries().stream()).toList();
        assertThat(entries).hasSize(1);
        List<String> expected = expected(way);
        assertThat(way(entries.getFirst(), expected)).isEqualTo(expected);
    }

    /** The marks in the order of their numbers, the name itself first: where it is marked, or else where it stands. */
    private static List<String> expected(Way way) {
        Map<String, String> found = new TreeMap<>();
        way.files().forEach((path, text) -> {
            Matcher mark = MARK.matcher(text);
            while (mark.find()) {
                String order = mark.group(1).equals("@") ? "0" : mark.group(1);
                String written = Optional.ofNullable(mark.group(2)).orElse(mark.group(3));
                String name = order.equals("0") ? "" : written;
                found.put(order, path + ":" + position(text, mark.start(3)) + " " + name);
            }
        });
        if (!found.containsKey("0")) {
            way.files().forEach((path, text) -> {
                if (text.contains(NAME)) {
                    int quote = text.contains("\"" + NAME + "\"") ? 1 : 0;
                    found.put("0", path + ":" + position(text, text.indexOf(NAME) - quote) + " ");
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static String position(String text, int offset) {
        String before = text.substring(0, offset);
        return (1 + before.chars().filter(c -> c == '\n').count()) + ":" + (offset - before.lastIndexOf('\n'));
    }

    /** A hop is shown as it is expected when its name is the beginning of what is written there. */
    private static List<String> way(Entry entry, List<String> expected) {
        List<String> way = new ArrayList<>();
        way.add(
                entry.presence() instanceof Presence.Present(Place place)
                        ? at(place) + " "
                        : entry.presence().toString());
        for (Entry.Hop hop : entry.chain()) {
            String shown = at(hop.place()) + " " + hop.name().replaceAll("\\)$", "");
            String wanted = way.size() < expected.size() ? expected.get(way.size()) : "";
            way.add(wanted.startsWith(shown) ? wanted : shown);
        }
        return way;
    }

    private static String at(Place place) {
        return place instanceof Place.InFile(Span span) ? span.toString() : place.toString();
    }
}
