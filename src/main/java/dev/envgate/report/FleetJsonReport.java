package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Shared;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Trend;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Verdict;
import java.io.IOException;
import java.util.List;

/** The fleet for machines, in the published schema {@code docs/schema/fleet.json}. */
final class FleetJsonReport implements FleetReport {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String of(FleetView view, Style style) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeStringField("verdict", Words.of(view.fleet().decision()));
            summary(json, view);
            units(json, view);
            services(json, view);
            findings(json, view);
            notVerified(json, view);
            problems(json, view);
            if (view.trend().isPresent()) {
                trend(json, view.trend().get());
            }
            json.writeEndObject();
        });
    }

    private static void summary(JsonGenerator json, FleetView view) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("units", view.fleet().entries().size());
        json.writeNumberField("services", view.fleet().services());
        json.writeNumberField("open", view.services(Verdict.Decision.PASS));
        json.writeNumberField("closed", view.services(Verdict.Decision.FAIL));
        json.writeNumberField("unverified", view.services(Verdict.Decision.UNVERIFIED));
        json.writeNumberField("unreadable", view.unreadableUnits());
        json.writeNumberField("errors", view.count(Severity.ERROR));
        json.writeNumberField("warnings", view.count(Severity.WARNING));
        json.writeNumberField("notes", view.count(Severity.NOTE));
        json.writeNumberField("notVerified", view.notVerified());
        json.writeNumberField("setAside", view.setAside());
        json.writeNumberField("inStep", view.inStep());
        json.writeEndObject();
    }

    private static void units(JsonGenerator json, FleetView view) throws IOException {
        json.writeArrayFieldStart("units");
        for (Entry each : view.fleet().entries()) {
            json.writeStartObject();
            json.writeStringField("unit", each.unit().key());
            json.writeStringField("verdict", Words.of(each.decision()));
            json.writeBooleanField("readable", each.unread().isEmpty());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void services(JsonGenerator json, FleetView view) throws IOException {
        json.writeArrayFieldStart("services");
        for (Judged each : view.fleet().judged()) {
            json.writeStartObject();
            json.writeStringField("unit", each.unit().key());
            json.writeStringField("service", each.service().service());
            given(json, each.service().environment(), each.service().namesake());
            json.writeStringField("cluster", each.service().cluster());
            json.writeStringField("account", each.service().account());
            json.writeStringField("region", each.service().region());
            json.writeStringField("verdict", Words.of(each.decision()));
            json.writeStringField("state", each.service().state());
            json.writeStringField("taskDefinition", each.service().revision());
            Stations stations = each.service().stations();
            count(json, "declared", stations.declared());
            count(json, "configured", stations.configured());
            count(json, "stored", stations.stored());
            count(json, "deployed", stations.deployed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void given(JsonGenerator json, String environment, String namesake) throws IOException {
        if (!environment.isEmpty()) {
            json.writeStringField("environment", environment);
        }
        if (!namesake.isEmpty()) {
            json.writeStringField("namesake", namesake);
        }
    }

    private static void count(JsonGenerator json, String station, Stations.Count count) throws IOException {
        json.writeFieldName(station);
        json.writeArray(new int[] {count.present(), count.absent(), count.unknown()}, 0, 3);
    }

    private static void findings(JsonGenerator json, FleetView view) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Shared each : view.fleet().shared()) {
            json.writeStartObject();
            json.writeStringField("rule", each.rule());
            json.writeStringField("severity", Words.of(each.severity()));
            json.writeStringField("name", each.name());
            json.writeStringField("message", each.message());
            json.writeStringField("hint", each.hint());
            json.writeArrayFieldStart("services");
            for (Shared.Where place : each.places()) {
                place(json, place);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, Shared.Where place) throws IOException {
        json.writeStartObject();
        json.writeStringField("unit", place.unit().key());
        json.writeStringField("service", place.fault().service());
        given(json, place.fault().environment(), place.fault().namesake());
        json.writeStringField("container", place.fault().container());
        if (!place.fault().file().isEmpty()) {
            json.writeStringField("file", place.fault().file());
            json.writeNumberField("line", place.fault().line());
            json.writeNumberField("column", place.fault().column());
        }
        json.writeStringField("fingerprint", place.fault().fingerprint());
        json.writeEndObject();
    }

    private static void notVerified(JsonGenerator json, FleetView view) throws IOException {
        json.writeArrayFieldStart("notVerified");
        for (FleetView.Reason each : view.reasons()) {
            json.writeStartObject();
            json.writeStringField("station", Words.of(each.station()));
            json.writeStringField("why", each.why());
            json.writeStringField("hint", each.hint());
            json.writeArrayFieldStart("things");
            for (FleetView.Thing thing : each.things()) {
                json.writeStartObject();
                if (!thing.unit().isEmpty()) {
                    json.writeStringField("unit", thing.unit());
                }
                json.writeStringField("what", thing.what());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void problems(JsonGenerator json, FleetView view) throws IOException {
        json.writeArrayFieldStart("problems");
        for (FleetView.Unreadable each : view.unreadable()) {
            json.writeStartObject();
            json.writeStringField("unit", each.unit());
            json.writeStringField("message", each.unread().message());
            json.writeStringField("hint", each.unread().hint());
            if (!each.unread().file().isEmpty()) {
                json.writeStringField("file", each.unread().file());
                json.writeNumberField("line", each.unread().line());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void trend(JsonGenerator json, Trend trend) throws IOException {
        json.writeObjectFieldStart("trend");
        changes(json, "broken", trend.broken());
        changes(json, "healed", trend.healed());
        changes(json, "still", trend.still());
        changes(json, "unclear", trend.unclear());
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, String field, List<Trend.Known> changes) throws IOException {
        json.writeArrayFieldStart(field);
        for (Trend.Known each : changes) {
            json.writeStartObject();
            json.writeStringField("unit", each.unit());
            json.writeStringField("service", each.service());
            given(json, each.environment(), each.namesake());
            json.writeStringField("container", each.container());
            json.writeStringField("name", each.name());
            json.writeStringField("rule", each.rule());
            json.writeStringField("severity", each.severity());
            json.writeStringField("fingerprint", each.fingerprint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
