package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.ledger.Trigger;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What runs. */
public record ShownDeployment(Deployment deployment) implements Shown {
    @Override
    public String text(Style style) {
        return switch (deployment) {
            case Deployment.Running running ->
                running.service() + " in " + running.cluster() + " runs " + running.revision() + "\n"
                        + TaskDefinitions.text(running.definition(), style);
            case Deployment.Started started ->
                started.revision() + " is started by "
                        + started.triggers().stream().map(Trigger::name).collect(Collectors.joining(", ")) + "\n"
                        + TaskDefinitions.text(started.definition(), style);
            case Deployment.Newest newest ->
                newest.revision() + " is the newest of its family; no service is known to run it\n"
                        + TaskDefinitions.text(newest.definition(), style);
            case Deployment.Missing missing ->
                "there is no service " + missing.service() + in(missing.cluster()) + "\n";
            case Deployment.NotSeen notSeen ->
                "not known: " + notSeen.why() + "\n  next: " + Diagnostic.next(notSeen.hint()) + "\n";
            case Deployment.NotAsked notAsked -> "not known: " + notAsked.why() + "\n";
        };
    }

    private static String in(String cluster) {
        return cluster.isEmpty() ? "" : " in " + cluster;
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeObjectFieldStart("deployment");
            deployment(json);
            Running.fields(json, deployment);
            json.writeEndObject();
            TaskDefinitions.json(json, definition());
            json.writeEndObject();
        });
    }

    private void deployment(JsonGenerator json) throws IOException {
        switch (deployment) {
            case Deployment.Running running ->
                fields(json, "running", running.service(), running.cluster(), running.revision(), "");
            case Deployment.Started started -> fields(json, "started", "", "", started.revision(), "");
            case Deployment.Newest newest -> fields(json, "newest", "", "", newest.revision(), "");
            case Deployment.Missing missing -> fields(json, "missing", missing.service(), missing.cluster(), "", "");
            case Deployment.NotSeen notSeen -> fields(json, "unknown", "", "", "", notSeen.why());
            case Deployment.NotAsked notAsked -> fields(json, "unknown", "", "", "", notAsked.why());
        }
    }

    private static void fields(
            JsonGenerator json, String state, String service, String cluster, String revision, String why)
            throws IOException {
        json.writeStringField("state", state);
        json.writeStringField("service", service);
        json.writeStringField("cluster", cluster);
        json.writeStringField("revision", revision);
        json.writeStringField("why", why);
    }

    private List<TaskDefinition> definition() {
        return deployment.definitions();
    }
}
