package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The run for machines, in the published schema {@code docs/schema/check.json}. */
final class JsonReport implements Report {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String of(Run run, Style style) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeStringField("verdict", lower(run.verdict().decision()));
            json.writeStringField("account", run.ledger().identity().account());
            json.writeStringField("region", run.ledger().identity().region());
            given(json, "configuration", run.origin().configuration());
            if (run.ledger().deep()) {
                json.writeBooleanField("deep", true);
            }
            if (run.ledger().strict()) {
                json.writeBooleanField("strict", true);
            }
            summary(json, run.verdict().summary());
            services(json, run);
            rows(json, run);
            findings(json, run);
            setAside(json, run);
            notVerified(json, run);
            problems(json, run);
            json.writeEndObject();
        });
    }

    private static void summary(JsonGenerator json, Verdict.Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("errors", summary.errors());
        json.writeNumberField("warnings", summary.warnings());
        json.writeNumberField("notes", summary.notes());
        json.writeNumberField("unverified", summary.unverified());
        json.writeNumberField("inStep", summary.inStep());
        json.writeEndObject();
    }

    private static void services(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("services");
        for (ServiceLedger service : run.ledger().services()) {
            json.writeStartObject();
            json.writeStringField("service", service.service());
            environment(json, service.environment());
            given(json, "namesake", run.ledger().apart(service));
            json.writeStringField("cluster", service.cluster());
            json.writeStringField("account", service.identity().account());
            json.writeStringField("region", service.identity().region());
            json.writeObjectFieldStart("deployed");
            json.writeStringField("state", Running.state(service.deployment()));
            json.writeStringField("taskDefinition", Running.revision(service.deployment()));
            Running.fields(json, service.deployment());
            json.writeEndObject();
            json.writeStringField("code", searched(service.code()));
            if (!service.probes().isEmpty()) {
                json.writeNumberField("endpoints", service.probes().size());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String searched(Code code) {
        return switch (code) {
            case Code.Searched searched -> searched.complete() ? "searched" : "in-part";
            case Code.NotSearched _ -> "not-searched";
        };
    }

    private static void environment(JsonGenerator json, String environment) throws IOException {
        given(json, "environment", environment);
    }

    /** No field where there is nothing to say. */
    private static void given(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(field, text);
        }
    }

    private static void setAside(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("setAside");
        for (SetAside each : run.verdict().setAside()) {
            json.writeStartObject();
            json.writeStringField("by", lower(each.by()));
            json.writeStringField("why", each.why());
            finding(json, each.finding());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void rows(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("rows");
        for (ServiceLedger service : run.ledger().services()) {
            for (var container : service.containers()) {
                for (Row row : container.rows()) {
                    row(json, run.ledger().apart(service), service, container.container(), row);
                }
            }
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, String namesake, ServiceLedger service, String container, Row row)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("service", service.service());
        environment(json, service.environment());
        given(json, "namesake", namesake);
        json.writeStringField("container", container);
        json.writeStringField("name", row.name().text());
        json.writeStringField("kind", lower(row.kind()));
        station(json, "declared", row.declared());
        json.writeEndObject();
        station(json, "configured", row.configured());
        for (var entry : row.configuredEntries()) {
            if (entry.given() instanceof Given.Secret secret) {
                json.writeStringField("reference", secret.reference().text());
                break;
            }
        }
        value(json, row.configuredEntries());
        json.writeEndObject();
        station(json, "stored", row.stored());
        json.writeEndObject();
        station(json, "deployed", row.deployed());
        if (service.deployment() instanceof Deployment.Running running) {
            json.writeStringField("taskDefinition", running.revision());
        }
        for (var entry : row.deployedEntries()) {
            if (entry.given() instanceof Given.FromImage(String image)) {
                json.writeStringField("image", image);
            }
        }
        value(json, row.deployedEntries());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Whether a value was there to be judged: a fault of values is healed only where it was. */
    private static void value(JsonGenerator json, List<Entry> entries) throws IOException {
        if (!entries.isEmpty()) {
            json.writeStringField(
                    "value",
                    lower(entries.stream()
                            .map(JsonReport::value)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()));
        }
    }

    private static Sight value(Entry entry) {
        return switch (entry.given()) {
            case Given.Secret _ -> Sight.SECRET;
            case Given.Plain(HiddenValue value) -> value.looks().isPresent() ? Sight.KNOWN : Sight.UNKNOWN;
            case Given.FromFile _, Given.FromImage _ -> Sight.UNKNOWN;
        };
    }

    /** What is known of a value, the most first. */
    private enum Sight {
        SECRET,
        KNOWN,
        UNKNOWN
    }

    /** Leaves the object open, for what a station has of its own. */
    private static void station(JsonGenerator json, String station, Presence presence) throws IOException {
        json.writeObjectFieldStart(station);
        switch (presence) {
            case Presence.Present present -> {
                json.writeStringField("presence", "present");
                Json.place(json, present.place());
            }
            case Presence.Conditional conditional -> {
                json.writeStringField("presence", "conditional");
                json.writeStringField("condition", conditional.condition());
                Json.place(json, conditional.place());
            }
            case Presence.Absent _ -> json.writeStringField("presence", "absent");
            case Presence.Unknown unknown -> {
                json.writeStringField("presence", "unknown");
                json.writeStringField("why", unknown.why());
                Json.place(json, unknown.cause());
            }
        }
    }

    private static void findings(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : run.verdict().findings()) {
            json.writeStartObject();
            finding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", lower(finding.severity()));
        json.writeStringField("service", finding.service());
        environment(json, finding.environment());
        given(json, "namesake", finding.namesake());
        json.writeStringField("container", finding.container());
        json.writeStringField("name", finding.name());
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.hint());
        Json.place(json, finding.place());
        if (finding.place() instanceof Place.InFile file) {
            json.writeNumberField("column", file.span().column());
        }
        json.writeStringField("fingerprint", finding.fingerprint());
        related(json, finding.related());
    }

    /** The other lines of a fault; no field when there are none. */
    private static void related(JsonGenerator json, List<Place> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("related");
        for (Place place : places) {
            json.writeStartObject();
            Json.place(json, place);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void notVerified(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("notVerified");
        for (NotVerified each : run.ledger().notVerified()) {
            json.writeStartObject();
            json.writeStringField("station", lower(each.station()));
            json.writeStringField("what", each.what());
            json.writeStringField("why", each.why());
            json.writeStringField("hint", each.hint());
            json.writeStringField("cause", lower(each.cause()).replace('_', '-'));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What could not be read; no field when everything could. */
    private static void problems(JsonGenerator json, Run run) throws IOException {
        if (run.problems().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("problems");
        for (Problem each : run.problems()) {
            json.writeStartObject();
            json.writeStringField("message", each.message());
            json.writeStringField("hint", each.hint());
            if (!each.span().file().path().isEmpty()) {
                Json.place(json, new Place.InFile(each.span()));
                json.writeNumberField("column", each.span().column());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
