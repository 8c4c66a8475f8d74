package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.report.Diagnostic;
import dev.envgate.text.Escape;
import dev.envgate.track.Time;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole, and the one place where outcomes become exit codes. */
@Command(
        name = "envgate",
        sortOptions = false,
        description =
                "Closes the deploy when a variable that the application needs would not reach the running container.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything asked for was checked, and nothing at or above --fail-on was found",
            "1:the gate is closed: findings at or above --fail-on",
            "2:used wrongly, or an input cannot be read",
            "3:could not verify: no credentials, denied, throttled, unreachable, or not known under --require-verified",
            "70:a defect of envgate",
            "130:interrupted"
        })
final class Envgate implements Runnable {
    private final Console console;
    private final AwsSettings settings;
    private final Time time;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** {@code settings} say how AWS is reached unless the options say otherwise. */
    Envgate(Console console, AwsSettings settings) {
        this(console, settings, Time.REAL);
    }

    /** With another clock for what has to wait. */
    Envgate(Console console, AwsSettings settings, Time time) {
        this.console = console;
        this.settings = settings;
        this.time = time;
    }

    /** Runs one command line and says how the process is to end. */
    int run(String... arguments) {
        if (List.of(arguments).equals(List.of("--version"))) {
            console.out().println(Version.text());
            return written() ? ExitCode.OPEN.number() : ExitCode.MISUSE.number();
        }
        try {
            int code = commandLine(arguments).execute(arguments);
            return written() ? code : ExitCode.MISUSE.number();
        } catch (StackOverflowError | OutOfMemoryError e) {
            return defect(e).number();
        }
    }

    /** The commands, as they stand in the help. */
    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", () -> new CheckCommand(console, settings));
        commands.put("show", () -> new ShowCommand(console, settings));
        commands.put("explain", () -> new ExplainCommand(console, settings));
        commands.put("compare", () -> new CompareCommand(console, settings));
        commands.put("checklist", () -> new ChecklistCommand(console, settings));
        commands.put("fleet", FleetCommand::new);
        commands.put("smoke", () -> new SmokeCommand(console, settings));
        commands.put("track", () -> new TrackCommand(console, settings, time));
        commands.put("snapshot", () -> new SnapshotCommand(console, settings));
        commands.put("rules", () -> new RulesCommand(console));
        commands.put("why", () -> new WhyCommand(console));
        commands.put("iam-policy", () -> new IamPolicyCommand(console, settings));
        commands.put("init", () -> new InitCommand(console));
        commands.put("hook", () -> new HookCommand(console));
        commands.put("docs", () -> new DocsCommand(console, settings));
        commands.put("fix", () -> new FixCommand(console, settings));
        commands.put("scaffold", () -> new ScaffoldCommand(console, settings));
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("completion", () -> new CompletionCommand(console, this::commandLine));
        commands.put("man", () -> new ManCommand(console, this::commandLine));
        return commands;
    }

    /** The model of the command line, with the one command that is called: to make that of all takes longer than many a run. */
    CommandLine commandLine(String... arguments) {
        CommandFactory factory = new CommandFactory();
        CommandLine line = new CommandLine(Models.of(this, factory), factory);
        Map<String, Supplier<Object>> commands = commands();
        String called = arguments.length > 0 && commands.containsKey(arguments[0]) ? arguments[0] : "";
        commands.forEach((name, command) -> {
            if (called.isEmpty() || called.equals(name)) {
                line.addSubcommand(name, new CommandLine(Models.of(command.get(), factory), factory));
            }
        });
        withFleet(line, factory);
        withHelp(line);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setDefaultValueProvider(new EnvironmentDefaults(console));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(console.width());
        line.setAbbreviatedOptionsAllowed(false);
        line.setExecutionStrategy(Envgate::execute);
        line.setExecutionExceptionHandler((exception, _, _) -> failed(exception).number());
        line.setParameterExceptionHandler((exception, _) -> misused(exception).number());
        return line;
    }

    /** The only command that has commands of its own. */
    private void withFleet(CommandLine line, CommandFactory factory) {
        Optional.ofNullable(line.getSubcommands().get("fleet"))
                .ifPresent(fleet -> fleet.addSubcommand(
                                "check",
                                new CommandLine(Models.of(new FleetCheckCommand(console, settings), factory), factory))
                        .addSubcommand(
                                "plan",
                                new CommandLine(Models.of(new FleetPlanCommand(console, settings), factory), factory))
                        .addSubcommand(
                                "merge", new CommandLine(Models.of(new FleetMergeCommand(console), factory), factory))
                        .addSubcommand(
                                "iam-policy",
                                new CommandLine(
                                        Models.of(new FleetPolicyCommand(console, settings), factory), factory)));
    }

    /** What picocli calls the standard help options; its own way to add them searches every jar (see {@link CommandFactory}). */
    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .versionProvider(new Version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        line.getSubcommands().values().forEach(Envgate::withHelp);
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
    }

    private static int execute(ParseResult parsed) {
        int code = new CommandLine.RunLast().execute(parsed);
        List<CommandLine> called = parsed.asCommandLineList();
        Object result = called.getLast().getExecutionResult();
        return result instanceof ExitCode exit ? exit.number() : code;
    }

    private ExitCode failed(Exception exception) {
        return switch (exception) {
            case Misuse misuse -> refused(misuse);
            default -> defect(exception);
        };
    }

    private ExitCode refused(Misuse misuse) {
        Diagnostic diagnostic = new Diagnostic(LookOptions.unasked(console));
        misuse.problems().forEach(problem -> console.err().print(diagnostic.of(problem)));
        if (misuse.problems().isEmpty()) {
            console.err().print(diagnostic.of(misuse.sentence(), misuse.hint()));
        }
        return ExitCode.MISUSE;
    }

    private ExitCode misused(CommandLine.ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String sentence = Escape.terminal(String.valueOf(exception.getMessage()));
        console.err().print(new Diagnostic(LookOptions.unasked(console)).of(sentence, suggestion(exception, name)));
        return ExitCode.MISUSE;
    }

    private static String suggestion(CommandLine.ParameterException exception, String name) {
        List<String> nearest = exception instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        String help = "`" + name + " --help` lists what there is.";
        return nearest.isEmpty()
                ? help
                : "did you mean " + nearest.stream().limit(3).collect(Collectors.joining(", ")) + "? " + help;
    }

    /** Only the classes and lines: a message might hold a value. */
    private ExitCode defect(Throwable thrown) {
        console.err()
                .println("envgate: this is a defect of envgate, not of your files. Please report it with these lines:");
        console.err().println("  " + Version.text() + ", " + thrown.getClass().getName());
        Arrays.stream(thrown.getStackTrace())
                .limit(20)
                .forEach(frame -> console.err().println("  at " + frame));
        return ExitCode.BUG;
    }

    /** A report that could not be written to standard output was not given. */
    private boolean written() {
        return !console.out().checkError();
    }
}
