package dev.envgate.report;

import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Shared;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Trend;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** The fleet as a document for the summary of a job: what is broken, and which services. */
final class FleetMarkdownReport implements FleetReport {
    private static final int FAULTS_SHOWN = 100;
    private static final int SERVICES_SHOWN = 100;
    private static final int NAMES_IN_A_CELL = 5;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String of(FleetView view, Style style) {
        return "# envgate fleet: %s\n\n%s\n"
                        .formatted(FleetView.word(view.fleet().decision()), summary(view))
                + faults(view)
                + services(view)
                + problems(view)
                + notVerified(view)
                + view.trend().map(FleetMarkdownReport::trend).orElse("");
    }

    private static String summary(FleetView view) {
        return "%d closed, %d could not be verified, %d open of %s; %s.\n"
                .formatted(
                        view.services(Verdict.Decision.FAIL),
                        view.services(Verdict.Decision.UNVERIFIED),
                        view.services(Verdict.Decision.PASS),
                        Words.count(view.fleet().services(), "service"),
                        view.tally());
    }

    private static String faults(FleetView view) {
        List<Shared> all = view.fleet().shared().stream()
                .filter(each -> each.severity() != Severity.NOTE)
                .toList();
        return all.isEmpty()
                ? ""
                : "## What is broken\n\n| | name | services | |\n|---|---|---|---|\n"
                        + all.stream()
                                .limit(FAULTS_SHOWN)
                                .map(each -> fault(view, each))
                                .collect(Collectors.joining())
                        + more(all.size() - FAULTS_SHOWN, "finding");
    }

    private static String fault(FleetView view, Shared each) {
        String rule = Markdown.link(Markdown.code(each.rule()), view.origin().page(each.rule()));
        return "| %s %s | %s | %s | %s %s |\n"
                .formatted(
                        Words.of(each.severity()),
                        rule,
                        Markdown.code(each.name()),
                        places(each.places()),
                        Markdown.prose(each.message()),
                        Markdown.prose(each.hint()));
    }

    private static String places(List<Shared.Where> places) {
        String listed = places.stream()
                .limit(NAMES_IN_A_CELL)
                .map(each -> Markdown.code(each.title().isEmpty() ? each.unit().key() : each.title()))
                .collect(Collectors.joining(", "));
        return places.size() > NAMES_IN_A_CELL
                ? "%s and %d more".formatted(listed, places.size() - NAMES_IN_A_CELL)
                : listed;
    }

    private static String more(int number, String noun) {
        return number > 0 ? "\nAnd %s more.\n\n".formatted(Words.count(number, noun)) : "\n";
    }

    private static String services(FleetView view) {
        List<Judged> all = view.fleet().judged().stream()
                .filter(each -> each.decision() != Verdict.Decision.PASS)
                .toList();
        return all.isEmpty()
                ? ""
                : "## Services\n\n| | service | where | declared | Terraform | stored | deployed |\n|---|---|---|---|---|---|---|\n"
                        + all.stream()
                                .limit(SERVICES_SHOWN)
                                .map(FleetMarkdownReport::service)
                                .collect(Collectors.joining())
                        + more(all.size() - SERVICES_SHOWN, "service");
    }

    private static String service(Judged each) {
        Stations stations = each.service().stations();
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        FleetView.word(each.decision()),
                        Markdown.code(each.service().title()),
                        Markdown.code(FleetView.where(each.service())),
                        FleetView.cell(stations.declared()),
                        FleetView.cell(stations.configured()),
                        FleetView.cell(stations.stored()),
                        FleetView.cell(stations.deployed()));
    }

    private static String problems(FleetView view) {
        return view.unreadable().isEmpty()
                ? ""
                : "## Could not be read\n\n"
                        + view.unreadable().stream()
                                .map(each -> "- %s: %s %s\n"
                                        .formatted(
                                                Markdown.code(each.place()),
                                                Markdown.prose(each.unread().message()),
                                                Markdown.prose(each.unread().hint())))
                                .collect(Collectors.joining())
                        + "\n";
    }

    private static String notVerified(FleetView view) {
        return view.reasons().isEmpty()
                ? ""
                : "## Not verified\n\n"
                        + view.reasons().stream()
                                .map(FleetMarkdownReport::reason)
                                .collect(Collectors.joining())
                        + "\n";
    }

    private static String reason(FleetView.Reason reason) {
        String listed = reason.things().stream()
                .limit(NAMES_IN_A_CELL)
                .map(each -> Markdown.code(each.title()))
                .collect(Collectors.joining(", "));
        String more = reason.things().size() > NAMES_IN_A_CELL
                ? " and %d more".formatted(reason.things().size() - NAMES_IN_A_CELL)
                : "";
        return "- %s: %s%s: %s %s\n"
                .formatted(
                        Words.of(reason.station()),
                        listed,
                        more,
                        Markdown.prose(reason.why()),
                        Markdown.prose(reason.hint()));
    }

    private static String trend(Trend trend) {
        return "## Since the previous report\n\n"
                + changes("newly broken", trend.broken())
                + changes("newly healed", trend.healed())
                + "- %d still broken\n".formatted(trend.still().size())
                + changes("not known any more", trend.unclear());
    }

    private static String changes(String words, List<Trend.Known> changes) {
        String listed = changes.stream()
                .limit(FAULTS_SHOWN)
                .map(each -> "  - %s %s %s %s\n"
                        .formatted(
                                Markdown.code(each.rule()),
                                Markdown.code(each.name()),
                                Markdown.code(each.title()),
                                Markdown.code(each.unit())))
                .collect(Collectors.joining());
        return "- %d %s\n%s".formatted(changes.size(), words, listed);
    }
}
