package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code track linear} against a stand-in that parses what it is asked, and edits descriptions as Linear does. */
class TrackLinearTest {
    @TempDir
    private Path directory;

    private final QuickTime time = new QuickTime();
    private LinearStandIn linear;
    private Tracked tracked;

    @BeforeEach
    void aTeam() throws IOException {
        linear = new LinearStandIn();
        tracked = new Tracked(
                directory,
                time,
                List.of("linear"),
                Map.of("LINEAR_API_URL", linear.api(), "LINEAR_API_KEY", LinearStandIn.KEY),
                List.of(LinearStandIn.KEY));
    }

    @AfterEach
    void nothingWasAskedThatLinearDoesNotKnow() {
        assertThat(linear.faults).isEmpty();
        linear.close();
    }

    private Ran track(FoundReport report, String... more) {
        return track(Map.of(), report, more);
    }

    private Ran track(Map<String, String> environment, FoundReport report, String... more) {
        return tracked.run(environment, report, more);
    }

    private Ran write(FoundReport report, String... more) {
        return track(
                report,
                Stream.concat(Stream.of("--team", "ENG", "--write"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static FoundReport found() {
        return new FoundReport().finding("TOKEN");
    }

    private static FoundReport healed() {
        FoundReport healed = new FoundReport();
        healed.row("web", "TOKEN");
        return healed;
    }

    private LinearStandIn.Issue only() {
        assertThat(linear.issues).hasSize(1);
        return linear.issues.getFirst();
    }

    @Test
    void theFirstRunMakesTheLabelAndAnIssueAndTheSecondNothing() {
        Ran first = write(found());
        Ran second = write(found());

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(first.out()).contains("created", "ENG-1", "https://linear.app/shop/issue/issue-1");
        assertThat(only().title).isEqualTo("envgate: TOKEN in web (undeployed)");
        assertThat(only().description)
                .startsWith("`envgate:v=1&fingerprint=")
                .contains("`TOKEN` is in Terraform, and what runs does not have it.", "* rule: `undeployed`, error")
                .endsWith("`/envgate:" + FoundReport.fingerprint("undeployedwebTOKEN") + "`");
        assertThat(second.out()).contains("1 in step.");
        assertThat(linear.count("issueLabelCreate")).isEqualTo(1);
        assertThat(linear.count("issueCreate")).isEqualTo(1);
        assertThat(linear.count("issueUpdate")).isZero();
    }

    @Test
    void withoutWriteNothingIsWrittenAndWithoutAKeyNothingSeen() throws IOException {
        Ran shown = track(found(), "--team", "ENG", "--format", "json");
        Schemas.assertValid("track", shown.out());
        assertThat(shown.exit()).isZero();
        assertThat(linear.operations).containsExactly("teams", "issueLabels");

        assertThat(track(Map.of("LINEAR_API_KEY", ""), found(), "--team", "ENG").exit())
                .isEqualTo(3);
        assertThat(track(Map.of("LINEAR_API_KEY", ""), found(), "--team", "ENG", "--write")
                        .exit())
                .isEqualTo(2);
        assertThat(track(found()).err()).contains("It is not known which team");
        Ran wrong = track(Map.of("LINEAR_API_KEY", "lin_api_anotherPlantedKey"), found(), "--team", "ENG");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("AUTHENTICATION_ERROR").doesNotContain("anotherPlantedKey");
    }

    @Test
    void aTeamThatIsNotThereIsSaid() {
        Ran ran = track(found(), "--team", "OPS", "--write");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("Linear has no team with the key `OPS`");
        assertThat(linear.issues).isEmpty();
    }

    @Test
    void aChangedTextIsWrittenAndWhatPeopleWroteStays() {
        write(found());
        only().description = "Who?\n\n" + only().description + "\n\nMe. @ada";
        FoundReport moved = found();
        ((ObjectNode) moved.array("findings").get(0)).put("line", 99);
        write(moved);

        assertThat(only().description)
                .startsWith("Who?\n\n`envgate:")
                .contains("`main.tf:99`")
                .doesNotContain("`main.tf:12`")
                .endsWith("`\n\nMe. @ada");
        assertThat(write(moved).out()).contains("1 in step.");
        assertThat(linear.count("issueUpdate")).isEqualTo(1);
    }

    @Test
    void whatIsGoneIsDoneAndWhatComesBackIsOpenedAgainAlsoFromTheArchive() {
        write(found());
        assertThat(write(healed()).out()).contains("closed", "ENG-1");
        assertThat(only().state).isEqualTo("completed");
        assertThat(linear.comments).hasSize(1);
        assertThat(write(healed()).out()).contains("1 in step.");

        only().archived = true;
        assertThat(write(found()).out()).contains("reopened", "ENG-1");
        assertThat(only().state).isEqualTo("unstarted");
        assertThat(only().archived).isFalse();
        assertThat(linear.comments).hasSize(2);
        assertThat(write(found()).out()).contains("1 in step.");
    }

    @Test
    void whatCouldNotBeVerifiedStaysOpen() {
        write(found());
        Ran ran = write(healed().gap("stored", "secrets and parameters", "failed"));

        assertThat(ran.out()).contains("left alone", "whether it is gone is not known");
        assertThat(only().state).isEqualTo("unstarted");
        assertThat(linear.count("issueUpdate")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canceled", "duplicate", "bin"})
    void whatAPersonHasDecidedStays(String state) {
        write(found());
        only().trashed = state.equals("bin");
        only().state = state.equals("bin") ? "unstarted" : state;
        Ran ran = write(found());

        assertThat(ran.out()).contains("a person has decided that nothing is to be done");
        assertThat(linear.count("issueUpdate")).isZero();
        assertThat(linear.issues).hasSize(1);
    }

    @Test
    void everyPageIsRead() {
        write(found());
        LinearStandIn.Issue ours = only();
        linear.issues.clear();
        IntStream.range(0, 120)
                .forEach(each -> linear.issues.add(new LinearStandIn.Issue("issue-x" + each, "another", "words")));
        linear.issues.add(ours);

        assertThat(write(found()).out()).contains("1 in step.");
        assertThat(linear.count("issues")).isEqualTo(3);
    }

    static Stream<Arguments> limits() {
        String reset = String.valueOf(new QuickTime().now().plusSeconds(90).toEpochMilli());
        return Stream.of(
                Arguments.of(
                        400, Map.of("X-RateLimit-Requests-Remaining", "0", "X-RateLimit-Requests-Reset", reset), 90),
                Arguments.of(
                        400,
                        Map.of(
                                "X-RateLimit-Requests-Remaining",
                                "7",
                                "X-RateLimit-Complexity-Remaining",
                                "0",
                                "X-RateLimit-Complexity-Reset",
                                reset),
                        90),
                Arguments.of(200, Map.of(), 60),
                Arguments.of(429, Map.of("Retry-After", "9"), 9));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitIsWaitedForAndOneThatIsTooLongEndsTheRun(int status, Map<String, String> headers, int seconds) {
        linear.mischief.add(LinearStandIn.at(
                "issueCreate", false, LinearStandIn.error(status, headers, "RATELIMITED", "Rate limit exceeded")));
        assertThat(write(found()).exit()).isZero();
        assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 1));
        assertThat(linear.issues).hasSize(1);

        linear.mischief.add(LinearStandIn.error(status, Map.of("Retry-After", "100"), "RATELIMITED", "again"));
        Ran ran = write(found().finding("OTHER"), "--wait", "30s");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("Linear asks to wait 100 s");
        assertThat(linear.issues).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIssueIsMadeOnceWhenAnAnswerIsLost(boolean made) {
        linear.mischief.add(LinearStandIn.at("issueCreate", made, LinearStandIn.cut()));
        Ran ran = write(found());

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(linear.issues).hasSize(1);
        assertThat(write(found()).out()).contains("1 in step.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Sign in</html>                                                                        | is not its API
            200 | {"errors": [{"message": "lin_api_plantedKeyOfLinear0123456789 may not"}]}                  | saying: … may not
            400 | {"errors": [{"message": "x", "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}]}        | GRAPHQL_VALIDATION_FAILED
            403 | {"errors": [{"message": "x", "extensions": {"code": "FORBIDDEN", "userPresentableMessage": "Not yours"}}]} | saying: Not yours
            """)
    void anErrorInAnyAnswerEndsTheRun(int status, String body, String said) {
        linear.mischief.add(LinearStandIn.answer(status, Map.of(), body));
        Ran ran = write(found());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(said);
        assertThat(linear.issues).isEmpty();
    }

    @Test
    void whatOneIssueRefusesTheNextOneMayTake() {
        linear.mischief.add(LinearStandIn.at(
                "issueCreate",
                false,
                LinearStandIn.error(200, Map.of(), "INVALID_INPUT", "Argument Validation Error")));
        Ran ran = write(new FoundReport().finding("ONE").finding("TWO"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("1 created, 1 not done.");
        assertThat(only().title).contains("TWO");
    }

    @Test
    void hostileNamesDoNothing() {
        String hostile = "@team `/envgate` https://evil.example [x](y) #12 *b*";
        FoundReport report = new FoundReport();
        report.row("web", hostile);
        report.finding("undeployed", "error", "web", hostile).put("hint", "say so to @all at https://evil.example");
        write(report);

        String shown = only().description.lines().skip(1).reduce("", (one, two) -> one + "\n" + two);
        assertThat(shown.replaceAll("`[^`\n]*`", "")).doesNotContain(" @all", "https://evil");
        assertThat(shown.split("`/envgate:[0-9a-f]{32}`", -1)).hasSize(2);
        assertThat(write(report).out()).contains("1 in step.");
    }

    /** The comment would come twice if it were sent again, and the issue is closed. */
    @Test
    void aLostCommentIsNoFailure() {
        write(new FoundReport().finding("TOKEN").finding("KEY"));
        FoundReport mended = new FoundReport();
        mended.row("web", "TOKEN");
        mended.row("web", "KEY");
        linear.mischief.add(LinearStandIn.at("commentCreate", false, LinearStandIn.cut()));
        Ran ran = write(mended);

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("2 closed.");
    }
}
