package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Comparison;
import dev.envgate.policy.Difference;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Two sides compared, as a table for people and as JSON in the published schema {@code docs/schema/compare.json}. */
public record ShownComparison(Comparison comparison) implements Shown {
    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        String head = "envgate: " + (comparison.differences().isEmpty() ? "alike" : "different");
        text.append(style.in(comparison.differences().isEmpty() ? Style.Ink.GREEN : Style.Ink.RED, head));
        text.append(" ".repeat(Math.max(3, 50 - head.length())));
        text.append(Escape.terminal(comparison.from())).append(" to ").append(Escape.terminal(comparison.to()));
        text.append('\n');
        station(text, style, Station.CONFIGURED, "Terraform");
        station(text, style, Station.DEPLOYED, "what runs");
        notVerified(text, style);
        return text.append('\n').append(summary(style)).append('\n').toString();
    }

    private void station(StringBuilder text, Style style, Station station, String title) {
        Table table = new Table();
        List<Difference> differences = comparison.differences().stream()
                .filter(each -> each.station() == station)
                .toList();
        if (!differences.isEmpty()) {
            text.append('\n').append(style.in(Style.Ink.BOLD, title)).append('\n');
            differences.forEach(each -> table.line(
                    subject(each), each.name().isEmpty() ? "(the container)" : each.name(), what(each), places(each)));
            text.append(table.text());
        }
    }

    private static String subject(Difference each) {
        return Stream.of(each.service(), each.container())
                .filter(part -> !part.isEmpty())
                .distinct()
                .reduce((service, container) -> service + "/" + container)
                .orElse("");
    }

    private String what(Difference each) {
        return switch (each.sort()) {
            case ONLY_FROM -> "only in " + comparison.from();
            case ONLY_TO -> "only in " + comparison.to();
            case KIND, REFERENCE ->
                "%s in %s, %s in %s"
                        .formatted(given(each.from()), comparison.from(), given(each.to()), comparison.to());
        };
    }

    private static String given(List<Entry> entries) {
        return entries.stream()
                .map(Entry::given)
                .map(ShownComparison::given)
                .findFirst()
                .orElse("");
    }

    private static String given(Given given) {
        return switch (given) {
            case Given.Plain _ -> "a plain value";
            case Given.Secret secret -> secret.reference().text();
            case Given.FromFile(String file) -> file;
            case Given.FromImage(String image) -> image;
        };
    }

    private static String places(Difference each) {
        return Stream.concat(each.from().stream(), each.to().stream())
                .map(entry -> Table.cell(place(entry)))
                .distinct()
                .reduce((from, to) -> from + ", " + to)
                .orElse("");
    }

    private static Place place(Entry entry) {
        return switch (entry.presence()) {
            case Presence.Present(Place place) -> place;
            case Presence.Conditional(Place place, String _) -> place;
            case Presence.Absent _, Presence.Unknown _ -> new Place.Nowhere();
        };
    }

    private void notVerified(StringBuilder text, Style style) {
        if (!comparison.notVerified().isEmpty()) {
            text.append('\n').append(style.in(Style.Ink.YELLOW, "not verified")).append('\n');
            Table table = new Table();
            comparison.notVerified().forEach(each -> table.line(lower(each.station()), each.what(), each.why()));
            text.append(table.text());
            comparison.notVerified().stream()
                    .map(NotVerified::hint)
                    .filter(hint -> !hint.isEmpty())
                    .distinct()
                    .forEach(hint -> text.append("  next: ")
                            .append(Escape.terminal(Diagnostic.next(hint)))
                            .append('\n'));
        }
    }

    private String summary(Style style) {
        int different = comparison.differences().size();
        int unknown = comparison.notVerified().size();
        return String.join(
                style.dot(),
                different + (different == 1 ? " difference" : " differences"),
                comparison.same() + (comparison.same() == 1 ? " name" : " names") + " alike",
                unknown == 0 ? "everything verified" : unknown + " not verified");
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeStringField("verdict", lower(comparison.decision()));
            json.writeStringField("from", comparison.from());
            json.writeStringField("to", comparison.to());
            json.writeNumberField("same", comparison.same());
            json.writeArrayFieldStart("differences");
            for (Difference each : comparison.differences()) {
                difference(json, each);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notVerified");
            for (NotVerified each : comparison.notVerified()) {
                json.writeStartObject();
                json.writeStringField("station", lower(each.station()));
                json.writeStringField("what", each.what());
                json.writeStringField("why", each.why());
                json.writeStringField("hint", each.hint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void difference(JsonGenerator json, Difference each) throws IOException {
        json.writeStartObject();
        json.writeStringField("station", lower(each.station()));
        json.writeStringField("service", each.service());
        json.writeStringField("container", each.container());
        json.writeStringField("name", each.name());
        json.writeStringField("difference", lower(each.sort()).replace('_', '-'));
        side(json, "from", each.from());
        side(json, "to", each.to());
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, String field, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            json.writeObjectFieldStart(field);
            boolean secret = entry.given() instanceof Given.Secret;
            json.writeStringField("kind", secret ? "secret" : "setting");
            if (entry.given() instanceof Given.Secret(var reference)) {
                json.writeStringField("reference", reference.text());
            }
            Json.place(json, place(entry));
            json.writeEndObject();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
