package dev.envgate.cli;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ten runs that every format is held against. Each is one real run of {@code check} that writes all formats at once; it is made the
 * first time that a test asks for it. What it is expected to write lies in {@code src/test/resources/reports/CASE/expected}.
 */
enum ReportCase {
    PASS,
    INCIDENT,
    MANY_FINDINGS,
    UNVERIFIED,
    HOSTILE_NAMES,
    THOUSANDS,
    SEVERAL_SERVICES,
    NOTES_ONLY,
    BROKEN_INPUT,
    SET_ASIDE;

    /** More than any format shows one by one. */
    static final int THOUSANDS_OF = 5_100;

    private static final Path CASES = Path.of("src/test/resources/reports");
    private static final Map<ReportCase, Written> WRITTEN = new ConcurrentHashMap<>();

    /** What a run ended with, printed, and wrote: a text for each format. */
    record Written(Ran ran, Map<String, String> reports) {
        String of(String format) {
            return reports.getOrDefault(format, "");
        }
    }

    /** Its name in the file system. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Path expected() {
        return CASES.resolve(id()).resolve("expected");
    }

    /** The formats of a case that are compared letter by letter; the largest one would be megabytes. */
    boolean golden() {
        return this != THOUSANDS;
    }

    Written written() {
        return WRITTEN.computeIfAbsent(this, ReportCase::run);
    }

    private static Written run(ReportCase each) {
        try {
            Path directory = Files.createTempDirectory("envgate-" + each.id());
            try {
                return each.runIn(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a case could not be run", e);
        }
    }

    private Written runIn(Path directory) throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        prepare(directory);
        List<String> arguments = new ArrayList<>(List.of("check", "--report", "text=-"));
        for (Report report : Reports.ALL) {
            arguments.addAll(List.of("--report", report.id() + "=report." + report.id()));
        }
        Ran ran = ran(directory, arguments);
        Map<String, String> reports = new TreeMap<>();
        for (Report report : Reports.ALL) {
            reports.put(report.id(), Files.readString(directory.resolve("report." + report.id())));
        }
        return new Written(ran, reports);
    }

    private void prepare(Path directory) throws IOException {
        switch (this) {
            case PASS, INCIDENT, UNVERIFIED -> copy(Path.of("samples/hokusai"), directory);
            case THOUSANDS -> writeThousands(directory);
            case MANY_FINDINGS, HOSTILE_NAMES, SEVERAL_SERVICES, NOTES_ONLY, BROKEN_INPUT, SET_ASIDE ->
                copy(CASES.resolve(id()), directory);
        }
    }

    private Ran ran(Path directory, List<String> arguments) throws IOException {
        String world = switch (this) {
            case PASS, UNVERIFIED -> "world-fixed.json";
            case INCIDENT -> "world-incident.json";
            case MANY_FINDINGS, HOSTILE_NAMES, SEVERAL_SERVICES, NOTES_ONLY, SET_ASIDE -> "aws.json";
            case BROKEN_INPUT -> "";
            case THOUSANDS -> "";
        };
        if (this == THOUSANDS) {
            arguments.addAll(List.of("--deployed", "live.json"));
        }
        if (world.isEmpty()) {
            return Ran.in(directory, arguments.toArray(String[]::new));
        }
        try (SmallAws aws = SmallAws.start(World.parse(Files.readString(directory.resolve(world))))) {
            if (this == UNVERIFIED) {
                Path denied = Path.of("src/test/resources/aws-faults/ecs-access-denied.http");
                aws.spoil("ecs:DescribeServices", _ -> true, Fault.response(Files.readAllBytes(denied)));
            }
            return Ran.against(aws, directory, arguments.toArray(String[]::new));
        }
    }

    private static void writeThousands(Path directory) throws IOException {
        StringBuilder entries = new StringBuilder();
        StringBuilder declarations = new StringBuilder();
        IntStream.range(0, THOUSANDS_OF).forEach(i -> {
            entries.append("      { name = \"SETTING_%04d\", value = \"1\" },\n".formatted(i));
            declarations.append("SETTING_%04d=1\n".formatted(i));
        });
        Files.writeString(directory.resolve(".env.example"), declarations);
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_ecs_task_definition" "large" {
                  family                = "large"
                  container_definitions = jsonencode([{
                    name        = "web"
                    image       = "large:1"
                    environment = [
                %s    ]
                  }])
                }
                """.formatted(entries));
        Files.writeString(directory.resolve("live.json"), """
                {"family": "large", "revision": 1, "containerDefinitions": [{"name": "web", "image": "large:1"}]}
                """);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(each -> !each.equals(from)).toList()) {
                Path relative = from.relativize(each);
                if (relative.startsWith("expected")) {
                    continue;
                }
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to.resolve(relative.toString()));
                } else {
                    Files.copy(each, to.resolve(relative.toString()));
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}
