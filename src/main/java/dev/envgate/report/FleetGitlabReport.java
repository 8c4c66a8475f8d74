package dev.envgate.report;

import dev.envgate.ledger.Severity;
import java.util.HashMap;
import java.util.Map;

/** GitLab's Code Quality report of a fleet: an issue for each fault, on the line of the first service that has it. */
final class FleetGitlabReport implements FleetReport {
    @Override
    public String id() {
        return "gitlab";
    }

    @Override
    public String of(FleetView view, Style style) {
        Map<String, Integer> seen = new HashMap<>();
        return Json.text(json -> {
            json.writeStartArray();
            for (FleetResult each : FleetResult.of(view)) {
                GitlabReport.issue(
                        json,
                        each.sentence(),
                        each.rule(),
                        severity(each),
                        each.spots().getFirst().anchor(),
                        GitlabReport.unique(each.fingerprint(), seen));
            }
            json.writeEndArray();
        });
    }

    private static String severity(FleetResult each) {
        return each.rule().equals(Unlooked.ID) && each.severity() == Severity.ERROR
                ? "major"
                : GitlabReport.severity(each.severity());
    }
}
