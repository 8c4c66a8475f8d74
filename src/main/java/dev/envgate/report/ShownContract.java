package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Place;
import java.io.IOException;
import java.util.Locale;

/** The declarations, and what each of them means. */
public record ShownContract(Contract contract) implements Shown {
    @Override
    public String text(Style style) {
        Table table = new Table();
        for (Declaration each : contract.declarations()) {
            table.line(
                    each.name().text(),
                    lower(each.kind()),
                    lower(each.standing()),
                    Table.cell(new Place.InFile(each.span())),
                    each.standingBecause());
        }
        String files = String.join(", ", contract.files());
        return (files.isEmpty() ? "no contract file" : files) + "\n" + table.text();
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeArrayFieldStart("declarations");
            for (Declaration each : contract.declarations()) {
                declaration(json, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void declaration(JsonGenerator json, Declaration declaration) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", declaration.name().text());
        Json.place(json, new Place.InFile(declaration.span()));
        json.writeStringField("kind", lower(declaration.kind()));
        json.writeStringField("kindBecause", declaration.kindBecause());
        json.writeStringField("standing", lower(declaration.standing()));
        json.writeStringField("standingBecause", declaration.standingBecause());
        json.writeArrayFieldStart("comment");
        for (String line : declaration.comment()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeBooleanField("commentedOut", declaration.commentedOut());
        json.writeEndObject();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
