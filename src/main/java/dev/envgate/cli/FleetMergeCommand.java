package dev.envgate.cli;

import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Refusal;
import dev.envgate.fleet.Trend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes one report of the parts of a fleet. */
@Command(
        name = "merge",
        sortOptions = false,
        description = "Puts the shards of a fleet together: the report is that of the run that was never divided. "
                + "A shard that is missing is named as not verified.")
final class FleetMergeCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(paramLabel = "SHARD", arity = "1..*", description = "The journals of the shards: shard-*.json.")
    private List<Path> shards = new ArrayList<>();

    @Mixin
    private FleetReportOptions report = new FleetReportOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    FleetMergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws Misuse {
        List<Trend.Known> known = report.check(console);
        List<Journal> journals = new ArrayList<>();
        for (Path each : shards) {
            String shown = each.toString().replace('\\', '/');
            switch (JournalFile.read(console.directory().resolve(each), shown)) {
                case Journal.Read.Found(Journal journal) -> journals.add(journal);
                case Journal.Read.Begun() -> throw JournalFile.refused(Journal.other(shown));
            }
        }
        try {
            return report.write(Fleet.merge(journals), known, console, look.style(console));
        } catch (Refusal e) {
            throw JournalFile.refused(e);
        }
    }
}
