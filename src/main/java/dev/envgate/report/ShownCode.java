package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Place;
import java.io.IOException;
import java.util.Locale;

/** Which names the code reads, and where. */
public record ShownCode(Code code) implements Shown {
    @Override
    public String text(Style style) {
        return switch (code) {
            case Code.NotSearched(String why) -> "the code was not searched, because " + why + "\n";
            case Code.Searched searched -> text(searched);
        };
    }

    private static String text(Code.Searched searched) {
        Table table = new Table();
        for (CodeRead each : searched.reads()) {
            table.line(
                    each.name().text(),
                    fallback(each),
                    lower(each.reader()),
                    Table.cell(new Place.InFile(each.span())),
                    certainty(each));
        }
        for (ComputedRead each : searched.computed()) {
            table.line(
                    each.prefix() + "…" + each.suffix(),
                    "",
                    lower(each.reader()),
                    Table.cell(new Place.InFile(each.span())),
                    "the name is computed");
        }
        return "%d files in %s%s%n"
                        .formatted(searched.files(), searched.root(), incomplete(searched))
                        .replace(System.lineSeparator(), "\n")
                + table.text();
    }

    private static String incomplete(Code.Searched searched) {
        return searched.complete() ? "" : ", and some that could not be read";
    }

    /** What happens when the variable is not set, in two or three words. */
    static String fallback(CodeRead read) {
        return fallback(read.fallback());
    }

    static String fallback(Fallback fallback) {
        return switch (fallback) {
            case FAILS -> "fails without";
            case NONE -> "no default";
            case EMPTY -> "empty default";
            case USABLE -> "has a default";
        };
    }

    private static String certainty(CodeRead read) {
        return switch (read.certainty()) {
            case WRITTEN -> "";
            case DERIVED -> "a library makes the name";
            case MENTIONED -> "only mentioned";
        };
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            switch (code) {
                case Code.NotSearched(String why) -> json.writeStringField("notSearched", why);
                case Code.Searched searched -> searched(json, searched);
            }
            json.writeEndObject();
        });
    }

    private static void searched(JsonGenerator json, Code.Searched searched) throws IOException {
        json.writeStringField("root", searched.root());
        json.writeNumberField("files", searched.files());
        json.writeBooleanField("complete", searched.complete());
        json.writeArrayFieldStart("reads");
        for (CodeRead each : searched.reads()) {
            json.writeStartObject();
            json.writeStringField("name", each.name().text());
            place(json, new Place.InFile(each.span()));
            json.writeStringField("fallback", lower(each.fallback()));
            json.writeStringField("reader", lower(each.reader()));
            json.writeStringField("certainty", lower(each.certainty()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("computed");
        for (ComputedRead each : searched.computed()) {
            json.writeStartObject();
            place(json, new Place.InFile(each.span()));
            json.writeStringField("prefix", each.prefix());
            json.writeStringField("suffix", each.suffix());
            json.writeStringField("reader", lower(each.reader()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, Place.InFile place) throws IOException {
        Json.place(json, place);
        json.writeNumberField("column", place.span().column());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
