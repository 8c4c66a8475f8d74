package dev.envgate.report;

import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Shared;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Trend;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The fleet as one page that opens from disk, asks no network for anything and has no script. */
final class FleetHtmlReport implements FleetReport {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public String of(FleetView view, Style style) {
        PageAsset look = PageAsset.of("report.css");
        String title = Html.text("envgate fleet: " + FleetView.word(view.fleet().decision()));
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'\">\n"
                        .formatted(look.digest())
                + "<title>" + title + "</title>\n<style>" + look.text() + "</style>\n</head>\n<body>\n"
                + "<header><h1>" + title + "</h1><p>" + summary(view) + "</p></header>\n<main id=\"content\">\n"
                + faults(view)
                + services(view)
                + problems(view)
                + notVerified(view)
                + view.trend().map(FleetHtmlReport::trend).orElse("")
                + "</main>\n<footer><p>envgate " + Html.text(view.origin().version())
                + "</p></footer>\n</body>\n</html>\n";
    }

    private static String summary(FleetView view) {
        return Html.text("%d closed, %d could not be verified, %d open of %s; %s."
                .formatted(
                        view.services(Verdict.Decision.FAIL),
                        view.services(Verdict.Decision.UNVERIFIED),
                        view.services(Verdict.Decision.PASS),
                        Words.count(view.fleet().services(), "service"),
                        view.tally()));
    }

    private static String section(String title, String content) {
        return content.isEmpty() ? "" : "<section>\n<h2>" + Html.text(title) + "</h2>\n" + content + "</section>\n";
    }

    private static String table(List<String> heads, String rows) {
        return rows.isEmpty()
                ? ""
                : "<table>\n<thead><tr>"
                        + heads.stream()
                                .map(each -> "<th scope=\"col\">" + Html.text(each) + "</th>")
                                .collect(Collectors.joining())
                        + "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(each -> "<td>" + each + "</td>").collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String faults(FleetView view) {
        return section(
                "What is broken",
                table(
                        List.of("severity", "rule", "name", "services", "what", "next"),
                        view.fleet().shared().stream()
                                .filter(each -> each.severity() != Severity.NOTE)
                                .map(each -> fault(view, each))
                                .collect(Collectors.joining())));
    }

    private static String fault(FleetView view, Shared each) {
        String services = each.places().stream().map(FleetHtmlReport::place).collect(Collectors.joining("<br>"));
        String listed = each.places().size() == 1
                ? services
                : "<details><summary>" + Words.count(each.places().size(), "service") + "</summary>" + services
                        + "</details>";
        return row(List.of(
                Html.text(Words.of(each.severity())),
                Html.link(Html.code(each.rule()), view.origin().page(each.rule())),
                Html.code(each.name()),
                listed,
                Html.prose(each.message()),
                Html.prose(each.hint())));
    }

    private static String place(Shared.Where where) {
        String line = where.fault().file().isEmpty()
                ? where.unit().key()
                : where.fault().file() + ":" + where.fault().line();
        return Html.text(where.title()) + " " + Html.code(line);
    }

    private static String services(FleetView view) {
        return section(
                "Services",
                table(
                        List.of("verdict", "service", "where", "declared", "Terraform", "stored", "deployed"),
                        view.fleet().judged().stream()
                                .map(FleetHtmlReport::service)
                                .collect(Collectors.joining())));
    }

    private static String service(Judged each) {
        Stations stations = each.service().stations();
        return row(List.of(
                Html.text(FleetView.word(each.decision())),
                Html.code(each.service().title()),
                Html.text(FleetView.where(each.service())),
                FleetView.cell(stations.declared()),
                FleetView.cell(stations.configured()),
                FleetView.cell(stations.stored()),
                FleetView.cell(stations.deployed())));
    }

    private static String problems(FleetView view) {
        return section(
                "Could not be read",
                table(
                        List.of("where", "what", "next"),
                        view.unreadable().stream()
                                .map(each -> row(List.of(
                                        Html.code(each.place()),
                                        Html.prose(each.unread().message()),
                                        Html.prose(each.unread().hint()))))
                                .collect(Collectors.joining())));
    }

    private static String notVerified(FleetView view) {
        return section(
                "Not verified",
                table(
                        List.of("station", "what", "why", "next"),
                        view.reasons().stream()
                                .map(each -> row(List.of(
                                        Html.text(Words.of(each.station())),
                                        things(each.things()),
                                        Html.prose(each.why()),
                                        Html.prose(each.hint()))))
                                .collect(Collectors.joining())));
    }

    private static String things(List<FleetView.Thing> things) {
        String listed = things.stream().map(each -> Html.code(each.title())).collect(Collectors.joining("<br>"));
        return things.size() == 1
                ? listed
                : "<details><summary>" + Words.count(things.size(), "thing") + "</summary>" + listed + "</details>";
    }

    private static String trend(Trend trend) {
        return section(
                "Since the previous report",
                changes("newly broken", trend.broken())
                        + changes("newly healed", trend.healed())
                        + changes("still broken", trend.still())
                        + changes("not known any more", trend.unclear()));
    }

    private static String changes(String words, List<Trend.Known> changes) {
        return "<details><summary>" + Html.text(changes.size() + " " + words) + "</summary>"
                + table(
                        List.of("rule", "name", "service", "where"),
                        changes.stream()
                                .map(each -> row(List.of(
                                        Html.code(each.rule()),
                                        Html.code(each.name()),
                                        Html.text(each.title()),
                                        Html.code(each.unit()))))
                                .collect(Collectors.joining()))
                + "</details>\n";
    }
}
