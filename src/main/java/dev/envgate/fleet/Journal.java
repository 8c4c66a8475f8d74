package dev.envgate.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is finished of a part of a fleet: a line that says what it is about, then one line of JSON for each unit, in the order in which they
 * were finished. A run that was killed leaves the beginning of a line at the end, which does not count.
 *
 * @param length how many bytes of the file count
 */
public record Journal(String file, Header header, List<Entry> entries, int length) {
    private static final int SCHEMA_VERSION = 1;

    public Journal {
        entries = List.copyOf(entries);
    }

    /** What a file turned out to be. */
    public sealed interface Read {
        record Found(Journal journal) implements Read {}

        /** Its first line is not finished, so that nothing is. */
        record Begun() implements Read {}
    }

    /** The first line. */
    public static String line(Header header) {
        ObjectNode node = FleetJson.object();
        node.put("schemaVersion", SCHEMA_VERSION);
        node.put("journal", "envgate fleet");
        node.put("version", header.version());
        node.put("options", header.options());
        node.put("plan", header.plan());
        node.put("shard", header.shard().number());
        node.put("of", header.shard().of());
        node.put("day", header.day());
        FleetJson.list(node, "units", header.tasks(), FleetJson::task);
        FleetJson.list(node, "gaps", header.gaps(), FleetJson::unseen);
        return FleetJson.line(node) + "\n";
    }

    /** One unit's line. */
    public static String line(Entry entry) {
        ObjectNode node = FleetJson.object();
        FleetJson.entry(entry, node);
        return FleetJson.line(node) + "\n";
    }

    /** Reads a file; {@code name} is what messages call it. */
    public static Read read(String name, byte[] bytes) throws Refusal {
        int end = lineEnd(bytes, 0);
        return end < 0 ? new Read.Begun() : new Read.Found(read(name, bytes, end, header(name, text(bytes, 0, end))));
    }

    private static Journal read(String name, byte[] bytes, int headerEnd, Header header) throws Refusal {
        List<Entry> entries = new ArrayList<>();
        Set<Unit> expected = header.tasks().stream().map(Task::unit).collect(Collectors.toCollection(HashSet::new));
        int start = headerEnd + 1;
        for (int end = lineEnd(bytes, start); end >= 0; end = lineEnd(bytes, start)) {
            Entry entry = entry(name, entries.size() + 2, text(bytes, start, end));
            if (!expected.remove(entry.unit())) {
                throw new Refusal(
                        "The journal `%s` has `%s` in line %d, which it has already or which is no part of it."
                                .formatted(name, entry.unit().key(), entries.size() + 2),
                        "journals are not put together by hand: `envgate fleet merge` reads several.");
            }
            entries.add(entry);
            start = end + 1;
        }
        return new Journal(name, header, entries, start);
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static Header header(String name, String line) throws Refusal {
        try {
            JsonNode node = FleetJson.parse(line);
            if (FleetJson.number(node, "schemaVersion") != SCHEMA_VERSION
                    || !FleetJson.text(node, "journal").equals("envgate fleet")) {
                throw other(name);
            }
            return new Header(
                    FleetJson.text(node, "version"),
                    FleetJson.text(node, "options"),
                    FleetJson.text(node, "plan"),
                    new Shard(FleetJson.number(node, "shard"), FleetJson.number(node, "of")),
                    FleetJson.text(node, "day"),
                    FleetJson.list(node, "units", FleetJson::task),
                    FleetJson.list(node, "gaps", FleetJson::unseen));
        } catch (IllegalArgumentException e) {
            throw other(name);
        }
    }

    /** That of something else, which nobody must overwrite. */
    public static Refusal other(String name) {
        return new Refusal(
                "`%s` is not a journal of `envgate fleet check`.".formatted(name),
                "name the file that was given to it with `--journal`.");
    }

    private static Entry entry(String name, int number, String line) throws Refusal {
        try {
            return FleetJson.entry(FleetJson.parse(line));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "Line %d of the journal `%s` is damaged.".formatted(number, name),
                    "take it away, and run the fleet again.");
        }
    }

    /** The same as if there were no other shards: what they do is not missing here. */
    public Journal alone() {
        return new Journal(
                file,
                new Header(
                        header.version(),
                        header.options(),
                        header.plan(),
                        Shard.WHOLE,
                        header.day(),
                        header.tasks(),
                        header.gaps()),
                entries,
                length);
    }

    /** The units that are not finished. */
    public List<Task> left() {
        Set<Unit> finished = entries.stream().map(Entry::unit).collect(Collectors.toSet());
        return header.tasks().stream()
                .filter(each -> !finished.contains(each.unit()))
                .toList();
    }
}
