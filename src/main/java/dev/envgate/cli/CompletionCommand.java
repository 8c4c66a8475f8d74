package dev.envgate.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete the commands and options. */
@Command(
        name = "completion",
        sortOptions = false,
        description = "Prints a script with which a shell completes commands and options.",
        footerHeading = "%nFor instance:%n",
        footer = {
            "  source <(envgate completion bash)        in ~/.bashrc; for zsh, after compinit, in ~/.zshrc",
            "  envgate completion fish | source         in ~/.config/fish/config.fish",
            "  envgate completion powershell | Out-String | Invoke-Expression   in $PROFILE"
        })
final class CompletionCommand implements Callable<ExitCode> {
    private final Console console;
    private final Supplier<CommandLine> all;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
    private Shell shell = Shell.bash;

    /** {@code all} is the command line with every command. */
    CompletionCommand(Console console, Supplier<CommandLine> all) {
        this.console = console;
        this.all = all;
    }

    /** The shells, as people type them. */
    enum Shell {
        bash,
        zsh,
        fish,
        powershell
    }

    @Override
    public ExitCode call() {
        Completion completion = Completion.of(all.get());
        console.out()
                .print(
                        switch (shell) {
                            case bash -> completion.bash();
                            case zsh -> completion.zsh();
                            case fish -> completion.fish();
                            case powershell -> completion.powershell();
                        });
        return ExitCode.OPEN;
    }
}
