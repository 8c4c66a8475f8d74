package dev.envgate.cli;

import dev.envgate.text.Escape;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the gate in front of a push or a commit. */
@Command(
        name = "hook",
        sortOptions = false,
        description =
                "Puts the gate in front of every git push or commit, from files and for changed names only, or takes it out "
                        + "again. A hook that is there already goes on.")
final class HookCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(paramLabel = "ACTION", description = "install or uninstall.")
    private Action action = Action.install;

    @Option(names = "--stage", paramLabel = "STAGE", description = "pre-push or pre-commit. Default: pre-push.")
    private String stage = GitHook.PRE_PUSH;

    @Option(names = "--online", description = "Let the hook ask AWS too.")
    private boolean online;

    HookCommand(Console console) {
        this.console = console;
    }

    /** What is to be done, as people type it. */
    enum Action {
        install,
        uninstall
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        if (!GitHook.STAGES.contains(stage)) {
            throw new Misuse("There is no hook for `" + stage + "`.", "choose `pre-push` or `pre-commit`.");
        }
        GitHook hook = new GitHook(console, stage, online);
        List<String> said = switch (action) {
            case install -> hook.install();
            case uninstall -> hook.uninstall();
        };
        said.forEach(each -> console.out().println(Escape.terminal(each)));
        return ExitCode.OPEN;
    }
}
