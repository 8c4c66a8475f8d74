package dev.envgate.cli;

import dev.envgate.policy.Verdict;
import dev.envgate.report.Origin;
import dev.envgate.report.Run;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which reports are written, and where. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description =
                    "Write a report to a file, - for standard output; repeatable. Formats: checklist, comment, github, "
                            + "gitlab, html, json, junit, markdown, matrix, sarif, tap, text. Default: text=-.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing when the gate is open.")
    private boolean quiet;

    @Option(
            names = "--no-github",
            description = "Inside of GitHub Actions, write no annotations, no summary of the step and no outputs.")
    private boolean noGithub;

    @Option(
            names = "--rule-pages",
            paramLabel = "URL",
            description = "Where the pages of the rules are on the web; reports then link to them.")
    private String rulePages = "";

    Outputs outputs(Console console) throws Misuse {
        if (!rulePages.isEmpty() && !Pipeline.isAddress(rulePages)) {
            throw new Misuse(
                    "`--rule-pages` is no address of a directory on the web.",
                    "give the one that has the pages: `https://example.com/docs/rules`.");
        }
        GithubActions actions = new GithubActions(console);
        return Outputs.of(reports, actions.detected() && !noGithub ? List.of(actions) : List.of());
    }

    /** Where a run with this configuration is made. */
    Origin origin(Console console, String configuration) {
        return new Pipeline(console).origin(configuration, rulePages);
    }

    /** Whether standard output stays empty for this run. */
    boolean silent(Run run) {
        return quiet && run.verdict().decision() == Verdict.Decision.PASS;
    }
}
