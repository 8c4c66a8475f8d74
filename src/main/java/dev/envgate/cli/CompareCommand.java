package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.policy.Comparing;
import dev.envgate.policy.Comparison;
import dev.envgate.report.ShownComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether what works in one place would find the same names in another. */
@Command(
        name = "compare",
        sortOptions = false,
        description =
                "Compares two environments of the configuration, or two task definitions: names, kinds and references, "
                        + "with the words of the environments left out. Plain values are not compared.")
final class CompareCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Parameters(
            paramLabel = "SIDE",
            arity = "0..2",
            description = "Two environments, such as staging production, or two revisions, such as api:12 api:13.")
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "A task definition as JSON, instead of the first side.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--to", paramLabel = "FILE", description = "A task definition as JSON, instead of the second side.")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private ShowCommand.Format format = ShowCommand.Format.text;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    CompareCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        inputs.passOverCode();
        int given = sides.size() + (from.isPresent() ? 1 : 0) + (to.isPresent() ? 1 : 0);
        if (given != 2) {
            throw new Misuse(
                    "Two sides are compared, and %d %s given.".formatted(given, given == 1 ? "is" : "are"),
                    "name two environments, as in `envgate compare staging production`, two revisions, or `--from FILE --to FILE`.");
        }
        Comparison comparison = environments() ? ofEnvironments() : ofDefinitions();
        ShownComparison shown = new ShownComparison(comparison);
        console.out().print(format == ShowCommand.Format.json ? shown.json() : shown.text(look.style(console)));
        return ExitCode.of(comparison.decision());
    }

    private boolean environments() {
        return sides.size() == 2 && sides.stream().noneMatch(each -> each.contains(":"));
    }

    private Comparison ofEnvironments() throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        Comparing comparing = new Comparing(sides.getFirst(), sides.getLast());
        new ComparedEnvironments(new Gathering(console, file, config, inputs, aws, settings), file.settings())
                .into(comparing, sides.getFirst(), sides.getLast());
        return comparing.result();
    }

    private Comparison ofDefinitions() throws Misuse {
        Reading reading = new Reading(
                console, Target.ASKED, inputs, aws, aws.over(settings), new CodeSearches(), new FilesRead(), Map.of());
        ComparedDefinitions definitions = new ComparedDefinitions(console, reading);
        List<String> revisions = new ArrayList<>(sides);
        return definitions.compare(
                from.map(ComparedDefinitions.Source::file)
                        .orElseGet(() -> ComparedDefinitions.Source.revision(revisions.removeFirst())),
                to.map(ComparedDefinitions.Source::file)
                        .orElseGet(() -> ComparedDefinitions.Source.revision(revisions.removeFirst())));
    }
}
