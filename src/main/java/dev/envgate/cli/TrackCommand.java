package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.config.TrackSettings;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Reports;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import dev.envgate.track.Account;
import dev.envgate.track.Delivery;
import dev.envgate.track.Failure;
import dev.envgate.track.Form;
import dev.envgate.track.Kept;
import dev.envgate.track.Outcome;
import dev.envgate.track.Page;
import dev.envgate.track.Plan;
import dev.envgate.track.ResultsJson;
import dev.envgate.track.Secret;
import dev.envgate.track.Survey;
import dev.envgate.track.SurveyReader;
import dev.envgate.track.Time;
import dev.envgate.track.Tracker;
import dev.envgate.track.Webhook;
import dev.envgate.track.Work;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Findings that become follow-ups. */
@Command(
        name = "track",
        sortOptions = false,
        description =
                "Keeps one follow-up for each finding: an issue on GitHub or in Linear, which is made, changed, closed when a run has "
                        + "verified that the finding is gone, and opened again when it comes back; or sends the signed report to a webhook. "
                        + "Shows what it would do unless --write is given. Ends with 0 when it could do what it was asked for, whatever was "
                        + "found; with 3 when it could not.")
final class TrackCommand implements Callable<ExitCode> {
    /** What an earlier report leaves open; the other options say how to look, and with it nothing is looked at. */
    private static final Set<String> BESIDE_REPORT = Set.of(
            "--color",
            "--config",
            "--format",
            "--from",
            "--label",
            "--limit",
            "--repository",
            "--rule-pages",
            "--severity",
            "--team",
            "--verbose",
            "--wait",
            "--write");

    private final Console console;
    private final AwsSettings settings;
    private final Time time;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACKER", description = "github, linear or webhook.")
    private Kind tracker = Kind.github;

    @Option(names = "--write", description = "Do it, instead of showing what would be done.")
    private boolean write;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "A report of an earlier run in JSON (`envgate check --report json=FILE`), instead of looking again.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private ShowCommand.Format format = ShowCommand.Format.text;

    @Option(
            names = "--rule-pages",
            paramLabel = "URL",
            description = "Where the pages of the rules are on the web; follow-ups then link to them.")
    private String rulePages = "";

    @Mixin
    private FollowUpOptions followUps = new FollowUpOptions();

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
    private LookOptions look = new LookOptions();

    TrackCommand(Console console, AwsSettings settings, Time time) {
        this.console = console;
        this.settings = settings;
        this.time = time;
    }

    /** The trackers, as people type them. */
    enum Kind {
        github,
        linear,
        webhook
    }

    /**
     * A report, and what is read of it.
     *
     * @param whole whether all of its inputs could be read
     */
    private record Told(String report, Survey survey, boolean whole) {}

    @Override
    public ExitCode call() throws Misuse {
        if (!rulePages.isEmpty() && !Pipeline.isAddress(rulePages)) {
            throw new Misuse(
                    "`--rule-pages` is no address of a directory on the web.",
                    "give the one that has the pages: `https://example.com/docs/rules`.");
        }
        requireNoLook();
        ConfigFile file = ConfigFile.find(config, console);
        TrackSettings track = file.settings().track();
        Style style = look.style(console);
        Plan.Wish wish = followUps.wish(track);
        ExitCode code = switch (tracker) {
            case github -> {
                String place = followUps.repository(track, console);
                Optional<Tracker> github = followUps.github(track, console, time);
                yield issues(place, github, Form.HIDDEN, "`GITHUB_TOKEN`", file, wish, style);
            }
            case linear -> {
                String place = followUps.team(track);
                Optional<Tracker> linear = followUps.linear(track, console, time);
                yield issues(place, linear, Form.SHOWN, "`LINEAR_API_KEY`", file, wish, style);
            }
            case webhook -> webhook(followUps.address(track, console), file, style);
        };
        if (from.isEmpty()) {
            aws.sayTiming(console);
        }
        return code;
    }

    /** A report is of the run that wrote it, and what that run was not told it cannot take into account any more. */
    private void requireNoLook() throws Misuse {
        List<String> ignored = from.isEmpty()
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .map(OptionSpec::longestName)
                        .filter(each -> !BESIDE_REPORT.contains(each))
                        .distinct()
                        .toList();
        if (!ignored.isEmpty()) {
            throw new Misuse(
                    "`%s` says how to look, and with `--from` nothing is looked at.".formatted(ignored.getFirst()),
                    "leave it out here, and give it to the `envgate check` that writes the report.");
        }
    }

    private ExitCode issues(
            String place,
            Optional<Tracker> known,
            Form form,
            String token,
            ConfigFile file,
            Plan.Wish wish,
            Style style)
            throws Misuse {
        if (write && known.isEmpty()) {
            throw new Misuse("Nothing can be written without a token.", "set " + token + ".");
        }
        Told told = told(file, style);
        Page page = new Page(form, rulePages, job(file));
        Account account = known.isEmpty()
                ? unseen(place, told, wish, page, Failure.withoutToken(token))
                : account(place, known.get(), told, wish, page);
        if (format == ShowCommand.Format.json) {
            console.out().print(new ResultsJson(account).text());
        } else {
            new TrackText(console, style).print(account);
        }
        return code(told, account.failures().isEmpty());
    }

    private ExitCode code(Told told, boolean done) {
        if (!told.whole()) {
            return ExitCode.MISUSE;
        }
        return done && !told.survey().unverified() ? ExitCode.OPEN : ExitCode.UNVERIFIED;
    }

    private String job(ConfigFile file) {
        return new Pipeline(console).origin(file.shown(), "").job();
    }

    private Account account(String place, Tracker known, Told told, Plan.Wish wish, Page page) {
        return switch (known.look()) {
            case Outcome.Failed<List<Kept>>(Failure failure) -> unseen(place, told, wish, page, failure);
            case Outcome.Got<List<Kept>>(List<Kept> kept) -> {
                Plan plan = Plan.of(told.survey(), kept, wish, page);
                List<Work.Result> results =
                        write ? new Work(known, told.survey(), page).done(plan) : Work.planned(plan);
                yield new Account(tracker.name(), place, write, true, results, plan.beyond(), List.of());
            }
        };
    }

    /** Nothing is written where it is not known what is there: it would be there twice. */
    private Account unseen(String place, Told told, Plan.Wish wish, Page page, Failure failure) {
        Plan plan = Plan.of(told.survey(), List.of(), wish, page);
        return new Account(tracker.name(), place, write, false, Work.planned(plan), plan.beyond(), List.of(failure));
    }

    private ExitCode webhook(URI address, ConfigFile file, Style style) throws Misuse {
        Optional<Secret> secret = FollowUpOptions.webhookSecret(console);
        if (write && secret.isEmpty()) {
            throw new Misuse(
                    "A report is not sent unsigned, and there is nothing to sign it with.",
                    "set `ENVGATE_WEBHOOK_SECRET`, here and where it is received.");
        }
        Told told = told(file, style);
        Delivery delivery =
                new Delivery(UUID.randomUUID().toString(), console.variable(Variable.GITHUB_REPOSITORY), job(file));
        Dispatch dispatch = new Dispatch(
                console, format, address, delivery, told.survey().faults().size());
        if (!write || secret.isEmpty()) {
            dispatch.planned();
            return code(told, true);
        }
        Outcome<Integer> outcome = new Webhook(
                        FollowUpOptions.wire(console), time, followUps.patience(), address, secret.get())
                .send(delivery.id(), delivery.body(told.report()));
        dispatch.print(outcome, style);
        return code(told, outcome instanceof Outcome.Got<Integer>);
    }

    private Told told(ConfigFile file, Style style) throws Misuse {
        if (from.isPresent()) {
            String report = read(from.get());
            Survey survey = SurveyReader.read(report)
                    .orElseThrow(() -> new Misuse(
                            "`%s` is no report that follow-ups can be made of.".formatted(from.get()),
                            "write it with `envgate check --report json=FILE`, of this version."));
            return new Told(report, survey, survey.readable());
        }
        Gathering.Gathered gathered = new Gathering(console, file, config, inputs, aws, settings).gather();
        Baseline baseline = adoption.baseline(file, console);
        Run run = gate.judge(gathered, file, adoption, baseline, console);
        gathered.print(new Diagnostic(style), console);
        String report = Reports.named("json").orElseThrow().of(run, Style.PLAIN);
        return new Told(
                report, SurveyReader.read(report).orElseThrow(), run.problems().isEmpty());
    }

    private String read(Path named) throws Misuse {
        Path path = console.directory().resolve(named).normalize();
        Path parent = path.getParent() == null ? path : path.getParent();
        Workspace workspace = new Directories(console.directory(), List.of(Directories.repository(parent, parent)));
        return switch (workspace.read(path)) {
            case Workspace.Read.Found(SourceFile found) -> found.text();
            case Workspace.Read.Refused(String why) ->
                throw new Misuse(
                        "The report `%s` cannot be read: %s.".formatted(workspace.show(path), why),
                        "write it with `envgate check --report json=FILE`.");
        };
    }
}
