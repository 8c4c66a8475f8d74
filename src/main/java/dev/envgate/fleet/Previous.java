package dev.envgate.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envgate.ledger.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the findings of an earlier report of a fleet, in the published schema {@code docs/schema/fleet.json}. */
public final class Previous {
    private static final int SCHEMA_VERSION = 1;

    private Previous() {}

    /** {@code name} is what messages call the file. */
    public static List<Trend.Known> read(String name, String text) throws Refusal {
        try {
            JsonNode root = FleetJson.parse(text);
            if (FleetJson.number(root, "schemaVersion") != SCHEMA_VERSION) {
                throw new IllegalArgumentException("another version");
            }
            Set<List<String>> declared = new HashSet<>();
            root.path("services").forEach(each -> {
                if (FleetJson.stations(each).declared().present() > 0) {
                    declared.add(service(each));
                }
            });
            List<Trend.Known> all = new ArrayList<>();
            for (JsonNode finding : FleetJson.list(root, "findings", each -> each)) {
                for (JsonNode place : FleetJson.list(finding, "services", each -> each)) {
                    all.add(known(finding, place, declared.contains(service(place))));
                }
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "`%s` is not a report of a fleet as JSON.".formatted(name),
                    "give one that `envgate fleet check --report json=FILE` wrote.");
        }
    }

    private static List<String> service(JsonNode node) {
        return List.of(
                FleetJson.text(node, "unit"),
                FleetJson.text(node, "service"),
                node.path("environment").asText());
    }

    private static Trend.Known known(JsonNode finding, JsonNode place, boolean declared) {
        return new Trend.Known(
                FleetJson.text(place, "unit"),
                FleetJson.text(place, "fingerprint"),
                FleetJson.text(finding, "rule"),
                FleetJson.word(FleetJson.constant(finding, "severity", Severity.class)),
                FleetJson.text(place, "service"),
                place.path("environment").asText(),
                place.path("namesake").asText(),
                FleetJson.text(place, "container"),
                FleetJson.text(finding, "name"),
                FleetJson.text(finding, "message"),
                declared);
    }
}
