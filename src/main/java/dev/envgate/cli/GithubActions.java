package dev.envgate.cli;

import dev.envgate.policy.Verdict;
import dev.envgate.report.Reports;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What a run leaves behind inside of GitHub Actions, unasked: annotations in the log, the summary of its step, and its outputs. The
 * annotations go to standard error, which the runner reads as well, so that a report on standard output stays what it is.
 */
record GithubActions(Console console) {
    private static final String ANNOTATIONS = "github";

    boolean detected() {
        return console.variable(Variable.GITHUB_ACTIONS).equals("true");
    }

    void write(Run run, Style style, Outputs outputs, boolean quiet) throws Misuse {
        if (!quiet && !outputs.prints(ANNOTATIONS)) {
            Reports.named(ANNOTATIONS).ifPresent(report -> console.err().print(report.of(run, style)));
            console.err().flush();
        }
        summary(run);
        outputs(run, outputs.firstFile());
    }

    /** Steps share nothing, but several runs of one step share its summary. */
    private void summary(Run run) throws Misuse {
        String file = console.variable(Variable.GITHUB_STEP_SUMMARY);
        if (isThere(file, "The summary of the step")) {
            append(file, Reports.summary(run, Reports.STEP_SUMMARY - size(file)), "The summary of the step");
        }
    }

    private void outputs(Run run, String report) throws Misuse {
        String file = console.variable(Variable.GITHUB_OUTPUT);
        if (isThere(file, "The outputs of the step")) {
            Verdict.Summary summary = run.verdict().summary();
            String lines = """
                    verdict=%s
                    errors=%d
                    warnings=%d
                    not-verified=%d
                    report=%s
                    """.formatted(
                            run.verdict().decision().name().toLowerCase(Locale.ROOT),
                            summary.errors(),
                            summary.warnings(),
                            summary.unverified(),
                            report.lines().count() > 1 ? "" : report.strip());
            append(file, lines, "The outputs of the step");
        }
    }

    /** The runner makes these files; in a container of one's own they may not be there, and nobody waits for them. */
    private boolean isThere(String file, String what) {
        if (file.isEmpty()) {
            return false;
        }
        boolean there = Files.isRegularFile(path(file));
        if (!there) {
            console.err().println("envgate: " + what + " was not written, because its file is not there.");
        }
        return there;
    }

    private int size(String file) throws Misuse {
        try {
            return (int) Math.min(Reports.STEP_SUMMARY, Files.size(path(file)));
        } catch (IOException e) {
            throw failed("The summary of the step");
        }
    }

    private void append(String file, String text, String what) throws Misuse {
        try {
            Files.writeString(path(file), text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed(what);
        }
    }

    private Path path(String file) {
        return console.directory().resolve(file);
    }

    private static Misuse failed(String what) {
        return new Misuse(
                what + " could not be written.", "run with `--no-github`, or let the runner's own files be writable.");
    }
}
