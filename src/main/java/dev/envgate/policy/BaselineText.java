package dev.envgate.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline as a file: JSON in the published schema {@code docs/schema/baseline.json}, one finding a line, sorted, so that its changes can be read. */
public final class BaselineText {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private static final Comparator<Baseline.Entry> ORDER = Comparator.comparing(Baseline.Entry::environment)
            .thenComparing(Baseline.Entry::service)
            .thenComparing(Baseline.Entry::container)
            .thenComparing(Baseline.Entry::name)
            .thenComparing(Baseline.Entry::rule)
            .thenComparing(Baseline.Entry::fingerprint);

    private BaselineText() {}

    /** What came of reading. */
    public sealed interface Result {
        record Found(Baseline baseline) implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    /** The whole file. */
    public static String of(List<Baseline.Entry> entries) {
        return entries.stream()
                .distinct()
                .sorted(ORDER)
                .map(each -> "    " + line(each))
                .collect(Collectors.joining(",\n", head(), entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n"))
                .replace("[\n]", "[]");
    }

    private static String head() {
        return "{\n  \"schemaVersion\": %d,\n  \"findings\": [\n".formatted(SCHEMA_VERSION);
    }

    private static String line(Baseline.Entry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("rule", entry.rule());
        if (!entry.environment().isEmpty()) {
            node.put("environment", entry.environment());
        }
        node.put("service", entry.service());
        node.put("container", entry.container());
        node.put("name", entry.name());
        node.put("fingerprint", entry.fingerprint());
        return node.toString();
    }

    public static Result read(SourceFile file) {
        try {
            JsonNode root = JSON.readTree(file.text());
            return root.path("schemaVersion").asInt() == SCHEMA_VERSION
                            && root.path("findings").isArray()
                    ? new Result.Found(new Baseline(file.path(), entries(root.path("findings"))))
                    : new Result.Refused(other(file));
        } catch (JsonProcessingException e) {
            return new Result.Refused(noJson(file, e));
        }
    }

    private static List<Baseline.Entry> entries(JsonNode findings) {
        List<Baseline.Entry> entries = new ArrayList<>();
        for (JsonNode each : findings) {
            entries.add(new Baseline.Entry(
                    each.path("fingerprint").asText(),
                    each.path("rule").asText(),
                    each.path("environment").asText(),
                    each.path("service").asText(),
                    each.path("container").asText(),
                    each.path("name").asText()));
        }
        return entries;
    }

    private static Problem other(SourceFile file) {
        return new Problem(
                file.span(0, 0),
                "This is not a baseline of version %d.".formatted(SCHEMA_VERSION),
                "Write it with `envgate check --write-baseline FILE`.");
    }

    private static Problem noJson(SourceFile file, JsonProcessingException e) {
        int line = Math.clamp(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), 1, file.lines());
        return new Problem(
                file.span(file.lineStart(line), file.lineStart(line)),
                "The baseline is not JSON from here on.",
                "Write it with `envgate check --write-baseline FILE`.");
    }
}
