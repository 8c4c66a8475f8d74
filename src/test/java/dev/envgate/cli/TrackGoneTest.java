package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run has to have looked at before a fault of a file, of a role or of an endpoint counts as gone. */
class TrackGoneTest {
    private static final String FILE = "envgate.yml";

    @TempDir
    private Path directory;

    private GithubStandIn github;
    private Tracked tracked;

    @BeforeEach
    void aRepository() throws IOException {
        github = new GithubStandIn();
        tracked = github.tracked(directory, new QuickTime());
    }

    @AfterEach
    void nothingWasAskedThatGithubDoesNotKnow() {
        assertThat(github.faults).isEmpty();
        github.close();
    }

    private Ran track(FoundReport report) {
        return tracked.run(Map.of(), report, "--write");
    }

    /** The fault, a run that does not look at what it hangs on, what is said of it, and what a run that does has more. */
    static Stream<Arguments> halfSeen() {
        return Stream.of(
                half("expired-suppression", of(FILE), _ -> {}, "1 of what this run is not about.", configured()),
                half(
                        "expired-suppression",
                        of(FILE),
                        configured().andThen(r -> r.gap("declared", "shared.env.example", "failed")),
                        "not every contract could be read",
                        configured()),
                half(
                        "malformed-entry",
                        of(".env.example"),
                        r -> r.array("problems").addObject().put("file", "main.tf"),
                        "not every contract could be read",
                        _ -> {}),
                half("malformed-entry", of("shared.env.example"), _ -> {}, "1 of what this run is not about.", r -> {
                    ObjectNode row = r.row("web", "SHARED");
                    ((ObjectNode) row.get("declared")).put("file", "shared.env.example");
                }),
                half(
                        "secret-unreadable",
                        TrackGoneTest::ofTheRole,
                        TrackGoneTest::role,
                        "`what the role web may read`",
                        _ -> {}),
                half(
                        "no-execution-role",
                        TrackGoneTest::ofTheRole,
                        TrackGoneTest::role,
                        "`what the role web may read`",
                        _ -> {}),
                half(
                        "endpoint-failed",
                        f -> f.put("container", "").put("name", ""),
                        _ -> {},
                        "no endpoint was called",
                        r -> ((ObjectNode) r.array("services").get(0)).put("endpoints", 1)));
    }

    private static Arguments half(
            String rule,
            Consumer<ObjectNode> fault,
            Consumer<FoundReport> half,
            String said,
            Consumer<FoundReport> whole) {
        return Arguments.of(rule, fault, half, said, whole);
    }

    private static Consumer<ObjectNode> of(String file) {
        return fault ->
                fault.put("service", "").put("container", "").put("name", "").put("file", file);
    }

    private static void ofTheRole(ObjectNode fault) {
        fault.put("name", "LOG_LEVEL");
    }

    private static void role(FoundReport report) {
        report.gap("stored", "what the role web may read", "undecided");
    }

    private static Consumer<FoundReport> configured() {
        return report -> report.root.put("configuration", FILE);
    }

    private static FoundReport found(String rule, Consumer<ObjectNode> fault) {
        FoundReport found = new FoundReport();
        fault.accept(found.finding(rule, "error", "web", ""));
        return found;
    }

    private static FoundReport seen(Consumer<FoundReport> change) {
        FoundReport report = new FoundReport();
        change.accept(report);
        return report;
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("halfSeen")
    void isGoneWhenEverythingThatItHangsOnWasLookedAt(
            String rule,
            Consumer<ObjectNode> fault,
            Consumer<FoundReport> half,
            String said,
            Consumer<FoundReport> whole) {
        track(found(rule, fault));
        Ran left = track(seen(half));
        String then = github.issues.getFirst().state;
        Ran closed = track(seen(whole));

        assertThat(left.out()).contains(said);
        assertThat(then).as(left.all()).isEqualTo("open");
        assertThat(closed.out()).contains("1 closed.");
    }

    /** What was set aside in vain is known by a run about everything; no report says that its run was one. */
    @ParameterizedTest
    @CsvSource({"unused-suppression, envgate.yml", "stale-baseline, known.json"})
    void whatIsOfDecisionsIsLeftToPeople(String rule, String file) {
        track(found(rule, of(file)));
        FoundReport same = seen(configured());
        ((ObjectNode) same.row("web", "OTHER").get("declared")).put("file", file);
        Ran left = track(same);

        assertThat(left.out()).contains("only a run that looks at everything tells", "1 left alone.");
        assertThat(github.issues.getFirst().state).isEqualTo("open");
    }
}
