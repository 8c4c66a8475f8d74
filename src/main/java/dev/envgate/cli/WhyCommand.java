package dev.envgate.cli;

import dev.envgate.report.StopReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a message of ECS means. */
@Command(
        name = "why",
        sortOptions = false,
        description = "Translates what ECS says of a task that did not start into the fault behind it, offline.")
final class WhyCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(
            paramLabel = "MESSAGE",
            arity = "1..*",
            description = "The stoppedReason of a task, or the reason of a container.")
    private String[] words = {};

    @Mixin
    private LookOptions look = new LookOptions();

    WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        StopReport report = StopReport.of(String.join(" ", words), Causes::of);
        console.out().print(report.text(look.style(console)));
        return report.known() ? ExitCode.OPEN : ExitCode.UNVERIFIED;
    }
}
