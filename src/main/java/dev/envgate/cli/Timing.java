package dev.envgate.cli;

import dev.envgate.aws.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run asked of AWS, as a table. */
record Timing(List<Traffic.Line> lines) {
    Timing {
        lines = List.copyOf(lines);
    }

    String text() {
        return lines.isEmpty()
                ? "AWS was not asked.\n"
                : Stream.concat(
                                Stream.of(row("requests", "bytes", "waited", "")),
                                Stream.concat(rows(), Stream.of(sum())))
                        .collect(Collectors.joining());
    }

    private Stream<String> rows() {
        return lines.stream().map(each -> row(each.requests(), each.bytes(), each.waited(), each.operation()));
    }

    private String sum() {
        return row(
                lines.stream().mapToInt(Traffic.Line::requests).sum(),
                lines.stream().mapToLong(Traffic.Line::bytes).sum(),
                lines.stream().map(Traffic.Line::waited).reduce(Duration.ZERO, Duration::plus),
                "all together");
    }

    private static String row(int requests, long bytes, Duration waited, String operation) {
        return row(String.valueOf(requests), String.valueOf(bytes), waited.toMillis() + " ms", operation);
    }

    private static String row(String requests, String bytes, String waited, String operation) {
        return String.format(Locale.ROOT, "%10s %10s %10s  %s", requests, bytes, waited, operation)
                        .stripTrailing() + "\n";
    }
}
