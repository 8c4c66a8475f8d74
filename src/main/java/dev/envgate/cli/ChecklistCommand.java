package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Reports;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The checklist of a deploy, each line decided by the check. */
@Command(
        name = "checklist",
        sortOptions = false,
        description =
                "Prints the checklist of a deploy in Markdown, for a pull request or a release: each line is done, not done, or "
                        + "cannot be told.")
final class ChecklistCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = "--check",
            description = "End as check does, with 1 where the gate is closed. Default: 0 when the list could be made.")
    private boolean check;

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

    ChecklistCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        Gathering.Gathered gathered = new Gathering(console, file, config, inputs, aws, settings).gather();
        AdoptionOptions adoption = new AdoptionOptions();
        Baseline baseline = adoption.baseline(file, console);
        Run run = gate.judge(gathered, file, adoption, baseline, console);
        Style style = look.style(console);
        gathered.print(new Diagnostic(style), console);
        console.out().print(Reports.named("checklist").orElseThrow().of(run, style));
        aws.sayTiming(console);
        if (!run.problems().isEmpty()) {
            return ExitCode.MISUSE;
        }
        return check ? ExitCode.of(run.verdict().decision()) : ExitCode.OPEN;
    }
}
