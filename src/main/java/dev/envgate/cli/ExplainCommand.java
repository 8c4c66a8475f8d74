package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Explanation;
import dev.envgate.report.Run;
import dev.envgate.text.Nearest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The story of one name. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Tells one variable's way through the four stations, with its lines and the next action.")
final class ExplainCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The variable.")
    private String name = "";

    @Option(
            names = "--stopped-task",
            paramLabel = "ARN",
            description = "Tell why this task stopped, instead of the story of a variable.")
    private String stoppedTask = "";

    @Option(
            names = "--stopped",
            description =
                    "Tell why tasks of the service given by --cluster and --service stopped within the last hour.")
    private boolean stopped;

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

    ExplainCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        if (stopped || !stoppedTask.isEmpty()) {
            inputs.refuseAll("a task that stopped is of one of them", "choose it with `--service`.");
        }
        StoppedTasks tasks = new StoppedTasks(console, look, aws, settings);
        if (!stoppedTask.isEmpty()) {
            return tasks.explain(stoppedTask);
        }
        if (stopped) {
            return tasks.explain(inputs.cluster(), inputs.service());
        }
        if (name.isEmpty()) {
            throw new Misuse(
                    "There is nothing to explain.",
                    "name a variable, or a task that stopped with `--stopped-task ARN`.");
        }
        ConfigFile file = ConfigFile.find(config, console);
        Gathering.Gathered gathered = new Gathering(console, file, config, inputs, aws, settings).gather();
        Run run = gate.judge(gathered, file, new AdoptionOptions(), Baseline.NONE, console);
        gathered.print(new Diagnostic(look.style(console)), console);
        Explanation explanation = new Explanation(run, name);
        if (!explanation.known()) {
            throw new Misuse(
                    "`" + name + "` is neither declared, nor configured, nor deployed.",
                    Nearest.of(name, run.names())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("`envgate show declared` lists what is declared."));
        }
        console.out().print(explanation.text(look.style(console)));
        aws.sayTiming(console);
        return ExitCode.OPEN;
    }
}
