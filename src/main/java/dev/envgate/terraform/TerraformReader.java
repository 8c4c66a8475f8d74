package dev.envgate.terraform;

import dev.envgate.hcl.Evaluator;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Problem;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the Terraform files of a root directory configure: task definitions, their names, and the services that run them. */
public final class TerraformReader {
    /** Values wait for each other, and expressions nest; this is enough for all the bounds on both. */
    private static final long STACK = 256L << 20;

    /** {@code [0]}, {@code ["web"]} or {@code [*]} in an address. */
    private static final Pattern KEY = Pattern.compile("\\[(?:\"[^\"]*\"|[^\\]]*)]");

    private TerraformReader() {}

    /**
     * What came of reading.
     *
     * @param problems what cannot be read as meant; when there is any, the configuration is not to be trusted to be whole
     */
    public record Result(Configuration configuration, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a root. It evaluates only what task definitions and services reach. */
    public static Result read(Inputs inputs) {
        AtomicReference<Result> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform()
                .name("terraform")
                .daemon()
                .stackSize(STACK)
                .uncaughtExceptionHandler((thread, thrown) -> failure.set(thrown))
                .start(() -> result.set(readHere(inputs)));
        join(reader);
        if (failure.get() != null) {
            throw new IllegalStateException("reading Terraform failed", failure.get());
        }
        return result.get();
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading Terraform", interrupted);
        }
    }

    private static Result readHere(Inputs inputs) {
        Problems problems = new Problems();
        Workspace asked = inputs.workspace().from(inputs.root());
        return switch (Terragrunt.read(asked, problems)) {
            case Terragrunt.None none -> readModule(inputs, asked, problems, none);
            case Terragrunt.Unit unit -> readModule(inputs, asked.from(unit.module()), problems, unit);
            case Terragrunt.Elsewhere elsewhere ->
                new StandIns()
                        .find(elsewhere.source(), elsewhere.version())
                        .map(standIn -> readStandIn(inputs, asked, problems, elsewhere, standIn))
                        .orElseGet(() -> notHere(inputs, elsewhere, problems));
        };
    }

    /** A unit whose module is known without being here: its inputs are the arguments. */
    private static Result readStandIn(
            Inputs inputs, Workspace workspace, Problems problems, Terragrunt.Elsewhere elsewhere, Module standIn) {
        Run run = run(inputs, workspace, problems);
        Standing standing = Standing.at(new Place.InFile(elsewhere.at()));
        Terragrunt unit = new Terragrunt.Unit(Path.of(""), elsewhere.inputs(), Map.of(), List.of());
        String shown = inputs.workspace().show(inputs.root());
        RootVariables variables = RootVariables.read(inputs, unit, run);
        Configuration configuration = survey(run, shown, standIn, standing, variables, inputs.uses());
        variables.complain(inputs, standIn);
        return new Result(configuration, problems.all());
    }

    private static Run run(Inputs inputs, Workspace workspace, Problems problems) {
        return new Run(
                workspace,
                new Evaluator(workspace),
                new ModuleLoader(workspace, Manifest.read(workspace), problems),
                new Memo(),
                problems,
                inputs.identity(),
                SelectedWorkspace.of(inputs, workspace),
                inputs.state(),
                new HashMap<>());
    }

    private static Result notHere(Inputs inputs, Terragrunt.Elsewhere elsewhere, Problems problems) {
        String why = "the module of `%s` comes from `%s` and is not in the repository"
                .formatted(Terragrunt.FILE, elsewhere.source());
        Gap gap = new Gap(why, new Place.InFile(elsewhere.at()));
        String shown = inputs.workspace().show(inputs.root());
        return new Result(new Configuration(shown, List.of(), List.of(), List.of(gap)), problems.all());
    }

    /** @param workspace its working directory is the one that Terraform runs in */
    private static Result readModule(Inputs inputs, Workspace workspace, Problems problems, Terragrunt terragrunt) {
        Run run = run(inputs, workspace, problems);
        String shown = inputs.workspace().show(inputs.root());
        return switch (run.modules().load(Path.of(""))) {
            case ModuleLoader.Loaded.Found(Module module) -> {
                RootVariables variables = RootVariables.read(inputs, terragrunt, run);
                Configuration written = survey(run, shown, module, Standing.ROOT, variables, inputs.uses());
                variables.complain(inputs, module);
                List<Problem> found = problems.all();
                yield new Result(leaving(written, run, module, variables), found);
            }
            case ModuleLoader.Loaded.NotRead(String why) -> {
                problems.add(
                        dev.envgate.text.SourceFile.unread(shown).all(),
                        "No Terraform can be read: %s.".formatted(why),
                        "Name the directory with `--terraform`.");
                yield new Result(new Configuration(shown, List.of(), List.of(), List.of()), problems.all());
            }
        };
    }

    /** The root once more, as if what is empty by default were given, and what is off were on; what is wrong with it then is nobody's fault. */
    private static Configuration leaving(Configuration written, Run run, Module module, RootVariables variables) {
        if (written.taskDefinitions().isEmpty()) {
            return variables.noneGiven() && !written.uncreated().isEmpty()
                    ? undecided(written, run.again(), module)
                    : written;
        }
        Configuration leaving = variables.leftOpen().isEmpty()
                ? written
                : written.leaving(suppose(written, run.again(), module, variables, RootVariables::supposed)
                        .leftOpen());
        return variables.switchedOff()
                ? leaving.switching(suppose(written, run.again(), module, variables, RootVariables::switching)
                        .switchedOff())
                : leaving;
    }

    private static Supposition suppose(
            Configuration written,
            Run again,
            Module module,
            RootVariables variables,
            Function<Run, RootVariables> supposing) {
        return new Supposition(
                written,
                survey(again, written.root(), module, Standing.ROOT, supposing.apply(again), false),
                variables.leftOpen());
    }

    /** What is not created only because of defaults that nobody decided on says when it would be. */
    private static Configuration undecided(Configuration written, Run again, Module module) {
        Configuration supposed =
                survey(again, written.root(), module, Standing.ROOT, RootVariables.undecided(again), false);
        return written.without(written.uncreated().stream()
                .map(each -> each.when(Stream.concat(
                                supposed.taskDefinitions().stream()
                                        .filter(other ->
                                                withoutKeys(other.address()).equals(each.address()))
                                        .map(TaskDefinition::presence),
                                supposed.services().stream()
                                        .filter(other ->
                                                withoutKeys(other.address()).equals(each.address()))
                                        .map(ServiceDefinition::presence))
                        .findFirst()
                        .orElse(each.open())))
                .toList());
    }

    private static String withoutKeys(String address) {
        return KEY.matcher(address).replaceAll("");
    }

    private static Configuration survey(
            Run run, String shown, Module module, Standing standing, RootVariables variables, boolean uses) {
        ModuleInstance root = new ModuleInstance(run, module, standing, variables);
        run.register(root);
        Configuration configuration = new Survey(run).of(shown, root);
        return uses ? configuration.using(new UsesReader().of(root)) : configuration;
    }
}
