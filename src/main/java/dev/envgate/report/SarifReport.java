package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import dev.envgate.text.Escape;
import dev.envgate.text.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it: each result lies on a line of the repository, is known again by what it is about, and
 * brings the page of its rule. What is set aside is no result, because GitHub shows suppressed results as open ones.
 */
final class SarifReport implements Report {
    /** GitHub keeps this many of a run. */
    static final int RESULTS = 5_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String BASE = "%SRCROOT%";

    /** In a message, words in brackets before an address in parentheses would be a link. */
    private static final Pattern LINK = Pattern.compile("([\\[\\]\\\\])");

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String of(Run run, Style style) {
        return Json.text(json -> new Page(run, new Anchors(run), json).write());
    }

    /** One result before it is written. */
    private record Result(Finding finding, String level, Anchor anchor) {}

    /** One report while it is being written. */
    private record Page(Run run, Anchors anchors, JsonGenerator json) {
        void write() throws IOException {
            List<Result> all = results();
            List<Result> kept = all.stream().limit(RESULTS).toList();
            List<String> rules = kept.stream()
                    .map(each -> each.finding().rule())
                    .distinct()
                    .sorted()
                    .toList();
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(rules);
            invocation(all.size() - kept.size());
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeArrayFieldStart("results");
            for (Result each : kept) {
                result(each, rules.indexOf(each.finding().rule()));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        /** What could not be read or looked at is a result when it keeps the gate shut: no alert is to look healed because of it. */
        private List<Result> results() {
            List<Result> results = new ArrayList<>();
            run.problems().forEach(each -> results.add(new Result(unread(each), "error", anchor(each))));
            Reason.of(run, run.unlooked()).stream()
                    .filter(Reason::holds)
                    .forEach(each -> results.add(new Result(unlooked(each), "error", anchors.general())));
            run.verdict()
                    .findings()
                    .forEach(each -> results.add(new Result(each, Words.of(each.severity()), anchors.of(each))));
            return results;
        }

        private Anchor anchor(Problem problem) {
            String file = problem.span().file().path();
            return file.isEmpty() || !anchors.inside(file) ? anchors.general() : Anchor.of(problem.span());
        }

        private static Finding unread(Problem problem) {
            return unlooked(problem.span().file().path(), problem.message(), problem.hint());
        }

        private static Finding unlooked(Reason reason) {
            return unlooked("", reason.listed(Integer.MAX_VALUE) + ": " + reason.why(), reason.hint());
        }

        private static Finding unlooked(String name, String message, String hint) {
            return new Finding(Unlooked.ID, Severity.ERROR, "", "", name, message, hint, new Place.Nowhere());
        }

        private void tool(List<String> rules) throws IOException {
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "envgate");
            json.writeStringField("version", run.origin().version());
            json.writeArrayFieldStart("rules");
            for (String each : rules) {
                rule(each);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        private void rule(String id) throws IOException {
            RulePage page = id.equals(Unlooked.ID) ? Unlooked.PAGE : RulePage.of(id);
            String address = run.origin().page(id);
            json.writeStartObject();
            json.writeStringField("id", id);
            text("shortDescription", page.summary());
            text("fullDescription", page.summary());
            if (!address.isEmpty()) {
                json.writeStringField("helpUri", address);
            }
            json.writeObjectFieldStart("help");
            json.writeStringField("text", page.terminal());
            json.writeStringField("markdown", page.linked(run.origin()));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            json.writeArrayFieldStart("tags");
            json.writeString("deployment");
            json.writeString("configuration");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        private void invocation(int left) throws IOException {
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", run.problems().isEmpty());
            json.writeArrayFieldStart("toolExecutionNotifications");
            if (left > 0) {
                notification(
                        "%s left out: GitHub keeps %d of a run."
                                .formatted(Words.count(left, "result") + (left == 1 ? " is" : " are"), RESULTS),
                        "warning");
            }
            for (Reason each : Reason.of(run, run.unlooked())) {
                notification(
                        Words.of(each.station()) + ": " + each.listed(Integer.MAX_VALUE) + ": " + each.why(),
                        each.holds() ? "error" : "note");
            }
            int aside = run.verdict().setAside().size();
            if (aside > 0) {
                notification(
                        "%s set aside.".formatted(Words.count(aside, "finding") + (aside == 1 ? " is" : " are")),
                        "note");
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        }

        private void notification(String message, String level) throws IOException {
            json.writeStartObject();
            text("message", message(message));
            json.writeStringField("level", level);
            json.writeEndObject();
        }

        private void result(Result result, int ruleIndex) throws IOException {
            Finding finding = result.finding();
            json.writeStartObject();
            json.writeStringField("ruleId", finding.rule());
            json.writeNumberField("ruleIndex", ruleIndex);
            json.writeStringField("level", result.level());
            text("message", message(sentence(finding)));
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            physical(result.anchor());
            logical(finding);
            json.writeEndObject();
            json.writeEndArray();
            related(finding);
            json.writeObjectFieldStart("partialFingerprints");
            // GitHub looks at this one only; what it is about stays the same when lines move.
            json.writeStringField("primaryLocationLineHash", finding.fingerprint());
            json.writeStringField("envgate/v1", finding.fingerprint());
            json.writeEndObject();
            json.writeEndObject();
        }

        private static String sentence(Finding finding) {
            String subject = Subject.of(finding);
            String place =
                    finding.place() instanceof Place.InTaskDefinition(String revision) ? " (" + revision + ")" : "";
            String next = finding.hint().isEmpty() ? "" : " Next: " + Diagnostic.next(finding.hint());
            return (subject.isEmpty() ? "" : subject + place + ": ") + finding.message() + next;
        }

        private static String message(String text) {
            return LINK.matcher(Escape.terminal(text)).replaceAll("\\\\$1");
        }

        private void text(String field, String text) throws IOException {
            json.writeObjectFieldStart(field);
            json.writeStringField("text", text);
            json.writeEndObject();
        }

        private void physical(Anchor anchor) throws IOException {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", Anchor.uri(anchor.file()));
            json.writeStringField("uriBaseId", BASE);
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", anchor.line());
            json.writeNumberField("startColumn", anchor.column());
            json.writeNumberField("endColumn", anchor.endColumn());
            json.writeEndObject();
            json.writeEndObject();
        }

        /** The way to the variable: service, container, name. */
        private void logical(Finding finding) throws IOException {
            String way = Stream.of(finding.environment(), finding.service(), finding.container(), finding.name())
                    .filter(part -> !part.isEmpty())
                    .map(Escape::terminal)
                    .collect(Collectors.joining("/"));
            if (way.isEmpty() || finding.rule().equals(Unlooked.ID)) {
                return;
            }
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", way);
            json.writeEndObject();
            json.writeEndArray();
        }

        private void related(Finding finding) throws IOException {
            List<Anchor> others = finding.related().stream()
                    .flatMap(place ->
                            place instanceof Place.InFile file ? Stream.of(Anchor.of(file.span())) : Stream.of())
                    .filter(anchor -> anchors.inside(anchor.file()))
                    .toList();
            if (others.isEmpty()) {
                return;
            }
            json.writeArrayFieldStart("relatedLocations");
            for (Anchor each : others) {
                json.writeStartObject();
                physical(each);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
