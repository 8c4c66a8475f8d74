package dev.envgate.report;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.TaskDefinition;

/** What the Terraform files configure. */
public record ShownConfiguration(Configuration configuration) implements Shown {
    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (TaskDefinition each : configuration.taskDefinitions()) {
            text.append(TaskDefinitions.text(each, style)).append('\n');
        }
        Table services = new Table();
        for (ServiceDefinition each : configuration.services()) {
            services.line(
                    each.address(),
                    each.name().toString(),
                    "in " + each.cluster(),
                    "runs " + String.join(", ", each.taskDefinitions()));
        }
        String listed = services.text();
        text.append(listed.isEmpty() ? "" : "services\n" + listed);
        configuration
                .uncreated()
                .forEach(each -> text.append("  not created: ")
                        .append(each.address())
                        .append(", ")
                        .append(each.why())
                        .append('\n'));
        configuration
                .gaps()
                .forEach(gap -> text.append("  not known: ").append(gap.why()).append('\n'));
        return text.toString();
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            TaskDefinitions.json(json, configuration.taskDefinitions());
            json.writeArrayFieldStart("services");
            for (ServiceDefinition each : configuration.services()) {
                json.writeStartObject();
                json.writeStringField("address", each.address());
                json.writeStringField("name", each.name().toString());
                json.writeStringField("cluster", each.cluster().toString());
                json.writeArrayFieldStart("taskDefinitions");
                for (String address : each.taskDefinitions()) {
                    json.writeString(address);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unknown");
            for (Gap gap : configuration.gaps()) {
                TaskDefinitions.gap(json, gap);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
