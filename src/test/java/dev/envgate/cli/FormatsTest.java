package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.report.Validators;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every format of every one of the ten runs is what its readers accept, and all of them tell the same. */
class FormatsTest {
    @TestFactory
    Stream<DynamicTest> everyFormatOfEveryRunIsValid() {
        return Arrays.stream(ReportCase.values())
                .flatMap(each -> Reports.ALL.stream()
                        .map(report -> DynamicTest.dynamicTest(
                                each.id() + " " + report.id(),
                                () -> Validators.assertValid(
                                        report.id(), each.written().of(report.id())))));
    }

    @Test
    void everyFormatHasAValidator() {
        assertThat(Validators.formats())
                .containsExactlyInAnyOrderElementsOf(
                        Reports.ALL.stream().map(Report::id).toList());
    }

    /** No format may say that all is well when the verdict is another. */
    @TestFactory
    Stream<DynamicTest> noFormatShowsAShutGateAsAnOpenOne() {
        return Stream.of(
                        ReportCase.INCIDENT,
                        ReportCase.MANY_FINDINGS,
                        ReportCase.UNVERIFIED,
                        ReportCase.THOUSANDS,
                        ReportCase.BROKEN_INPUT)
                .map(each -> DynamicTest.dynamicTest(each.id(), () -> {
                    ReportCase.Written written = each.written();
                    assertThat(written.ran().exit()).isPositive();
                    assertThat(written.of("checklist")).doesNotContain("The gate is open");
                    assertThat(written.of("comment")).doesNotContain("the gate is open");
                    assertThat(written.of("github")).contains("::error ");
                    assertThat(new JsonMapper().readTree(written.of("gitlab"))).isNotEmpty();
                    assertThat(written.of("html")).doesNotContain("the gate is open");
                    assertThat(written.of("json")).doesNotContain("\"verdict\" : \"pass\"");
                    assertThat(written.of("junit")).containsPattern("<(failure|error) ");
                    assertThat(sarif(each).path("results")).isNotEmpty();
                    assertThat(written.of("tap")).contains("\nnot ok ");
                    assertThat(written.of("matrix")).doesNotContain("envgate: open");
                    assertThat(written.of("text")).doesNotContain("envgate: open");
                }));
    }

    @Test
    void whatIsLeftOutForWantOfRoomIsCounted() throws IOException {
        int all = ReportCase.THOUSANDS_OF;
        ReportCase.Written written = ReportCase.THOUSANDS.written();

        assertThat(written.of("github")).contains("::%d more like this".formatted(all - 9));
        assertThat(sarif(ReportCase.THOUSANDS).path("results")).hasSize(5_000);
        assertThat(written.of("sarif")).contains("%d results are left out".formatted(all - 5_000));
        assertThat(written.of("comment")).containsPattern("Not shown, for want of room: \\d+ errors");
        assertThat(written.of("html"))
                .contains("%,d more errors and warnings are not shown one by one".formatted(all - 1_000));
        assertThat(written.of("text")).contains(all + " errors");
    }

    private static JsonNode sarif(ReportCase each) throws IOException {
        return new JsonMapper()
                .readTree(each.written().of("sarif"))
                .path("runs")
                .path(0);
    }
}
