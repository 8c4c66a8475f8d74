package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The gate. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares what is declared, configured, stored and deployed, and closes the gate on what would not "
                        + "reach the container.")
final class CheckCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    CheckCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        Outputs outputs = report.outputs();
        ConfigFile file = ConfigFile.find(config, console);
        Gathering gathering = new Gathering(console, file, config, inputs, aws, settings);
        Gathering.Gathered gathered = gathering.gather();
        Run run = gate.judge(gathered, file, console);
        Style style = look.style(console);
        gathered.print(new Diagnostic(style), console);
        outputs.write(run, console, style, report.silent(run));
        return gathered.complete() ? ExitCode.of(run.verdict().decision()) : ExitCode.MISUSE;
    }
}
