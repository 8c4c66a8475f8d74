package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import java.io.IOException;
import java.util.List;

/** What {@link VariablesPage} says, in the published schema {@code docs/schema/variables.json}. No value is in it, and no line number. */
public record VariablesJson(Ledger ledger) {
    public String text() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeArrayFieldStart("variables");
            for (Documented each : Documented.of(ledger)) {
                variable(json, each);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notKnown");
            for (NotVerified each : Documented.notKnown(ledger)) {
                json.writeStartObject();
                json.writeStringField("what", each.what());
                json.writeStringField("why", each.why());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void variable(JsonGenerator json, Documented each) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", each.name());
        json.writeStringField("kind", Words.of(each.kind()));
        json.writeArrayFieldStart("declared");
        for (Declaration declaration : each.declarations()) {
            json.writeStartObject();
            json.writeStringField("file", declaration.span().file().path());
            json.writeStringField(
                    "comment", String.join(" ", declaration.comment()).strip());
            json.writeStringField("kind", Words.of(declaration.kind()));
            json.writeStringField("kindBecause", declaration.kindBecause());
            json.writeStringField("standing", Words.of(declaration.standing()));
            json.writeStringField("standingBecause", declaration.standingBecause());
            json.writeBooleanField("commentedOut", declaration.commentedOut());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("read");
        for (Documented.Read read : each.reads()) {
            json.writeStartObject();
            json.writeStringField("file", read.file());
            json.writeStringField("fallback", Words.of(read.fallback()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("configured");
        for (Documented.Settled setting : each.settings()) {
            setting(json, setting);
        }
        json.writeEndArray();
        texts(json, "notConfiguredIn", each.missing());
        texts(json, "valuesDifferBetween", each.valuesDiffer());
        json.writeEndObject();
    }

    private static void setting(JsonGenerator json, Documented.Settled settled) throws IOException {
        Documented.Setting setting = settled.setting();
        json.writeStartObject();
        json.writeStringField("container", setting.container());
        json.writeStringField("in", setting.in());
        json.writeStringField("from", setting.from());
        json.writeStringField("file", setting.file());
        json.writeStringField("condition", setting.condition());
        texts(json, "environments", settled.environments());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String each : texts) {
            json.writeString(each);
        }
        json.writeEndArray();
    }
}
