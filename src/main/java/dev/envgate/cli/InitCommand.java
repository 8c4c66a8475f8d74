package dev.envgate.cli;

import dev.envgate.config.Draft;
import dev.envgate.text.Directories;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what there is to begin with: a configuration, a workflow, a hook. */
@Command(
        name = "init",
        sortOptions = false,
        description =
                "Looks at the repository and writes envgate.yml, a workflow where it is on GitHub, and a hook before git push, with "
                        + "what was found and what is left to do.")
final class InitCommand implements Callable<ExitCode> {
    private static final String SCHEMA = ".envgate/envgate.schema.json";

    private final Console console;

    @Option(names = "--force", description = "Write over a configuration and a workflow that are there.")
    private boolean force;

    @Option(names = "--no-workflow", description = "Write no workflow.")
    private boolean noWorkflow;

    @Option(names = "--no-hook", description = "Install no hook.")
    private boolean noHook;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        Path repository = Directories.repository(console.directory(), console.directory());
        Discovery discovery = new Discovery(repository);
        requireTerraform(discovery);
        Draft draft = discovery.draft(SCHEMA);
        List<String> done = new ArrayList<>();
        List<String> left = new ArrayList<>(discovery.remarks());
        done.add(
                write(repository, draft.text())
                        ? "envgate.yml is written."
                        : "envgate.yml is as it would be written; nothing was changed.");
        left.add("Read envgate.yml, then run `envgate check`.");
        if (!noWorkflow) {
            new Workflow(repository, force).into(done, left);
        }
        if (!noHook) {
            hook(repository, done, left);
        }
        say(discovery, draft, done, left);
        return ExitCode.OPEN;
    }

    private static void requireTerraform(Discovery discovery) throws Misuse {
        if (discovery.roots().isEmpty()) {
            throw new Misuse(
                    "No Terraform that defines an ECS task definition was found in the repository, so there is nothing to configure.",
                    "where the Terraform is in another checkout, name it: `envgate check --terraform DIR`.");
        }
    }

    /** Whether anything had to be written. */
    private boolean write(Path repository, String text) throws IOException, Misuse {
        Path file = repository.resolve(ConfigFile.NAMES.getFirst());
        boolean there = Files.exists(file);
        boolean same = there && Files.readString(file).equals(text);
        if (there && !same && !force) {
            throw new Misuse(
                    "`envgate.yml` is there already, and nothing was changed.",
                    "`envgate init --force` writes over it.");
        }
        if (!same) {
            new WholeFile(file).write(text, "`envgate.yml`");
        }
        boolean schemaWritten = schema(repository);
        return schemaWritten || !same;
    }

    private static boolean schema(Path repository) throws IOException, Misuse {
        Path file = repository.resolve(SCHEMA);
        String text = packed();
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return false;
        }
        Files.createDirectories(file.resolveSibling("."));
        new WholeFile(file).write(text, "`" + SCHEMA + "`");
        return true;
    }

    private static String packed() throws IOException {
        try (InputStream schema = InitCommand.class.getResourceAsStream("/dev/envgate/schema/envgate.json")) {
            if (schema == null) {
                throw new IOException("the program was packed without the schema");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where pre-commit looks after the hooks, it is told there. */
    private void hook(Path repository, List<String> done, List<String> left) throws IOException {
        if (Files.exists(repository.resolve(".pre-commit-config.yaml"))) {
            if (!Files.readString(repository.resolve(".pre-commit-config.yaml")).contains("id: envgate")) {
                left.add(
                        "pre-commit looks after the hooks here: add the hook `envgate` to .pre-commit-config.yaml (docs/pipelines.md).");
            }
            return;
        }
        try {
            done.addAll(new GitHook(console, GitHook.PRE_PUSH, false).install());
        } catch (Misuse misuse) {
            left.add(misuse.sentence() + " Next: " + misuse.hint());
        }
    }

    private void say(Discovery discovery, Draft draft, List<String> done, List<String> left) {
        List<String> lines = new ArrayList<>(done);
        lines.addAll(List.of("", "found"));
        discovery.contracts().forEach(each -> lines.add("  contract     " + discovery.shown(each)));
        discovery.roots().forEach(each -> lines.add("  Terraform    " + discovery.shown(each)));
        draft.services().forEach(each -> lines.add("  service      " + each.name()));
        draft.environments().forEach(each -> lines.add("  environment  " + each));
        lines.addAll(List.of("", "to do"));
        left.forEach(each -> lines.add("  " + each));
        lines.forEach(each -> console.out().println(Escape.terminal(each)));
    }
}
