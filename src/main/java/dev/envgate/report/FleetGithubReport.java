package dev.envgate.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Annotations of GitHub Actions for a fleet: one for each fault, without a line, because the files are those of other repositories. */
final class FleetGithubReport implements FleetReport {
    @Override
    public String id() {
        return "github";
    }

    @Override
    public String of(FleetView view, Style style) {
        List<FleetResult> all = FleetResult.of(view);
        return Arrays.stream(GithubReport.Level.values())
                .map(level -> GithubReport.capped(
                        level,
                        all.stream()
                                .filter(each -> GithubReport.Level.of(each.severity()) == level)
                                .map(each -> line(level, each))
                                .toList()))
                .collect(Collectors.joining());
    }

    private static String line(GithubReport.Level level, FleetResult each) {
        return GithubReport.line(
                level, "", each.rule() + ": " + each.subject(), GithubReport.withNext(each.message(), each.hint()));
    }
}
