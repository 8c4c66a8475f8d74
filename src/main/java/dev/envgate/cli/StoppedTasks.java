package dev.envgate.cli;

import dev.envgate.aws.Asked;
import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Arn;
import dev.envgate.ledger.StoppedTask;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.StopReport;
import java.util.List;
import java.util.Optional;

/** Tells why tasks stopped, as far as ECS still tells of them. */
record StoppedTasks(Console console, LookOptions look, AwsOptions options, AwsSettings settings) {
    private static final String GONE = "ECS tells of a task for about an hour after it stopped.";

    /** Why one task stopped. */
    ExitCode explain(String arn) throws Misuse {
        Optional<Arn> task = Arn.parse(arn)
                .filter(each -> each.service().equals("ecs") && each.resource().startsWith("task/"));
        if (task.isEmpty()) {
            throw new Misuse(
                    "`--stopped-task` takes the ARN of a task.",
                    "`aws ecs list-tasks --cluster CLUSTER --desired-status STOPPED` lists them.");
        }
        return tell(
                new Aws(ArnPlace.of(arn, options.over(settings)), options.traffic()).stopped(arn),
                "The task is not there any more.");
    }

    /** Why tasks of a service stopped. */
    ExitCode explain(String cluster, String service) throws Misuse {
        if (service.isEmpty() || cluster.isEmpty()) {
            throw new Misuse(
                    "`--stopped` does not say of which service.",
                    "name it with `--cluster NAME` and `--service NAME`.");
        }
        return tell(
                new Aws(ArnPlace.of(cluster, options.over(settings)), options.traffic()).stopped(cluster, service),
                "No task of the service `%s` stopped lately.".formatted(service));
    }

    private ExitCode tell(Asked<List<StoppedTask>> answer, String none) {
        return switch (answer) {
            case Asked.Got<List<StoppedTask>>(List<StoppedTask> tasks) -> tasks.isEmpty() ? nothing(none) : tell(tasks);
            case Asked.NotSeen<List<StoppedTask>>(String why, String hint) -> {
                console.err().print(new Diagnostic(look.style(console)).of(why, hint));
                yield ExitCode.UNVERIFIED;
            }
        };
    }

    private ExitCode nothing(String none) {
        console.out().println(none + " " + GONE);
        return ExitCode.UNVERIFIED;
    }

    private ExitCode tell(List<StoppedTask> tasks) {
        StopReport report = new StopReport(tasks, Causes::of);
        console.out().print(report.text(look.style(console)));
        return report.known() ? ExitCode.OPEN : ExitCode.UNVERIFIED;
    }
}
