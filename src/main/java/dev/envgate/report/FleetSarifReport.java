package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.util.List;

/** SARIF 2.1.0 of a fleet: a result for each fault, at all the places where it has to be mended; paths are relative to the root of the fleet. */
final class FleetSarifReport implements FleetReport {
    /** GitHub takes this many of a result. */
    private static final int LOCATIONS = 1_000;

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String of(FleetView view, Style style) {
        return Json.text(json -> new Page(view, json, new Sarif(json, view.origin())).write());
    }

    /** One report while it is being written. */
    private record Page(FleetView view, JsonGenerator json, Sarif sarif) {
        void write() throws IOException {
            List<FleetResult> all = FleetResult.of(view).stream()
                    .filter(each -> !each.isRemark())
                    .toList();
            List<FleetResult> kept = all.stream().limit(Sarif.RESULTS).toList();
            List<String> rules =
                    kept.stream().map(FleetResult::rule).distinct().sorted().toList();
            sarif.write(
                    rules,
                    !view.fleet().unread(),
                    () -> notifications(all.size() - kept.size()),
                    () -> results(kept, rules));
        }

        private void notifications(int left) throws IOException {
            sarif.leftOut(left);
            for (FleetView.Reason each : view.reasons()) {
                sarif.notification(
                        Words.of(each.station()) + ": " + each.listed() + ": " + each.why(),
                        each.holding().isEmpty() ? "note" : "error");
            }
            sarif.setAside(view.setAside());
        }

        private void results(List<FleetResult> kept, List<String> rules) throws IOException {
            for (FleetResult each : kept) {
                json.writeStartObject();
                sarif.head(each.rule(), rules.indexOf(each.rule()), Words.of(each.severity()), each.sentence());
                json.writeArrayFieldStart("locations");
                for (FleetResult.Spot spot :
                        each.spots().stream().limit(LOCATIONS).toList()) {
                    json.writeStartObject();
                    sarif.physical(spot.anchor());
                    sarif.logical(Escape.terminal(spot.way()));
                    json.writeEndObject();
                }
                json.writeEndArray();
                sarif.fingerprint(each.fingerprint());
                json.writeEndObject();
            }
        }
    }
}
