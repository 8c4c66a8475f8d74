package dev.envgate.cli;

import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Refusal;
import dev.envgate.fleet.Trend;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

    @Parameters(
            paramLabel = "SHARD",
            arity = "1..*",
            description = "The journals of the shards: shard-*.json, or a directory that has them.")
    private List<Path> shards = new ArrayList<>();

    @Mixin
    private FleetReportOptions report = new FleetReportOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    FleetMergeCommand(Console console) {
        this.console = console;
    }

    /** Where no shell spells a pattern out, as in a container image that has none, a directory stands for its shards. */
    private List<Path> files() throws Misuse {
        List<Path> files = new ArrayList<>();
        for (Path each : shards) {
            if (Files.isDirectory(console.directory().resolve(each))) {
                files.addAll(in(each));
            } else {
                files.add(each);
            }
        }
        return files;
    }

    private List<Path> in(Path directory) throws Misuse {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(console.directory().resolve(directory), "shard-*.json")) {
            List<Path> files = new ArrayList<>();
            found.forEach(each -> files.add(directory.resolve(each.getFileName())));
            if (files.isEmpty()) {
                throw new Misuse(
                        "The directory `%s` has no shard.".formatted(directory),
                        "a shard is called `shard-3.json`, as `envgate fleet check --shard 3/16` writes it.");
            }
            files.sort(Comparator.naturalOrder());
            return files;
        } catch (IOException e) {
            throw new Misuse(
                    "The directory `%s` cannot be read.".formatted(directory),
                    "name the shards, or a directory that may be read.");
        }
    }

    @Override
    public ExitCode call() throws Misuse {
        List<Trend.Known> known = report.check(console);
        List<Journal> journals = new ArrayList<>();
        for (Path each : files()) {
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
