package dev.envgate.report;

import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Shared;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Trend;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Escape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet for a person: each fault once with all its services, the services worst first, and what could not be seen. */
final class FleetTextReport implements FleetReport {
    private static final int NAME_COLUMN = 50;
    private static final int PLACES_SHOWN = 8;
    private static final int SERVICES_SHOWN = 20;
    private static final int REASONS_SHOWN = 6;
    private static final int THINGS_SHOWN = 4;

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String of(FleetView view, Style style) {
        return new Page(view, style, new StringBuilder()).text();
    }

    /** One report while it is being written. */
    private record Page(FleetView view, Style style, StringBuilder out) {
        String text() {
            title();
            shown().forEach(this::fault);
            services();
            problems();
            notVerified();
            view.trend().ifPresent(this::trend);
            out.append('\n').append(summary()).append('\n');
            return out.toString();
        }

        private void title() {
            String verdict = "envgate fleet: " + FleetView.word(view.fleet().decision());
            String gap = " ".repeat(Math.max(3, NAME_COLUMN - verdict.length()));
            out.append(style.in(ink(view.fleet().decision()), verdict))
                    .append(gap)
                    .append(size())
                    .append('\n');
        }

        private String size() {
            return Stream.of(
                            Words.count(view.fleet().services(), "service"),
                            view.accounts() == 0 ? "" : Words.count(view.accounts(), "account"),
                            view.regions() == 0 ? "" : Words.count(view.regions(), "region"))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(style.dot()));
        }

        private static Style.Ink ink(Verdict.Decision decision) {
            return switch (decision) {
                case PASS -> Style.Ink.GREEN;
                case FAIL -> Style.Ink.RED;
                case UNVERIFIED -> Style.Ink.YELLOW;
            };
        }

        private List<Shared> shown() {
            return view.fleet().shared().stream()
                    .filter(each -> style.verbose() || each.severity() != Severity.NOTE)
                    .toList();
        }

        private void fault(Shared shared) {
            String head = Words.of(shared.severity()) + "[" + shared.rule() + "]";
            String name = shared.name().isEmpty() ? "" : " " + Escape.terminal(shared.name());
            String many = shared.places().size() == 1
                    ? ""
                    : Words.count(shared.places().size(), "service");
            out.append('\n').append(style.in(ink(shared.severity()), head)).append(style.in(Style.Ink.BOLD, name));
            out.append(
                            many.isEmpty()
                                    ? ""
                                    : " ".repeat(Math.max(3, NAME_COLUMN - head.length() - name.length())) + many)
                    .append('\n');
            wrap(shared.message(), "  ", "  ");
            places(shared.places());
            wrap(Diagnostic.next(shared.hint()), "  next: ", "        ");
        }

        private static Style.Ink ink(Severity severity) {
            return switch (severity) {
                case ERROR -> Style.Ink.RED;
                case WARNING -> Style.Ink.YELLOW;
                case NOTE -> Style.Ink.BLUE;
            };
        }

        private void places(List<Shared.Where> places) {
            int most = style.verbose() ? places.size() : PLACES_SHOWN;
            Table table = new Table();
            places.stream()
                    .limit(most)
                    .forEach(each -> table.line(
                            "  " + (each.title().isEmpty() ? each.unit().key() : each.title()),
                            each.fault().file().isEmpty()
                                    ? each.unit().key()
                                    : each.fault().file() + ":" + each.fault().line()));
            out.append(table.text());
            more(places.size() - most, "services");
        }

        private void more(int number, String noun) {
            if (number > 0) {
                out.append("    and ")
                        .append(number)
                        .append(" more ")
                        .append(noun)
                        .append(" (-v shows them)\n");
            }
        }

        /** Those that are open are counted, unless everything is to be spelled out. */
        private void services() {
            List<Judged> listed = view.fleet().judged().stream()
                    .filter(each -> style.verbose() || each.decision() != Verdict.Decision.PASS)
                    .toList();
            if (view.fleet().services() == 0) {
                return;
            }
            int most = style.verbose() ? listed.size() : SERVICES_SHOWN;
            Table table = new Table();
            table.line("services", "declared", "Terraform", "stored", "deployed", "");
            listed.stream().limit(most).forEach(each -> line(table, each));
            Stations all = view.stations();
            table.line(
                    view.services(Verdict.Decision.PASS) + " open of "
                            + view.fleet().services(),
                    FleetView.cell(all.declared()),
                    FleetView.cell(all.configured()),
                    FleetView.cell(all.stored()),
                    FleetView.cell(all.deployed()),
                    "");
            out.append('\n').append(table.text());
            more(listed.size() - most, "services");
        }

        private void line(Table table, Judged each) {
            Stations stations = each.service().stations();
            table.line(
                    FleetView.word(each.decision()) + " " + each.service().title(),
                    FleetView.cell(stations.declared()),
                    FleetView.cell(stations.configured()),
                    FleetView.cell(stations.stored()),
                    FleetView.cell(stations.deployed()),
                    FleetView.where(each.service()));
        }

        private void problems() {
            if (!view.unreadable().isEmpty()) {
                heading("could not be read");
            }
            for (FleetView.Unreadable each : view.unreadable()) {
                wrap(each.place() + ": " + each.unread().message(), "  ", "    ");
                wrap(Diagnostic.next(each.unread().hint()), "    next: ", "          ");
            }
        }

        private void heading(String text) {
            out.append('\n').append(style.in(Style.Ink.YELLOW, text)).append('\n');
        }

        private void notVerified() {
            List<FleetView.Reason> reasons = view.reasons();
            if (!reasons.isEmpty()) {
                heading("not verified");
            }
            int most = style.verbose() ? reasons.size() : REASONS_SHOWN;
            reasons.stream().limit(most).forEach(this::reason);
            if (reasons.size() > most) {
                out.append("  and ").append(reasons.size() - most).append(" more reasons (-v shows them)\n");
            }
        }

        private void reason(FleetView.Reason reason) {
            int most = style.verbose() ? reason.things().size() : THINGS_SHOWN;
            String listed = reason.things().stream()
                    .limit(most)
                    .map(FleetView.Thing::title)
                    .collect(Collectors.joining(", "));
            String more =
                    reason.things().size() > most ? " and " + (reason.things().size() - most) + " more" : "";
            wrap(listed + more + ": " + reason.why(), "  %-10s ".formatted(Words.of(reason.station())), " ".repeat(13));
            wrap(Diagnostic.next(reason.hint()), " ".repeat(13) + "next: ", " ".repeat(19));
        }

        private void trend(Trend trend) {
            heading("since the previous report");
            changes(trend.broken(), "newly broken");
            changes(trend.healed(), "newly healed");
            changes(trend.still(), "still broken");
            changes(trend.unclear(), "not known any more");
        }

        private void changes(List<Trend.Known> changes, String words) {
            out.append("  ").append(changes.size()).append(' ').append(words).append('\n');
            if (!words.equals("still broken") || style.verbose()) {
                int most = style.verbose() ? changes.size() : PLACES_SHOWN;
                Table table = new Table();
                changes.stream()
                        .limit(most)
                        .forEach(each -> table.line(
                                "  " + each.severity() + "[" + each.rule() + "]",
                                each.name(),
                                each.title(),
                                each.unit()));
                out.append(table.text());
                more(changes.size() - most, "");
            }
        }

        private String summary() {
            return Stream.of(
                            view.services(Verdict.Decision.FAIL) + " closed",
                            view.services(Verdict.Decision.UNVERIFIED) + " could not be verified",
                            view.services(Verdict.Decision.PASS) + " open",
                            view.couldNotBeRead(),
                            Words.count(view.count(Severity.ERROR), "error"),
                            Words.count(view.count(Severity.WARNING), "warning"),
                            Words.count(view.count(Severity.NOTE), "note")
                                    + (view.count(Severity.NOTE) > 0 && !style.verbose() ? " (-v shows them)" : ""),
                            Words.count(view.inStep(), "name") + " in step",
                            view.verified())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(style.dot()));
        }

        private void wrap(String sentence, String first, String next) {
            out.append(Wrapped.text(sentence, first, next, style.width()));
        }
    }
}
