package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.TaskDefinition;
import java.io.IOException;
import java.util.List;

/** Task definitions as they are shown: names, references and places, and no value of {@code environment}. */
final class TaskDefinitions {
    private TaskDefinitions() {}

    static String text(TaskDefinition definition, Style style) {
        StringBuilder text = new StringBuilder();
        String condition = condition(definition.presence());
        text.append(style.in(Style.Ink.BOLD, definition.family().toString()))
                .append("  ")
                .append(definition.address())
                .append(condition.isEmpty() ? "" : "  when " + condition)
                .append('\n');
        definition.containers().forEach(each -> text.append(container(each)));
        definition
                .gaps()
                .forEach(gap -> text.append("  not known: ").append(gap.why()).append('\n'));
        return text.toString();
    }

    private static String container(ContainerDefinition container) {
        Table table = new Table();
        container.entries().forEach(entry -> line(table, entry));
        for (EnvironmentFile file : container.environmentFiles()) {
            table.line("(environment file)", file.toString(), "");
            file.entries().forEach(entry -> line(table, entry));
        }
        container.gaps().forEach(gap -> table.line("(perhaps more)", gap.why(), Table.cell(gap.place())));
        return " container " + container.name() + "\n" + table.text();
    }

    private static void line(Table table, Entry entry) {
        String condition = condition(entry.presence());
        table.line(
                entry.name().text(),
                shown(entry.given()),
                Table.cell(place(entry.presence())) + (condition.isEmpty() ? "" : "  when " + condition));
    }

    private static String shown(Given given) {
        return switch (given) {
            case Given.Plain _ -> "environment";
            case Given.Secret secret -> "secret " + secret.reference().text();
            case Given.FromFile(String file) -> "file " + file;
            case Given.FromImage(String image) -> "image " + image;
        };
    }

    /** The field {@code taskDefinitions} with all of them. */
    static void json(JsonGenerator json, List<TaskDefinition> definitions) throws IOException {
        json.writeArrayFieldStart("taskDefinitions");
        for (TaskDefinition each : definitions) {
            definition(json, each);
        }
        json.writeEndArray();
    }

    private static void definition(JsonGenerator json, TaskDefinition definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", definition.address());
        Json.place(json, place(definition.presence()));
        json.writeStringField("family", definition.family().toString());
        if (definition.presence() instanceof Presence.Conditional conditional) {
            json.writeStringField("condition", conditional.condition());
        } else {
            json.writeNullField("condition");
        }
        json.writeArrayFieldStart("containers");
        for (ContainerDefinition each : definition.containers()) {
            container(json, each);
        }
        json.writeEndArray();
        gaps(json, definition.gaps());
        json.writeEndObject();
    }

    private static void container(JsonGenerator json, ContainerDefinition container) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", container.name().toString());
        Json.place(json, container.place());
        json.writeArrayFieldStart("environment");
        for (Entry each : container.entries()) {
            if (each.given() instanceof Given.Plain) {
                entry(json, each, "");
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("secrets");
        for (Entry each : container.entries()) {
            if (each.given() instanceof Given.Secret secret) {
                entry(json, each, secret.reference().text());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("environmentFiles");
        for (EnvironmentFile each : container.environmentFiles()) {
            json.writeString(each.toString());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fromFiles");
        for (EnvironmentFile file : container.environmentFiles()) {
            for (Entry each : file.entries()) {
                entry(json, each, file.toString());
            }
        }
        json.writeEndArray();
        gaps(json, container.gaps());
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, Entry entry, String valueFrom) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.name().text());
        if (!valueFrom.isEmpty()) {
            json.writeStringField("valueFrom", valueFrom);
        }
        Json.place(json, place(entry.presence()));
        json.writeStringField("presence", word(entry.presence()));
        if (entry.presence() instanceof Presence.Conditional conditional) {
            json.writeStringField("condition", conditional.condition());
        }
        json.writeEndObject();
    }

    private static void gaps(JsonGenerator json, List<Gap> gaps) throws IOException {
        json.writeArrayFieldStart("unknown");
        for (Gap each : gaps) {
            gap(json, each);
        }
        json.writeEndArray();
    }

    static void gap(JsonGenerator json, Gap gap) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", gap.why());
        Json.place(json, gap.place());
        json.writeEndObject();
    }

    private static String word(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> "present";
            case Presence.Conditional _ -> "conditional";
            case Presence.Absent _, Presence.Unknown _ -> "unknown";
        };
    }

    private static String condition(Presence presence) {
        return presence instanceof Presence.Conditional conditional ? conditional.condition() : "";
    }

    private static Place place(Presence presence) {
        return switch (presence) {
            case Presence.Present present -> present.place();
            case Presence.Conditional conditional -> conditional.place();
            case Presence.Absent _ -> new Place.Nowhere();
            case Presence.Unknown unknown -> unknown.cause();
        };
    }
}
