package dev.envgate.report;

import java.util.List;
import java.util.Optional;

/** All formats. */
public final class Reports {
    /** Sorted by name. */
    public static final List<Report> ALL = List.of(
            new ChecklistReport(),
            MarkdownReport.comment(),
            new GithubReport(),
            new GitlabReport(),
            new HtmlReport(),
            new JsonReport(),
            new JunitReport(),
            MarkdownReport.document(),
            new MatrixReport(),
            new SarifReport(),
            new TapReport(),
            new TextReport());

    /** How many bytes the summary of a step of GitHub Actions may take. */
    public static final int STEP_SUMMARY = MarkdownReport.STEP_SUMMARY;

    private Reports() {}

    /** The Markdown report in less room than it usually has, in bytes. */
    public static String summary(Run run, int room) {
        return MarkdownReport.document().of(run, room);
    }

    /** The format of a name. */
    public static Optional<Report> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
