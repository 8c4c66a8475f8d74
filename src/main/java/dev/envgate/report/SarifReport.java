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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it: each result lies on a line of the repository, is known again by what it is about, and
 * brings the page of its rule. What is set aside is no result, because GitHub shows suppressed results as open ones.
 */
final class SarifReport implements Report {
    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String of(Run run, Style style) {
        return Json.text(json -> new Page(run, new Anchors(run), json, new Sarif(json, run.origin())).write());
    }

    /** One result before it is written. */
    private record Result(Finding finding, String level, Anchor anchor) {}

    /** One report while it is being written. */
    private record Page(Run run, Anchors anchors, JsonGenerator json, Sarif sarif) {
        void write() throws IOException {
            List<Result> all = results();
            List<Result> kept = all.stream().limit(Sarif.RESULTS).toList();
            List<String> rules = kept.stream()
                    .map(each -> each.finding().rule())
                    .distinct()
                    .sorted()
                    .toList();
            sarif.write(
                    rules,
                    run.problems().isEmpty(),
                    () -> notifications(all.size() - kept.size()),
                    () -> results(kept, rules));
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

        private void notifications(int left) throws IOException {
            sarif.leftOut(left);
            for (Reason each : Reason.of(run, run.unlooked())) {
                sarif.notification(
                        Words.of(each.station()) + ": " + each.listed(Integer.MAX_VALUE) + ": " + each.why(),
                        each.holds() ? "error" : "note");
            }
            sarif.setAside(run.verdict().setAside().size());
        }

        private void results(List<Result> kept, List<String> rules) throws IOException {
            for (Result each : kept) {
                result(each, rules.indexOf(each.finding().rule()));
            }
        }

        private void result(Result result, int ruleIndex) throws IOException {
            Finding finding = result.finding();
            json.writeStartObject();
            sarif.head(finding.rule(), ruleIndex, result.level(), sentence(finding));
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            sarif.physical(result.anchor());
            logical(finding);
            json.writeEndObject();
            json.writeEndArray();
            related(finding);
            sarif.fingerprint(finding.fingerprint());
            json.writeEndObject();
        }

        private static String sentence(Finding finding) {
            String subject = Subject.of(finding);
            String place =
                    finding.place() instanceof Place.InTaskDefinition(String revision) ? " (" + revision + ")" : "";
            String next = finding.hint().isEmpty() ? "" : " Next: " + Diagnostic.next(finding.hint());
            return (subject.isEmpty() ? "" : subject + place + ": ") + finding.message() + next;
        }

        /** The way to the variable: service, container, name. */
        private void logical(Finding finding) throws IOException {
            String way = Stream.of(finding.environment(), finding.service(), finding.container(), finding.name())
                    .filter(part -> !part.isEmpty())
                    .map(Escape::terminal)
                    .collect(Collectors.joining("/"));
            sarif.logical(finding.rule().equals(Unlooked.ID) ? "" : way);
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
                sarif.physical(each);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
