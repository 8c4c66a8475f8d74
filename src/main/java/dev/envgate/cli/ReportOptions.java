package dev.envgate.cli;

import dev.envgate.policy.Verdict;
import dev.envgate.report.Run;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which reports are written, and where. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Write a report to a file, - for standard output; repeatable. Formats: comment, github, "
                    + "gitlab, json, junit, markdown, sarif, tap, text. Default: text=-.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing when the gate is open.")
    private boolean quiet;

    Outputs outputs() throws Misuse {
        return Outputs.of(reports);
    }

    /** Whether standard output stays empty for this run. */
    boolean silent(Run run) {
        return quiet && run.verdict().decision() == Verdict.Decision.PASS;
    }
}
