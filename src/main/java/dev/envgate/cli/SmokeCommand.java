package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Endpoint;
import dev.envgate.ledger.NotVerified;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import dev.envgate.smoke.Prober;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gate after a deploy. */
@Command(
        name = "smoke",
        sortOptions = false,
        description =
                "After a deploy: waits for the rollout, checks that what runs has every name, and calls the endpoints that the "
                        + "configuration names under `smoke`. No other host is called, and no header is shown.")
final class SmokeCommand implements Callable<ExitCode> {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "How long to wait for the rollout to end: 90s, 10m. Default: not at all.")
    private String wait = "";

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

    SmokeCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        if (aws.asksNobody()) {
            throw new Misuse(
                    "What runs after a deploy is to be looked at, and AWS is not to be asked.",
                    "leave out `--offline`, `--deployed` and `--snapshot`.");
        }
        Outputs outputs = report.outputs(console);
        Style style = look.style(console);
        ConfigFile file = ConfigFile.find(config, console);
        Gathering gathering = new Gathering(console, file, config, inputs, aws, settings);
        List<NotVerified> underWay =
                new AwaitedRollouts(console, aws.traffic(), patience()).await(gathering.allPending());
        Gathering.Gathered gathered = called(gathering.gather(), file, underWay);
        AdoptionOptions adoption = new AdoptionOptions();
        Run run = gate.judge(gathered, file, adoption, adoption.baseline(file, console), console);
        gathered.print(new Diagnostic(style), console);
        outputs.write(run.at(report.origin(console, file.shown())), console, style, report.silent(run));
        aws.sayTiming(console);
        return run.problems().isEmpty() ? ExitCode.of(run.verdict().decision()) : ExitCode.MISUSE;
    }

    private Duration patience() throws Misuse {
        return wait.isEmpty() ? Duration.ZERO : Patience.parse("--wait", wait);
    }

    private Gathering.Gathered called(Gathering.Gathered gathered, ConfigFile file, List<NotVerified> underWay) {
        List<Endpoint> all = gathered.facts().stream()
                .flatMap(each -> each.target().whereabouts().smoke().stream())
                .toList();
        Prober prober =
                new Prober(Prober.hosts(all), console.environment(), path -> body(file.directory(), path), PAUSE);
        List<Facts> facts = new ArrayList<>();
        for (Facts each : gathered.facts()) {
            facts.add(each.with(each.target().whereabouts().smoke().stream()
                    .map(prober::probe)
                    .toList()));
        }
        return gathered.with(facts, underWay);
    }

    /** Only files of the repository are sent. */
    private static Optional<byte[]> body(Path directory, String path) {
        Workspace workspace = new Directories(directory, List.of(Directories.repository(directory, directory)));
        return workspace.read(directory.resolve(path).normalize()) instanceof Workspace.Read.Found(SourceFile found)
                ? Optional.of(found.text().getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
