package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Verdict;
import dev.envgate.report.Run;
import dev.envgate.text.Directories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repairs what the gate has found. */
@Command(
        name = "fix",
        sortOptions = false,
        description = "Prints the smallest repair of each finding: a patch of your files that was proven by reading the"
                + " result, or the command to run. AWS is never written to. Ends with 1 when something is left to"
                + " be done by hand.")
final class FixCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these variables, notes included. Default: all, without notes.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--write", description = "Write the patches into the files instead of printing them.")
    private boolean write;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "The mildest finding that is repaired: error, warning or note. Default: warning.")
    private GateOptions.FailOn severity = GateOptions.FailOn.warning;

    @Option(names = "--show-values", description = "Print values of lines around a change, as `git apply` needs them.")
    private boolean showValues;

    private final Map<String, String> values = new LinkedHashMap<>();

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    FixCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** Called with all that was given so far, each time one more is. */
    @Option(
            names = "--value",
            paramLabel = "NAME=VALUE",
            description = "The value of a setting that is to be configured; repeatable. Not for secrets.")
    void addValues(List<String> given) {
        given.forEach(this::addValue);
    }

    private void addValue(String assignment) {
        int sign = Math.max(0, assignment.indexOf('='));
        values.put(assignment.substring(0, sign), assignment.substring(Math.min(sign + 1, assignment.length())));
    }

    @Override
    public ExitCode call() throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        Gathering gathering = new Gathering(console, file, config, inputs, aws, settings);
        Everything.Services everything = gathering.asked();
        List<Target> targets = everything.targets();
        Map<Pending, Live> sights = gathering.sights(targets);
        Repairing repairing = new Repairing(
                console,
                gathering,
                file,
                gate,
                new AdoptionOptions().baseline(file, console),
                targets,
                List.copyOf(sights.values()),
                values);
        Drafts drafts = Drafts.none(console.directory(), roots(sights));
        Run run = repairing.judged(drafts);
        List<Finding> findings = run.verdict().findings().stream()
                .filter(each -> wanted(each, mildest(each)))
                .toList();
        List<Repairing.Result> results = repairing.of(findings, drafts, run);
        List<NotVerified> unseen = failed(everything.beside()).toList();
        RepairText text = new RepairText(console, look.style(console), showValues);
        text.print(
                results,
                write,
                run.verdict().findings().size() - findings.size(),
                run.verdict().summary().unverified() + unseen.size(),
                Stream.concat(unseen.stream(), failed(run.ledger().notVerified()))
                        .toList());
        if (write) {
            new PatchedFiles(console).write(drafts, results);
        }
        aws.sayTiming(console);
        if (results.stream().anyMatch(Repairing.Result.Left.class::isInstance)) {
            return ExitCode.CLOSED;
        }
        return run.verdict().decision() == Verdict.Decision.UNVERIFIED || !unseen.isEmpty()
                ? ExitCode.UNVERIFIED
                : ExitCode.OPEN;
    }

    /** What was asked for and not answered. */
    private static Stream<NotVerified> failed(List<NotVerified> all) {
        return all.stream().filter(each -> each.cause() == NotVerified.Cause.FAILED);
    }

    /** What is asked for by its name is repaired however quiet it is. */
    private Severity mildest(Finding finding) {
        return names.contains(finding.name())
                ? Severity.NOTE
                : Severity.valueOf(severity.name().toUpperCase(Locale.ROOT));
    }

    private boolean wanted(Finding finding, Severity mildest) {
        return (names.isEmpty() || names.contains(finding.name()))
                && finding.severity().compareTo(mildest) <= 0;
    }

    /** The repositories of all that was read. */
    private List<Path> roots(Map<Pending, Live> sights) {
        Stream<Path> named = Stream.concat(
                sights.keySet().stream().map(Pending::terraform),
                sights.keySet().stream()
                        .flatMap(each -> inputs.envFiles().stream())
                        .map(each ->
                                console.directory().resolve(each).normalize().resolveSibling("")));
        return Stream.concat(Stream.of(console.directory()), named)
                .map(each -> Directories.repository(each, each))
                .distinct()
                .toList();
    }
}
