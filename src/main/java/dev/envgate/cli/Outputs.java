package dev.envgate.cli;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.report.Run;
import dev.envgate.report.Style;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reports that were asked for. A file is written whole or not at all. */
record Outputs(List<Target> targets) {
    private static final String STANDARD_OUTPUT = "-";

    /** One report and where it goes. */
    private record Target(Report report, String file) {
        boolean standardOutput() {
            return file.equals(STANDARD_OUTPUT);
        }
    }

    /** Reads {@code FORMAT=FILE} of each report asked for; text on standard output when there is none. */
    static Outputs of(List<String> asked) throws Misuse {
        List<Target> targets = new ArrayList<>();
        for (String each : asked.isEmpty() ? List.of("text=-") : asked) {
            targets.add(target(each));
        }
        if (targets.stream().filter(Target::standardOutput).count() > 1) {
            throw new Misuse(
                    "Two reports cannot both go to standard output.",
                    "give one of them a file: `--report FORMAT=FILE`.");
        }
        return new Outputs(List.copyOf(targets));
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
        for (Target target : targets) {
            if (!target.standardOutput()) {
                writeFile(
                        target.report().of(run, Style.PLAIN),
                        console.directory().resolve(target.file()),
                        target.file());
            } else if (!quiet) {
                console.out().print(target.report().of(run, style));
                console.out().flush();
            }
        }
    }

    private static void writeFile(String report, Path file, String shown) throws Misuse {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try {
                Files.writeString(beside, report, StandardOpenOption.CREATE_NEW);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Misuse(
                    "The report `" + shown + "` could not be written: " + reason(e) + ".",
                    "choose a file in a directory that exists and may be written to.");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its directory does not exist";
            case AccessDeniedException _ -> "the system does not allow it";
            case DirectoryNotEmptyException _ -> "it is a directory";
            default -> "the disk may be full or the directory read-only";
        };
    }
}
