package dev.envgate.report;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Escape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One screen for a person: the verdict, each fault with its line and what to do next, and what could not be seen. */
final class TextReport implements Report {
    private static final int NAME_COLUMN = 50;

    /** In fewer columns, what would stand at the right stands below. */
    private static final int TWO_COLUMNS = 100;

    private static final int NAMES_IN_A_LINE = 4;
    private static final int REASONS_SHOWN = 6;

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String of(Run run, Style style) {
        return new Page(run, style).text();
    }

    @Override
    public boolean forPeople() {
        return true;
    }

    /** One report while it is being written. */
    private record Page(Run run, Rows rows, Style style, StringBuilder out) {
        Page(Run run, Style style) {
            this(run, new Rows(run), style, new StringBuilder());
        }

        String text() {
            List<ServiceLedger> services = run.ledger().services();
            title(services);
            services.forEach(service -> service(service, services.size() > 1));
            general();
            notVerified();
            setAside();
            out.append('\n').append(summary()).append('\n');
            return out.toString();
        }

        private void title(List<ServiceLedger> services) {
            String verdict = "envgate: " + word();
            String subject = services.size() == 1 ? subject(services.getFirst()) : services.size() + " services";
            out.append(style.in(ink(), verdict));
            if (narrow()) {
                out.append('\n');
                wrap(subject, "  ", "  ");
            } else {
                String gap = " ".repeat(Math.max(3, NAME_COLUMN - verdict.length()));
                out.append(gap).append(subject).append('\n');
            }
        }

        /** Whether two columns do not fit beside each other. */
        private boolean narrow() {
            return style.width() < TWO_COLUMNS;
        }

        private String word() {
            return switch (run.verdict().decision()) {
                case PASS -> "open";
                case FAIL -> "closed";
                case UNVERIFIED -> "could not verify";
            };
        }

        private Style.Ink ink() {
            return switch (run.verdict().decision()) {
                case PASS -> Style.Ink.GREEN;
                case FAIL -> Style.Ink.RED;
                case UNVERIFIED -> Style.Ink.YELLOW;
            };
        }

        private String subject(ServiceLedger service) {
            return Stream.of(
                            service.title(),
                            Running.words(service.deployment()),
                            service.identity().region(),
                            service.identity().account())
                    .filter(part -> !part.isEmpty())
                    .map(Escape::terminal)
                    .collect(Collectors.joining(style.dot()));
        }

        private void service(ServiceLedger service, boolean several) {
            List<Finding> shown = shown(run.findingsOf(service));
            if (several) {
                out.append('\n')
                        .append(style.in(Style.Ink.BOLD, subject(service)))
                        .append('\n');
            }
            if (several && shown.isEmpty() && isSeen(service)) {
                out.append(run.findingsOf(service).isEmpty() ? "  no finding\n" : "  notes only (-v shows them)\n");
            }
            loud(shown, service.containers().size() > 1);
            notes(shown);
        }

        /** Whether everything that could be a finding of a service was looked at. */
        private static boolean isSeen(ServiceLedger service) {
            return service.deployment() instanceof Deployment.Running
                    && service.containers().stream()
                            .flatMap(container -> container.rows().stream())
                            .flatMap(row -> Stream.of(row.declared(), row.configured(), row.stored(), row.deployed()))
                            .noneMatch(Presence.Unknown.class::isInstance);
        }

        /** Many that say the same are said once, unless everything is to be spelled out. */
        private void loud(List<Finding> findings, boolean withContainer) {
            List<Finding> loud = findings.stream()
                    .filter(each -> each.severity() != Severity.NOTE)
                    .toList();
            if (style.verbose()) {
                loud.forEach(each -> finding(each, withContainer));
                return;
            }
            for (List<Finding> alike : Alike.of(loud, rows)) {
                if (alike.size() == 1) {
                    finding(alike.getFirst(), withContainer);
                } else {
                    folded(alike, withContainer);
                }
            }
        }

        private void folded(List<Finding> same, boolean withContainer) {
            Finding first = same.getFirst();
            head(first, same.size() + " names", withContainer);
            wrap(first.message(), "  ", "  ");
            Table table = new Table();
            same.forEach(each -> table.line("  " + each.name(), Table.cell(each.place())));
            out.append(table.text());
            wrap(Diagnostic.next(first.hint()), "  next: ", "        ");
        }

        /** Notes that say the same of several names are said once. */
        private void notes(List<Finding> findings) {
            Map<List<String>, List<Finding>> same = new LinkedHashMap<>();
            findings.stream()
                    .filter(finding -> finding.severity() == Severity.NOTE)
                    .forEach(each -> same.computeIfAbsent(
                                    List.of(each.rule(), each.message(), each.hint()), _ -> new ArrayList<>())
                            .add(each));
            same.values().forEach(this::note);
        }

        private void note(List<Finding> same) {
            Finding first = same.getFirst();
            String names = same.size() == 1 ? Escape.terminal(first.name()) : same.size() + " names";
            out.append('\n').append(style.in(Style.Ink.BLUE, "note[" + first.rule() + "]"));
            out.append(' ').append(style.in(Style.Ink.BOLD, names)).append('\n');
            wrap(first.message(), "  ", "  ");
            Table table = new Table();
            same.forEach(each -> table.line("  " + each.name(), Table.cell(each.place())));
            out.append(table.text());
            wrap(Diagnostic.next(first.hint()), "  next: ", "        ");
        }

        /** Findings of no service. */
        private void general() {
            List<Finding> others = shown(run.general());
            loud(others, false);
            notes(others);
        }

        private List<Finding> shown(List<Finding> findings) {
            return findings.stream()
                    .filter(finding -> style.verbose() || finding.severity() != Severity.NOTE)
                    .toList();
        }

        /** The line above a finding, with the stations where it is about one row. */
        private void head(Finding finding, String name, boolean withContainer) {
            String head = Words.of(finding.severity()) + "[" + finding.rule() + "]";
            String of = withContainer && !finding.container().isEmpty()
                    ? " in " + Escape.terminal(finding.container())
                    : "";
            out.append('\n').append(style.in(ink(finding.severity()), head));
            out.append(name.isEmpty() ? "" : " " + style.in(Style.Ink.BOLD, name))
                    .append(of);
            rows.of(finding).forEach(row -> stations(row, head.length() + 1 + name.length() + of.length()));
            out.append('\n');
        }

        private void finding(Finding finding, boolean withContainer) {
            head(finding, Escape.terminal(finding.name()), withContainer);
            wrap(finding.message(), "  ", "  ");
            if (finding.place() instanceof Place.InFile file) {
                out.append(new Diagnostic(style).ofName(file.span()));
            }
            finding.related().stream()
                    .flatMap(place -> place instanceof Place.InFile file ? Stream.of(file.span()) : Stream.of())
                    .forEach(span -> out.append(Diagnostic.beside(span)));
            wrap(Diagnostic.next(finding.hint()), "  next: ", "        ");
        }

        private static Style.Ink ink(Severity severity) {
            return switch (severity) {
                case ERROR -> Style.Ink.RED;
                case WARNING -> Style.Ink.YELLOW;
                case NOTE -> Style.Ink.BLUE;
            };
        }

        private void stations(Row row, int taken) {
            out.append(narrow() ? "\n  " : " ".repeat(Math.max(3, NAME_COLUMN - taken)));
            out.append("declared ").append(sign(row.declared())).append("   ");
            out.append("Terraform ").append(sign(row.configured())).append("   ");
            out.append("stored ").append(sign(row.stored())).append("   ");
            out.append("deployed ").append(sign(row.deployed()));
        }

        private String sign(Presence presence) {
            return switch (presence) {
                case Presence.Present _ -> style.yes();
                case Presence.Conditional _ -> style.perhaps();
                case Presence.Absent _ -> style.no();
                case Presence.Unknown _ -> style.unknown();
            };
        }

        /** What could not be looked at, things with the same reason together. */
        private void notVerified() {
            Map<NotVerified, List<String>> byReason = new LinkedHashMap<>();
            for (NotVerified each : run.ledger().notVerified()) {
                NotVerified reason = new NotVerified(each.station(), "", each.why(), each.hint());
                byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(each.what());
            }
            if (!byReason.isEmpty()) {
                out.append('\n')
                        .append(style.in(Style.Ink.YELLOW, "not verified"))
                        .append('\n');
            }
            int most = style.verbose() ? byReason.size() : REASONS_SHOWN;
            byReason.entrySet().stream().limit(most).forEach(each -> reason(each.getKey(), each.getValue()));
            if (byReason.size() > most) {
                out.append("  and ").append(byReason.size() - most).append(" more reasons (-v shows them)\n");
            }
        }

        private void reason(NotVerified reason, List<String> things) {
            String station = reason.station().name().toLowerCase(Locale.ROOT);
            int most = style.verbose() ? things.size() : NAMES_IN_A_LINE;
            String listed = things.stream().limit(most).collect(Collectors.joining(", "));
            String more = things.size() > most ? " and " + (things.size() - most) + " more" : "";
            wrap(listed + more + ": " + reason.why(), "  %-10s ".formatted(station), " ".repeat(13));
            wrap(Diagnostic.next(reason.hint()), " ".repeat(13) + "next: ", " ".repeat(19));
        }

        /** What does not count: in numbers, and one by one when everything is to be spelled out. */
        private void setAside() {
            List<SetAside> all = run.verdict().setAside();
            if (!all.isEmpty()) {
                out.append('\n').append(style.in(Style.Ink.FAINT, "set aside")).append('\n');
                wrap(setAsideInNumbers(all), "  ", "  ");
            }
            if (style.verbose()) {
                Table table = new Table();
                all.forEach(each -> table.line("  " + each.finding().rule(), subjectOf(each.finding()), each.why()));
                out.append(table.text());
            }
        }

        private String setAsideInNumbers(List<SetAside> all) {
            String numbers = Arrays.stream(SetAside.By.values())
                    .map(by -> new Tally(
                            by, all.stream().filter(each -> each.by() == by).count()))
                    .filter(tally -> tally.number() > 0)
                    .map(Tally::text)
                    .collect(Collectors.joining(style.dot()));
            return style.verbose() ? numbers : numbers + " (-v shows them)";
        }

        private static String subjectOf(Finding finding) {
            return Stream.of(finding.environment(), finding.service(), finding.container(), finding.name())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" / "));
        }

        private String summary() {
            Verdict.Summary summary = run.verdict().summary();
            String notes = Words.count(summary.notes(), "note");
            return Stream.of(
                            Words.count(summary.errors(), "error"),
                            Words.count(summary.warnings(), "warning") + closing(Severity.WARNING, summary.warnings()),
                            notes
                                    + closing(Severity.NOTE, summary.notes())
                                    + (summary.notes() > 0 && !style.verbose() ? " (-v shows them)" : ""),
                            Words.count(summary.inStep(), "name") + " in step",
                            summary.unverified() == 0 ? "everything verified" : summary.unverified() + " not verified",
                            run.ledger().deep() ? "values were read (deep)" : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(style.dot()));
        }

        /** Only errors close the gate unless somebody says otherwise. */
        private String closing(Severity severity, int number) {
            boolean closes = severity.compareTo(run.verdict().threshold().failOn()) <= 0;
            return number > 0 && closes ? ", which close the gate" : "";
        }

        private void wrap(String sentence, String first, String next) {
            out.append(Wrapped.text(sentence, first, next, style.width()));
        }
    }
}
