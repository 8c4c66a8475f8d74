package dev.envgate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Many services as one. */
@Command(
        name = "fleet",
        sortOptions = false,
        description =
                "Judges many services in one verdict: those of repositories that lie side by side, and those that AWS has.",
        synopsisSubcommandLabel = "COMMAND")
final class FleetCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
    }
}
