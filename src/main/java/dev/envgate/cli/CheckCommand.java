package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The gate. */
@Command(
        name = "check",
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
    private AdoptionOptions adoption = new AdoptionOptions();

    @Mixin
    private NewBaselineOptions newBaseline = new NewBaselineOptions();

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
        Outputs outputs = report.outputs(console);
        Style style = look.style(console);
        Run run = judgedOrRefused(outputs, style);
        outputs.write(run, console, style, report.silent(run));
        aws.sayTiming(console);
        return run.problems().isEmpty() ? ExitCode.of(run.verdict().decision()) : ExitCode.MISUSE;
    }

    /** The run; one that comes to nothing leaves reports that say why. */
    private Run judgedOrRefused(Outputs outputs, Style style) throws Misuse {
        try {
            return judged(style);
        } catch (Misuse misuse) {
            throw Misuse.of(Stream.concat(Stream.of(misuse), refused(misuse, outputs, style))
                    .toList());
        }
    }

    /** The reports that could not be written besides. */
    private Stream<Misuse> refused(Misuse misuse, Outputs outputs, Style style) {
        try {
            outputs.refuse(Run.refused(misuse.said(), report.origin(console, "")), console, style);
            return Stream.of();
        } catch (Misuse besides) {
            return Stream.of(besides);
        }
    }

    private Run judged(Style style) throws Misuse {
        newBaseline.written().ifPresent(adoption::writing);
        Judging.Judged judged = new Judging(console, config, inputs, aws, settings, gate, adoption).judge();
        ConfigFile file = judged.file();
        Gathering.Gathered gathered = judged.gathered();
        gathered.print(new Diagnostic(style), console);
        Run run = judged.run();
        if (adoption.writes()) {
            boolean narrowed = !gathered.whole() || aws.offline() || inputs.noSource();
            Baseline written = adoption.write(run, judged.baseline(), gathered.complete(), narrowed, console);
            run = gate.judge(gathered, file, adoption, written, console);
        }
        return run.at(report.origin(console, file.shown()));
    }
}
