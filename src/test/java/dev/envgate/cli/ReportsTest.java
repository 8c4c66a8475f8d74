package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every format of every one of the ten runs, letter by letter. {@code -Dgolden.update=true} rewrites what differs. */
class ReportsTest {
    @TestFactory
    Stream<DynamicTest> everyFormatOfEveryRunIsAsExpected() {
        return Arrays.stream(ReportCase.values())
                .filter(ReportCase::golden)
                .flatMap(each -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest(each.id() + " terminal", () -> terminal(each))),
                        Reports.ALL.stream()
                                .map(report -> DynamicTest.dynamicTest(
                                        each.id() + " " + report.id(), () -> format(each, report)))));
    }

    /** What a person at a terminal sees. */
    private static void terminal(ReportCase each) throws IOException {
        Ran ran = each.written().ran();
        assertExpected(
                each.expected().resolve("terminal.txt"),
                "exit " + ran.exit() + "\n" + ran.out() + (ran.err().isEmpty() ? "" : "-- stderr\n" + ran.err()));
    }

    private static void format(ReportCase each, Report report) throws IOException {
        assertExpected(
                each.expected().resolve("report." + report.id()),
                withoutPages(each.written().of(report.id())));
    }

    /** Whoever writes on a page of a rule does not change ten reports. */
    private static String withoutPages(String report) {
        return withoutAssets(report)
                .replaceAll("(\"(?:text|markdown)\" : \")# [a-z-]+\\\\n[^\n]*?(\",?)\n", "$1(the page)$2\n");
    }

    /** Nor does whoever works on the look of the page. */
    private static String withoutAssets(String report) {
        return !report.startsWith("<!doctype html>")
                ? report
                : report.replaceAll("(?s)<style>.*?</style>", "<style>(the look)</style>")
                        .replaceAll("(?s)<script>.*?</script>", "<script>(the script)</script>")
                        .replaceAll("'sha256-[^']+'", "'(the digest)'");
    }

    private static void assertExpected(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void theHelpNamesEveryFormat() {
        String help = Ran.in(Ran.REPOSITORY, "check", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("Formats: " + Reports.ALL.stream().map(Report::id).collect(Collectors.joining(", ")) + ".");
    }

    @Test
    void formatsAreSortedByName() {
        assertThat(Reports.ALL).extracting(Report::id).isSorted().doesNotHaveDuplicates();
    }
}
