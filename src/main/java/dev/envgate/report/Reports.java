package dev.envgate.report;

import java.util.List;
import java.util.Optional;

/** All formats. */
public final class Reports {
    /** Sorted by name. */
    public static final List<Report> ALL = List.of(
            MarkdownReport.comment(),
            new GithubReport(),
            new GitlabReport(),
            new JsonReport(),
            new JunitReport(),
            MarkdownReport.document(),
            new SarifReport(),
            new TapReport(),
            new TextReport());

    private Reports() {}

    /** The format of a name. */
    public static Optional<Report> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
