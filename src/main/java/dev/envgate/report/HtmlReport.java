package dev.envgate.report;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Excerpt;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run as one page that opens from disk and asks no network for anything: what is broken, the way of every name through the four
 * stations, and what each of them says. It can be read without its script, which finds, filters and copies.
 */
final class HtmlReport implements Report {
    private static final int NAMES_IN_A_LINE = 12;

    /** More findings than anybody reads one by one; the rest is counted, and shown with the names. */
    private static final int FINDINGS_SHOWN = 1_000;

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String of(Run run, Style style) {
        return new Page(run, new Rows(run)).html();
    }

    /** One page. */
    private record Page(Run run, Rows rows, Set<Row> loud) {
        Page(Run run, Rows rows) {
            this(run, rows, Collections.newSetFromMap(new IdentityHashMap<>()));
            run.verdict().findings().stream()
                    .filter(each -> each.severity() != Severity.NOTE)
                    .forEach(each -> loud.addAll(rows.of(each)));
        }

        String html() {
            PageAsset look = PageAsset.of("report.css");
            PageAsset script = PageAsset.of("report.js");
            return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'\">\n"
                            .formatted(look.digest(), script.digest())
                    + "<title>" + Html.text("envgate: " + word() + subject()) + "</title>\n"
                    + "<style>" + look.text() + "</style>\n</head>\n<body>\n"
                    + "<a class=\"skip\" href=\"#content\">Skip to what was found</a>\n"
                    + header()
                    + "<main id=\"content\">\n"
                    + problems()
                    + findings()
                    + notVerified()
                    + environments()
                    + names()
                    + setAside()
                    + "</main>\n"
                    + "<footer><p>envgate " + Html.text(run.origin().version())
                    + ". This page asks no network for anything, and holds no value of a variable.</p></footer>\n"
                    + "<script>" + script.text() + "</script>\n</body>\n</html>\n";
        }

        private String word() {
            return switch (run.verdict().decision()) {
                case PASS -> "the gate is open";
                case FAIL -> "the gate is closed";
                case UNVERIFIED -> "could not verify";
            };
        }

        private String state() {
            return switch (run.verdict().decision()) {
                case PASS -> "open";
                case FAIL -> "closed";
                case UNVERIFIED -> "unverified";
            };
        }

        private String sign() {
            return switch (run.verdict().decision()) {
                case PASS -> "✓";
                case FAIL -> "✗";
                case UNVERIFIED -> "?";
            };
        }

        private String subject() {
            List<ServiceLedger> services = run.ledger().services();
            return services.size() == 1
                    ? " · " + services.getFirst().title()
                    : services.isEmpty() ? "" : " · " + services.size() + " services";
        }

        private String header() {
            Verdict.Summary summary = run.verdict().summary();
            return "<header class=\"verdict %s\">\n<h1><span class=\"sign\" aria-hidden=\"true\">%s</span> <span>envgate: %s</span></h1>\n"
                            .formatted(state(), sign(), word())
                    + "<ul class=\"numbers\">"
                    + number(summary.errors(), "error", "error")
                    + number(summary.warnings(), "warning", "warning")
                    + number(summary.notes(), "note", "note")
                    + number(summary.unverified(), "thing not verified", "unknown")
                    + number(summary.inStep(), "name in step", "present")
                    + "</ul>\n<ul class=\"services\">"
                    + map(run.ledger().services(), this::service)
                    + "</ul>\n</header>\n";
        }

        private static String number(int count, String noun, String look) {
            String[] words = noun.split(" ", 2);
            String plural = count == 1 ? words[0] : words[0] + "s";
            String rest = words.length > 1 ? " " + words[1] : "";
            return "<li class=\"%s\"><strong>%,d</strong> %s%s</li>"
                    .formatted(count == 0 ? "none" : look, count, plural, rest);
        }

        private String service(ServiceLedger service) {
            return "<li><strong>" + Html.text(service.title()) + "</strong> "
                    + Stream.of(
                                    Running.words(service.deployment()),
                                    service.identity().region(),
                                    service.identity().account())
                            .filter(part -> !part.isEmpty())
                            .map(Html::text)
                            .collect(Collectors.joining(" · "))
                    + "</li>";
        }

        private static <T> String map(List<T> all, Function<T, String> shown) {
            return all.stream().map(shown).collect(Collectors.joining());
        }

        private static String section(String id, String title, String content) {
            return content.isEmpty()
                    ? ""
                    : "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n%s</section>\n"
                            .formatted(id, id, id, title, content);
        }

        private String problems() {
            return section("unread", "What cannot be read", map(run.problems(), this::problem));
        }

        private String problem(Problem problem) {
            return "<article class=\"finding error\"><h3><span class=\"severity\">error</span></h3><p>"
                    + Html.prose(problem.message())
                    + "</p>"
                    + (problem.span().file().text().isEmpty() ? "" : excerpt(problem.span(), Excerpt.of(problem)))
                    + next(problem.hint())
                    + "</article>\n";
        }

        private String findings() {
            List<Finding> loud = run.verdict().findings().stream()
                    .filter(each -> each.severity() != Severity.NOTE)
                    .toList();
            List<Finding> notes = run.verdict().findings().stream()
                    .filter(each -> each.severity() == Severity.NOTE)
                    .toList();
            String shown = map(loud.stream().limit(FINDINGS_SHOWN).toList(), this::finding);
            int more = loud.size() - FINDINGS_SHOWN;
            String left = more > 0
                    ? "<p class=\"left\"><strong>%,d more errors and warnings are not shown one by one.</strong> Their names are below, and every other report has all of them.</p>\n"
                            .formatted(more)
                    : "";
            String none = loud.isEmpty() ? "<p class=\"none\">No errors and no warnings.</p>\n" : "";
            return section("findings", "What was found", left + shown + none + notes(notes));
        }

        private String finding(Finding finding) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            return "<article class=\"finding %s\" data-severity=\"%s\" data-service=\"%s\" data-end=\"%s\">\n"
                            .formatted(severity, severity, Html.text(title(finding)), Html.text(end(finding)))
                    + "<h3><span class=\"severity\">" + severity + "</span> "
                    + (finding.name().isEmpty() ? "" : Html.code(finding.name()) + " ")
                    + rule(finding.rule())
                    + "</h3>\n"
                    + "<p class=\"about\">" + about(finding) + "</p>\n"
                    + map(rows.of(finding), row -> new HtmlWay(new Way(row)).picture() + "\n")
                    + "<p>" + Html.prose(finding.message()) + "</p>\n"
                    + (finding.place() instanceof Place.InFile(Span span) ? excerpt(span, Excerpt.ofName(span)) : "")
                    + beside(finding)
                    + next(finding.hint())
                    + "</article>\n";
        }

        private String end(Finding finding) {
            return rows.of(finding).stream()
                    .map(row -> new HtmlWay(new Way(row)).end())
                    .findFirst()
                    .orElse("");
        }

        /** The page of the rule, where it is on the web. */
        private String rule(String rule) {
            return "<span class=\"rule\">"
                    + Html.link(Html.text(rule), run.origin().page(rule)) + "</span>";
        }

        private static String title(Finding finding) {
            return finding.environment().isEmpty()
                    ? finding.service()
                    : finding.service() + " (" + finding.environment() + ")";
        }

        private static String about(Finding finding) {
            return Stream.of(title(finding), finding.container().isEmpty() ? "" : "container " + finding.container())
                    .filter(part -> !part.isEmpty())
                    .map(Html::text)
                    .collect(Collectors.joining(" · "));
        }

        private String excerpt(Span span, Excerpt excerpt) {
            String text = excerpt.text();
            int from = Math.min(excerpt.caret(), text.length());
            int to = Math.min(from + excerpt.width(), text.length());
            String place = Html.link(Html.text(span.toString()), run.origin().line(Anchor.of(span)));
            return "<figure class=\"excerpt\"><figcaption>" + place + "</figcaption><pre><span class=\"line\">"
                    + excerpt.line()
                    + "</span><code>" + Html.text(text.substring(0, from))
                    + (to > from ? "<mark>" + Html.text(text.substring(from, to)) + "</mark>" : "")
                    + Html.text(text.substring(to))
                    + "</code></pre></figure>\n";
        }

        private static String beside(Finding finding) {
            String others = finding.related().stream()
                    .map(Table::cell)
                    .filter(cell -> !cell.isEmpty())
                    .map(Html::code)
                    .collect(Collectors.joining(", "));
            return others.isEmpty() ? "" : "<p class=\"beside\">See also " + others + ".</p>\n";
        }

        private static String next(String hint) {
            return hint.isEmpty()
                    ? ""
                    : "<p class=\"next\"><strong>Next:</strong> " + Html.prose(Diagnostic.next(hint)) + "</p>\n";
        }

        /** Notes that say the same of several names say it once. */
        private String notes(List<Finding> notes) {
            if (notes.isEmpty()) {
                return "";
            }
            Map<List<String>, List<Finding>> same = new LinkedHashMap<>();
            notes.forEach(each -> same.computeIfAbsent(
                            List.of(each.rule(), each.message(), each.hint(), title(each)), _ -> new ArrayList<>())
                    .add(each));
            return "<details class=\"notes\"><summary>" + Words.count(notes.size(), "note") + "</summary>\n"
                    + map(List.copyOf(same.values()), this::note)
                    + "</details>\n";
        }

        private String note(List<Finding> same) {
            Finding first = same.getFirst();
            return "<article class=\"finding note\" data-severity=\"note\" data-service=\"%s\" data-end=\"\">"
                            .formatted(Html.text(title(first)))
                    + "<h3><span class=\"severity\">note</span> " + rule(first.rule()) + "</h3>\n<p class=\"about\">"
                    + about(first) + "</p>\n<p>" + Html.prose(first.message()) + "</p>\n<ul class=\"places\">"
                    + map(
                            same,
                            each -> "<li>" + (each.name().isEmpty() ? "" : Html.code(each.name()) + " ")
                                    + Html.text(Table.cell(each.place())) + "</li>")
                    + "</ul>\n" + next(first.hint()) + "</article>\n";
        }

        private String notVerified() {
            return section("not-verified", "What could not be verified", map(Reason.of(run, run.unlooked()), reason -> {
                String holds = reason.holds() ? " <strong>The gate stays shut for it.</strong>" : "";
                return "<article class=\"reason\"><h3>" + Html.text(reason.listed(NAMES_IN_A_LINE)) + "</h3><p>"
                        + "<span class=\"at\">" + Words.of(reason.station()) + "</span> " + Html.prose(reason.why())
                        + holds + "</p>" + next(reason.hint()) + "</article>\n";
            }));
        }

        /** How far each name gets in each environment, where there are several. */
        private String environments() {
            Environments matrix = Environments.of(run);
            if (matrix.several().isEmpty()) {
                return "";
            }
            StringBuilder html = new StringBuilder(
                    "<div class=\"wide\" role=\"group\" aria-label=\"Names by environment\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">name</th><th scope=\"col\">container</th>");
            matrix.several()
                    .forEach(each -> html.append("<th scope=\"col\">")
                            .append(Html.text(each))
                            .append("</th>"));
            html.append("</tr></thead>\n<tbody>\n");
            matrix.rows().forEach((key, row) -> {
                html.append("<tr class=\"item\" data-service=\"\" data-end=\"\"><th scope=\"row\">")
                        .append(Html.code(key.name()))
                        .append("</th><td>")
                        .append(Html.text(key.container()))
                        .append("</td>");
                matrix.several()
                        .forEach(each -> html.append("<td>")
                                .append(
                                        row.containsKey(each)
                                                ? new HtmlWay(new Way(row.get(each))).cell()
                                                : "<span class=\"nothing\">not looked at</span>")
                                .append("</td>"));
                html.append("</tr>\n");
            });
            return section(
                    "environments",
                    "By environment",
                    html.append("</tbody></table></div>\n").toString());
        }

        private String names() {
            String key =
                    "<p class=\"key\">✓ present · ◐ present under a condition · ✗ absent · ? not known. A name opens to show what each station says.</p>\n";
            String all = map(
                    run.ledger().services(),
                    service -> map(service.containers(), container -> names(service, container)));
            return section("names", "Every name", all.isEmpty() ? "" : key + all);
        }

        private String names(ServiceLedger service, ContainerLedger container) {
            if (container.rows().isEmpty()) {
                return "";
            }
            return "<h3>" + Html.text(service.title())
                    + (container.container().isEmpty() ? "" : " · " + Html.text(container.container()))
                    + "</h3>\n"
                    + map(container.rows(), row -> name(service, row));
        }

        private String name(ServiceLedger service, Row row) {
            HtmlWay way = new HtmlWay(new Way(row));
            return "<details class=\"name item%s\" data-service=\"%s\" data-end=\"%s\"><summary>"
                            .formatted(
                                    loud.contains(row) ? "" : " quiet",
                                    Html.text(service.title()),
                                    Html.text(way.end()))
                    + Html.code(row.name().text())
                    + "<span class=\"kind\">" + row.kind().name().toLowerCase(Locale.ROOT) + "</span>" + way.picture()
                    + "</summary>" + new HtmlStory(run, service, row).html() + "</details>\n";
        }

        private String setAside() {
            List<SetAside> all = run.verdict().setAside();
            return all.isEmpty()
                    ? ""
                    : section(
                            "set-aside",
                            "Set aside",
                            "<details><summary>" + Words.count(all.size(), "finding")
                                    + " that do not count</summary>\n<ul>"
                                    + map(
                                            all,
                                            each -> "<li>"
                                                    + Html.code(each.finding().name()) + " "
                                                    + rule(each.finding().rule()) + " "
                                                    + Html.text(title(each.finding())) + ": "
                                                    + Html.prose(each.why()) + "</li>\n")
                                    + "</ul></details>\n");
        }
    }
}
