package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Plan;
import dev.envgate.fleet.PlanText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Divides a fleet, so that engines that there are already can judge its parts side by side. */
@Command(
        name = "plan",
        sortOptions = false,
        description = "Divides the fleet into parts that cost about the same, for pipelines and for Step Functions.")
final class FleetPlanCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--shards", paramLabel = "N", required = true, description = "How many parts.")
    private int shards;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "A journal or a shard of an earlier run, which says what each unit costs; repeatable.")
    private List<Path> costs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the plan to a file, for --plan.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What is printed: json (the plan), github, gitlab or step-functions. Default: json.")
    private Format format = Format.json;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // what it says is a part of what the shards have in common
    private GateOptions gate = new GateOptions();

    /** Who starts the parts. */
    enum Format {
        json(100_000),
        /** A matrix has 256 jobs at most. */
        github(256),
        /** A matrix has 200 jobs at most. */
        gitlab(200),
        step_functions(100_000);

        private final int most;

        Format(int most) {
            this.most = most;
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    FleetPlanCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        aws.requireMany();
        if (shards < 1 || shards > format.most) {
            throw new Misuse(
                    "`--shards` must be between 1 and %d for `%s`.".formatted(format.most, format),
                    "give the number of parts.");
        }
        Plan plan = plan();
        if (output.isPresent()) {
            new WholeFile(console.directory().resolve(output.get()))
                    .write(PlanText.of(plan), "The plan `" + output.get() + "`");
        }
        console.out().print(text(plan));
        return ExitCode.OPEN;
    }

    private Plan plan() throws Misuse {
        try (var _ = aws.fleetTraffic(1)) {
            FleetSelection.Selected selected = new FleetSelection(console, options, aws, settings).select();
            return Plan.divide(
                    Version.number(),
                    FleetDigest.of(spec),
                    console.today().toString(),
                    shards,
                    selected.tasks(),
                    selected.gaps(),
                    costs());
        }
    }

    private Map<String, Long> costs() throws Misuse {
        Map<String, Long> all = new HashMap<>();
        for (Path each : costs) {
            String shown = each.toString().replace('\\', '/');
            switch (JournalFile.read(console.directory().resolve(each), shown)) {
                case Journal.Read.Found(Journal journal) ->
                    journal.entries().forEach(entry -> all.put(entry.unit().key(), (long) entry.requests()));
                case Journal.Read.Begun() -> throw JournalFile.refused(Journal.other(shown));
            }
        }
        return all;
    }

    private String text(Plan plan) {
        return switch (format) {
            case json -> PlanText.of(plan);
            case github -> PlanText.github(plan);
            case gitlab -> PlanText.gitlab(plan);
            case step_functions -> PlanText.stepFunctions(plan);
        };
    }
}
