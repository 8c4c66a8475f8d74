package dev.envgate.cli;

import dev.envgate.report.Origin;
import dev.envgate.text.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The pipeline that a run is a part of, as far as its variables say: reports then link to the job and to the lines. */
record Pipeline(Console console) {
    /** Nothing in it can end a link in Markdown or in HTML. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:-]{1,255}(?:/[\\w.~%+@/-]{0,1000})?");

    /** Whether a text can be followed as a link, and do nothing else. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Where a run with this configuration is made. */
    Origin origin(String configuration, String rulePages) {
        Path repository = Directories.repository(console.directory(), console.directory());
        return new Origin(
                Version.number(),
                configuration,
                path -> Files.isRegularFile(repository.resolve(path)),
                rulePages,
                files(),
                job());
    }

    private String files() {
        String github = github() + "/blob/" + console.variable(Variable.GITHUB_SHA);
        String gitlab =
                console.variable(Variable.CI_PROJECT_URL) + "/-/blob/" + console.variable(Variable.CI_COMMIT_SHA);
        return address(console.variable(Variable.GITHUB_SHA).isEmpty() ? gitlab : github);
    }

    private String job() {
        String number = console.variable(Variable.GITHUB_RUN_ID);
        return address(number.isEmpty() ? console.variable(Variable.CI_JOB_URL) : github() + "/actions/runs/" + number);
    }

    private String github() {
        return console.variable(Variable.GITHUB_SERVER_URL) + "/" + console.variable(Variable.GITHUB_REPOSITORY);
    }

    private static String address(String text) {
        return isAddress(text) ? text : "";
    }
}
