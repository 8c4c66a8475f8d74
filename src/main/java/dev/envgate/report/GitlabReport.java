package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** GitLab's Code Quality report: an issue for each finding, and for each thing that could not be looked at, on a line of the repository. */
final class GitlabReport implements Report {
    @Override
    public String id() {
        return "gitlab";
    }

    @Override
    public String of(Run run, Style style) {
        Anchors anchors = new Anchors(run);
        Map<String, Integer> seen = new HashMap<>();
        return Json.text(json -> {
            json.writeStartArray();
            for (Finding each : run.verdict().findings()) {
                issue(
                        json,
                        description(each),
                        each.rule(),
                        severity(each.severity()),
                        anchors.of(each),
                        unique(each.fingerprint(), seen));
            }
            for (NotVerified each : run.ledger().notVerified()) {
                Finding finding = Unlooked.finding(each);
                boolean holds = run.verdict().threshold().holds(each);
                issue(
                        json,
                        description(finding),
                        finding.rule(),
                        holds ? "major" : "info",
                        anchors.general(),
                        unique(finding.fingerprint(), seen));
            }
            json.writeEndArray();
        });
    }

    /** GitLab shows only the first of those that are alike. */
    static String unique(String fingerprint, Map<String, Integer> seen) {
        int times = seen.merge(fingerprint, 1, Integer::sum);
        return times == 1 ? fingerprint : fingerprint + "-" + times;
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }

    static void issue(
            JsonGenerator json, String description, String rule, String severity, Anchor anchor, String fingerprint)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", Escape.terminal(description));
        json.writeStringField("check_name", rule);
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", anchor.file());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", anchor.line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String description(Finding finding) {
        String subject = Subject.of(finding);
        String next = finding.hint().isEmpty() ? "" : " Next: " + Diagnostic.next(finding.hint());
        return (subject.isEmpty() ? "" : subject + ": ") + finding.message() + next;
    }
}
