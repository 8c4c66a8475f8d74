package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What files in SARIF have in common, of a run and of a fleet. */
record Sarif(JsonGenerator json, Origin origin) {
    /** GitHub keeps this many of a run. */
    static final int RESULTS = 5_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String BASE = "%SRCROOT%";

    /** In a message, words in brackets before an address in parentheses would be a link. */
    private static final Pattern LINK = Pattern.compile("([\\[\\]\\\\])");

    /** A part of the file. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /**
     * The whole file.
     *
     * @param read whether all inputs could be read
     * @param notifications what there is to say beside the results
     */
    void write(List<String> rules, boolean read, Part notifications, Part results) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(rules);
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", read);
        json.writeArrayFieldStart("toolExecutionNotifications");
        notifications.write();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        results.write();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(List<String> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "envgate");
        json.writeStringField("version", origin.version());
        json.writeArrayFieldStart("rules");
        for (String each : rules) {
            rule(each);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(String id) throws IOException {
        RulePage page = page(id);
        String address = origin.page(id);
        json.writeStartObject();
        json.writeStringField("id", id);
        text("shortDescription", page.summary());
        text("fullDescription", page.summary());
        if (!address.isEmpty()) {
            json.writeStringField("helpUri", address);
        }
        json.writeObjectFieldStart("help");
        json.writeStringField("text", page.terminal());
        json.writeStringField("markdown", page.linked(origin));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("deployment");
        json.writeString("configuration");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The journals of a fleet may be of a version that has other rules. */
    private static RulePage page(String id) {
        if (id.equals(Unlooked.ID)) {
            return Unlooked.PAGE;
        }
        return RulePage.isPacked(id)
                ? RulePage.of(id)
                : new RulePage(id, "# A rule of another version\n\nThis version of envgate does not have the rule.\n");
    }

    /** Says how many results had no room. */
    void leftOut(int left) throws IOException {
        if (left > 0) {
            notification(
                    "%s left out: GitHub keeps %d of a run."
                            .formatted(Words.count(left, "result") + (left == 1 ? " is" : " are"), RESULTS),
                    "warning");
        }
    }

    /** Says how many findings do not count. */
    void setAside(int aside) throws IOException {
        if (aside > 0) {
            notification(
                    "%s set aside.".formatted(Words.count(aside, "finding") + (aside == 1 ? " is" : " are")), "note");
        }
    }

    void notification(String message, String level) throws IOException {
        json.writeStartObject();
        text("message", message(message));
        json.writeStringField("level", level);
        json.writeEndObject();
    }

    /** How a result begins. */
    void head(String rule, int index, String level, String sentence) throws IOException {
        json.writeStringField("ruleId", rule);
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", level);
        text("message", message(sentence));
    }

    void physical(Anchor anchor) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", Anchor.uri(anchor.file()));
        json.writeStringField("uriBaseId", BASE);
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", anchor.line());
        json.writeNumberField("startColumn", anchor.column());
        json.writeNumberField("endColumn", anchor.endColumn());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The way to the variable, escaped; none where it is empty. */
    void logical(String way) throws IOException {
        if (!way.isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", way);
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    void fingerprint(String fingerprint) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        // GitHub looks at this one only; what it is about stays the same when lines move.
        json.writeStringField("primaryLocationLineHash", fingerprint);
        json.writeStringField("envgate/v1", fingerprint);
        json.writeEndObject();
    }

    private static String message(String text) {
        return LINK.matcher(Escape.terminal(text)).replaceAll("\\\\$1");
    }

    private void text(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
