package dev.envgate.report;

import java.util.List;
import java.util.Optional;

/** All formats of a fleet. */
public final class FleetReports {
    /** Sorted by name. */
    public static final List<FleetReport> ALL = List.of(
            new FleetGithubReport(),
            new FleetGitlabReport(),
            new FleetHtmlReport(),
            new FleetJsonReport(),
            new FleetJunitReport(),
            new FleetMarkdownReport(),
            new FleetSarifReport(),
            new FleetTapReport(),
            new FleetTextReport());

    private FleetReports() {}

    /** The format of a name. */
    public static Optional<FleetReport> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
