package dev.envgate.cli;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reports that were asked for. A file is written whole or not at all, and one that cannot be written does not stop the others.
 *
 * @param besides what a run leaves behind where it runs, unasked; at most one
 */
record Outputs(List<Target> targets, List<GithubActions> besides) {
    private static final String STANDARD_OUTPUT = "-";

    /** One report and where it goes. */
    record Target(Report report, String file) {
        boolean standardOutput() {
            return file.equals(STANDARD_OUTPUT);
        }
    }

    /** Reads {@code FORMAT=FILE} of each report asked for; text on standard output when there is none. */
    static Outputs of(List<String> asked, List<GithubActions> besides) throws Misuse {
        List<Target> targets = new ArrayList<>();
        for (String each : asked.isEmpty() ? List.of("text=-") : asked) {
            targets.add(target(each));
        }
        if (targets.stream().filter(Target::standardOutput).count() > 1) {
            throw new Misuse(
                    "Two reports cannot both go to standard output.",
                    "give one of them a file: `--report FORMAT=FILE`.");
        }
        String twice = twice(targets);
        if (!twice.isEmpty()) {
            throw new Misuse("Two reports cannot both go to `%s`.".formatted(twice), "give each of them its own file.");
        }
        return new Outputs(List.copyOf(targets), besides);
    }

    /** A file that more than one report would go to; empty when there is none. */
    private static String twice(List<Target> targets) {
        Set<Path> seen = new HashSet<>();
        return targets.stream()
                .filter(target -> !target.standardOutput())
                .map(Target::file)
                .filter(file -> !seen.add(Path.of(file).normalize()))
                .findFirst()
                .orElse("");
    }

    private static Target target(String asked) throws Misuse {
        int sign = asked.indexOf('=');
        String format = sign < 0 ? asked : asked.substring(0, sign);
        String file = sign < 0 ? STANDARD_OUTPUT : asked.substring(sign + 1);
        Optional<Report> report = Reports.named(format);
        if (report.isEmpty()) {
            String known = Reports.ALL.stream().map(Report::id).collect(Collectors.joining(", "));
            throw new Misuse("There is no report format `" + format + "`.", "choose one of " + known + ".");
        }
        if (file.isEmpty()) {
            throw new Misuse(
                    "The report `" + format + "` has no file.",
                    "write `--report " + format + "=FILE`, or `" + format + "=-` for standard output.");
        }
        return new Target(report.get(), file);
    }

    /** Writes every report; standard output stays empty when {@code quiet}. */
    void write(Run run, Console console, Style style, boolean quiet) throws Misuse {
        List<Misuse> failed = new ArrayList<>();
        for (Target target : targets) {
            if (target.standardOutput() && quiet) {
                continue;
            }
            try {
                write(target, run, console, style);
            } catch (Misuse misuse) {
                failed.add(misuse);
            }
        }
        for (GithubActions each : besides) {
            try {
                each.write(run, style, this, quiet);
            } catch (Misuse misuse) {
                failed.add(misuse);
            }
        }
        if (!failed.isEmpty()) {
            throw Misuse.of(failed);
        }
    }

    private static void write(Target target, Run run, Console console, Style style) throws Misuse {
        if (target.standardOutput()) {
            console.out().print(target.report().of(run, style));
            console.out().flush();
        } else {
            new WholeFile(console.directory().resolve(target.file()))
                    .write(target.report().of(run, Style.PLAIN), "The report `" + target.file() + "`");
        }
    }

    /** Whether a format goes to standard output. */
    boolean prints(String format) {
        return targets.stream()
                .anyMatch(target ->
                        target.standardOutput() && target.report().id().equals(format));
    }

    /** The first file that a report goes to; empty when none does. */
    String firstFile() {
        return targets.stream()
                .filter(target -> !target.standardOutput())
                .map(Target::file)
                .findFirst()
                .orElse("");
    }

    /** Writes every report of a run that came to nothing; to a person the diagnostics have said why. */
    void refuse(Run run, Console console, Style style) throws Misuse {
        new Outputs(
                        targets.stream()
                                .filter(target -> !(target.standardOutput()
                                        && target.report().forPeople()))
                                .toList(),
                        besides)
                .write(run, console, style, false);
    }
}
