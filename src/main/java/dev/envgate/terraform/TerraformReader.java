package dev.envgate.terraform;

import dev.envgate.hcl.Evaluator;
import dev.envgate.ledger.Configuration;
import dev.envgate.text.Problem;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Reads what the Terraform files of a root directory configure: task definitions, their names, and the services that run them. */
public final class TerraformReader {
    /** Values wait for each other, and expressions nest; this is enough for all the bounds on both. */
    private static final long STACK = 256L << 20;

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
        Workspace workspace = inputs.workspace().from(inputs.root());
        Problems problems = new Problems();
        Run run = new Run(
                workspace,
                new Evaluator(workspace),
                new ModuleLoader(workspace, Manifest.read(workspace), problems),
                new Memo(),
                problems,
                inputs.identity(),
                SelectedWorkspace.of(inputs, workspace),
                inputs.state(),
                new HashMap<>());
        String shown = inputs.workspace().show(inputs.root());
        Configuration configuration = switch (run.modules().load(Path.of(""))) {
            case ModuleLoader.Loaded.Found(Module module) -> survey(run, shown, module, inputs);
            case ModuleLoader.Loaded.NotRead(String why) -> {
                problems.add(
                        dev.envgate.text.SourceFile.unread(shown).all(),
                        "No Terraform can be read: %s.".formatted(why),
                        "Name the directory with `--terraform`.");
                yield new Configuration(shown, List.of(), List.of(), List.of());
            }
        };
        return new Result(configuration, problems.all());
    }

    private static Configuration survey(Run run, String shown, Module module, Inputs inputs) {
        List<String> files = switch (run.workspace().list(Path.of(""))) {
            case Workspace.Listing.Found(List<String> names) -> names;
            case Workspace.Listing.Refused _ -> List.of();
        };
        RootVariables variables = RootVariables.read(inputs, files, run);
        ModuleInstance root = new ModuleInstance(run, module, Standing.ROOT, variables);
        run.register(root);
        Configuration configuration = new Survey(run).of(shown, root);
        variables.complain(inputs, module);
        return configuration;
    }
}
