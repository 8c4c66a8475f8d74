package dev.envgate.cli;

import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Previous;
import dev.envgate.fleet.Refusal;
import dev.envgate.fleet.Trend;
import dev.envgate.policy.Verdict;
import dev.envgate.report.FleetReport;
import dev.envgate.report.FleetReports;
import dev.envgate.report.FleetView;
import dev.envgate.report.Reports;
import dev.envgate.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which reports of a fleet are written, and where. */
final class FleetReportOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description =
                    "Write a report to a file, - for standard output; repeatable. Formats: github, gitlab, html, json, junit, "
                            + "markdown, sarif, tap, text; checklist, comment and matrix are of one repository. Default: text=-.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "An earlier report as JSON: say what is newly broken, newly healed and still broken.")
    private Optional<Path> previous = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing when the gate is open.")
    private boolean quiet;

    @Option(
            names = "--rule-pages",
            paramLabel = "URL",
            description = "Where the pages of the rules are on the web; reports then link to them.")
    private String rulePages = "";

    /** One report and where it goes. */
    private record Target(FleetReport report, String file) {}

    /** Refuses what could not be done, before anything is judged. */
    List<Trend.Known> check(Console console) throws Misuse {
        targets();
        if (!rulePages.isEmpty() && !Pipeline.isAddress(rulePages)) {
            throw new Misuse(
                    "`--rule-pages` is no address of a directory on the web.",
                    "give the one that has the pages: `https://example.com/docs/rules`.");
        }
        return previous.isEmpty() ? List.of() : known(previous.get(), console);
    }

    private static List<Trend.Known> known(Path file, Console console) throws Misuse {
        try {
            return Previous.read(
                    file.toString().replace('\\', '/'),
                    Files.readString(console.directory().resolve(file)));
        } catch (IOException e) {
            throw new Misuse(
                    "The previous report `%s` cannot be read.".formatted(file),
                    "give one that `envgate fleet check --report json=FILE` wrote.");
        } catch (Refusal e) {
            throw JournalFile.refused(e);
        }
    }

    private List<Target> targets() throws Misuse {
        List<Target> targets = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (String each : reports.isEmpty() ? List.of("text=-") : reports) {
            Target target = target(each);
            if (!files.add(
                    target.file().equals(STANDARD_OUTPUT)
                            ? STANDARD_OUTPUT
                            : Path.of(target.file()).normalize().toString())) {
                throw new Misuse(
                        "Two reports cannot both go to `%s`.".formatted(target.file()),
                        "give each of them its own file.");
            }
            targets.add(target);
        }
        return targets;
    }

    private static Target target(String asked) throws Misuse {
        int sign = asked.indexOf('=');
        String format = sign < 0 ? asked : asked.substring(0, sign);
        String file = sign < 0 ? STANDARD_OUTPUT : asked.substring(sign + 1);
        Optional<FleetReport> report = FleetReports.named(format);
        if (report.isEmpty() && Reports.named(format).isPresent()) {
            throw new Misuse(
                    "`%s` is no report of a fleet: it is about one repository, its deploy or every name of it."
                            .formatted(format),
                    "write it with `envgate check` there; `markdown` is what a fleet has for people, `json` for programs.");
        }
        if (report.isEmpty() || file.isEmpty()) {
            String known = FleetReports.ALL.stream().map(FleetReport::id).collect(Collectors.joining(", "));
            throw new Misuse(
                    "A fleet has no report `%s`.".formatted(asked),
                    "write `--report FORMAT=FILE` with one of " + known + ".");
        }
        return new Target(report.get(), file);
    }

    /** Writes all, and says how the run ends. */
    ExitCode write(Fleet fleet, List<Trend.Known> known, Console console, Style style) throws Misuse {
        FleetView view = new FleetView(
                fleet, previous.map(_ -> Trend.since(known, fleet)), new Pipeline(console).origin("", rulePages));
        for (Target each : targets()) {
            if (!each.file().equals(STANDARD_OUTPUT)) {
                new WholeFile(console.directory().resolve(each.file()))
                        .write(each.report().of(view, Style.PLAIN), "The report `" + each.file() + "`");
            } else if (!quiet || fleet.decision() != Verdict.Decision.PASS || fleet.unread()) {
                console.out().print(each.report().of(view, style));
                console.out().flush();
            }
        }
        return exit(fleet);
    }

    private static ExitCode exit(Fleet fleet) {
        if (fleet.defective()) {
            return ExitCode.BUG;
        }
        return fleet.unread() ? ExitCode.MISUSE : ExitCode.of(fleet.decision());
    }
}
