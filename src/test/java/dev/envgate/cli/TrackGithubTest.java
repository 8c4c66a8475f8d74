package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/** {@code track github} against a stand-in that takes nothing but what GitHub's reference names. */
class TrackGithubTest {
    @TempDir
    private Path directory;

    private final QuickTime time = new QuickTime();
    private GithubStandIn github;
    private Tracked tracked;

    @BeforeEach
    void aRepository() throws IOException {
        github = new GithubStandIn();
        tracked = github.tracked(directory, time);
    }

    @AfterEach
    void nothingWasAskedThatGithubDoesNotKnow() {
        assertThat(github.faults).isEmpty();
        github.close();
    }

    private Ran track(FoundReport report, String... more) {
        return track(Map.of(), report, more);
    }

    private Ran track(Map<String, String> environment, FoundReport report, String... more) {
        return tracked.run(environment, report, more);
    }

    private GithubStandIn.Issue only() {
        assertThat(github.issues).hasSize(1);
        return github.issues.getFirst();
    }

    @Test
    void theFirstRunMakesAnIssueAndTheSecondNothing() {
        Ran first = track(new FoundReport().finding("TOKEN"), "--write");
        long writes = github.writes();
        Ran second = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(first.out()).contains("created").contains("#1").contains("TOKEN in web (undeployed)");
        assertThat(only().title).isEqualTo("envgate: TOKEN in web (undeployed)");
        assertThat(only().labels).containsExactly("envgate");
        assertThat(only().body)
                .startsWith("<!-- envgate:v=1&fingerprint=" + FoundReport.fingerprint("undeployedwebTOKEN"))
                .contains("`TOKEN` is in Terraform, and what runs does not have it.")
                .contains("- rule: `undeployed`, error\n- name: `TOKEN`\n- container: `web`\n- service: `web`")
                .contains("- line: `main.tf:12`")
                .contains("- next: run `terraform apply`, then deploy.")
                .endsWith("<!-- /envgate -->");
        assertThat(writes).isEqualTo(1);
        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("1 in step.");
        assertThat(github.writes()).isEqualTo(1);
    }

    @Test
    void withoutWriteItIsOnlyShown() {
        Ran ran = track(new FoundReport().finding("TOKEN"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("would create", "1 to create.", "Nothing was written; `--write` does it.");
        assertThat(github.requests)
                .hasSize(1)
                .allSatisfy(each -> assertThat(each).startsWith("GET"));
    }

    @Test
    void withoutATokenNothingIsSeenAndThatIsSaid() {
        Ran shown = track(Map.of("GITHUB_TOKEN", ""), new FoundReport().finding("TOKEN"));
        Ran written = track(Map.of("GITHUB_TOKEN", ""), new FoundReport().finding("TOKEN"), "--write");

        assertThat(shown.exit()).isEqualTo(3);
        assertThat(shown.all())
                .contains("would create", "whether it exists is not known", "because `GITHUB_TOKEN` is not set");
        assertThat(written.exit()).isEqualTo(2);
        assertThat(github.requests).isEmpty();
    }

    /** Without a finding there is nothing to make, but what there is to close nobody has seen. */
    @Test
    void whatWasNotSeenIsNotSaidToBeInOrder() {
        FoundReport nothing = new FoundReport();
        Ran blind = track(Map.of("GITHUB_TOKEN", ""), nothing);
        github.mischief.add(GithubStandIn.answer(403, Map.of(), "{}"));
        Ran denied = track(nothing);

        for (Ran each : List.of(blind, denied)) {
            assertThat(each.exit()).isEqualTo(3);
            assertThat(each.out())
                    .contains("No finding is to be followed up; whether a follow-up is open could not be seen.")
                    .doesNotContain("Nothing is to be followed up.");
        }
        assertThat(track(nothing).out()).contains("Nothing is to be followed up.");
    }

    @Test
    void theTextIsChangedWhenItHasChangedAndWhatPeopleWroteStays() {
        track(new FoundReport().finding("TOKEN"), "--write");
        only().title = "Call the other team";
        only().body = "Who does this?\r\n\r\n" + only().body.replace("\n", "\r\n") + "\r\nI do. --Ada";
        Ran same = track(new FoundReport().finding("TOKEN"), "--write");
        FoundReport moved = new FoundReport().finding("TOKEN");
        ((ObjectNode) moved.array("findings").get(0)).put("line", 99);
        Ran ran = track(moved, "--write");

        assertThat(same.out()).contains("1 in step.");
        assertThat(ran.out()).contains("updated").contains("#1");
        assertThat(only().title).isEqualTo("Call the other team");
        assertThat(only().body)
                .startsWith("Who does this?\r\n\r\n<!-- envgate:")
                .contains("`main.tf:99`")
                .doesNotContain("`main.tf:12`")
                .endsWith("<!-- /envgate -->\r\nI do. --Ada");
        assertThat(track(moved, "--write").out()).contains("1 in step.");
        assertThat(github.writes()).isEqualTo(2);
    }

    @Test
    void aSectionWithoutItsEndLosesNoWord() {
        track(new FoundReport().finding("TOKEN"), "--write");
        only().body = only().body.replace("<!-- /envgate -->", "") + "Mine.";
        FoundReport moved = new FoundReport().finding("TOKEN");
        ((ObjectNode) moved.array("findings").get(0)).put("line", 99);
        track(moved, "--write");

        assertThat(only().body).contains("`main.tf:99`", "`main.tf:12`").endsWith("Mine.");
        assertThat(track(moved, "--write").out()).contains("1 in step.");
    }

    @Test
    void whatIsVerifiedToBeGoneIsClosedWithAWordAndOpenedWhenItComesBack() {
        track(new FoundReport().finding("TOKEN"), "--write");
        FoundReport healed = new FoundReport();
        healed.row("web", "TOKEN");
        Ran closed = track(healed, "--write");

        assertThat(closed.out()).contains("closed").contains("#1");
        assertThat(only().state).isEqualTo("closed");
        assertThat(only().reason).isEqualTo("completed");
        assertThat(only().body).contains("Verified: this is gone.").doesNotContain("main.tf:12");
        assertThat(github.comments)
                .containsExactly("1 A run has looked at everything that this depends on, and it is gone.");
        assertThat(track(healed, "--write").out()).contains("1 in step.");

        Ran back = track(new FoundReport().finding("TOKEN"), "--write");
        assertThat(back.out()).contains("reopened").contains("#1");
        assertThat(only().state).isEqualTo("open");
        assertThat(only().body).contains("main.tf:12");
        assertThat(github.comments).hasSize(2).last().isEqualTo("1 It is there again.");
        assertThat(track(new FoundReport().finding("TOKEN"), "--write").out()).contains("1 in step.");
        assertThat(github.writes()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"not_planned", "duplicate"})
    void whatAPersonHasDecidedStays(String reason) {
        track(new FoundReport().finding("TOKEN"), "--write");
        only().state = "closed";
        only().reason = reason;
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("left alone", "a person has decided that nothing is to be done");
        assertThat(only().state).isEqualTo("closed");
        assertThat(github.writes()).isEqualTo(1);
    }

    static Stream<Arguments> whatProvesNothing() {
        return Stream.of(
                proof(
                        "a store did not answer",
                        r -> r.gap("stored", "secrets and parameters", "failed"),
                        "secrets and parameters"),
                proof("nobody was asked", r -> r.gap("deployed", "web", "not-asked"), "`web` could not be verified"),
                proof(
                        "an older report tells no cause",
                        r -> ((ObjectNode) r.gap("stored", "TOKEN", "undecided")
                                        .array("notVerified")
                                        .get(0))
                                .remove("cause"),
                        "`TOKEN` could not be verified"),
                proof("the name is left open", r -> r.gap("configured", "TOKEN", "undecided"), "`TOKEN`"),
                proof("what runs was not seen", r -> deployed(r).put("state", "unknown"), "what runs was not seen"),
                proof(
                        "a rollout is under way",
                        r -> deployed(r).put("rollout", "in-progress"),
                        "its rollout is still under way"),
                proof(
                        "a station is not known",
                        r -> ((ObjectNode) r.row("web", "TOKEN").get("stored"))
                                .put("presence", "unknown")
                                .put("why", "the store was not asked"),
                        "the store was not asked"),
                proof(
                        "it hangs on a condition",
                        r -> ((ObjectNode) r.row("web", "TOKEN").get("configured"))
                                .put("presence", "conditional")
                                .put("condition", "var.beta"),
                        "only when `var.beta`"),
                proof(
                        "an input could not be read",
                        r -> r.array("problems")
                                .addObject()
                                .put("file", "main.tf")
                                .put("line", 1)
                                .put("message", "x")
                                .put("hint", ""),
                        "not every input"),
                proof(
                        "its container was left out",
                        r -> {
                            r.array("rows").removeAll();
                            r.row("web", "OTHER").put("container", "sidecar");
                        },
                        "its container has no names in this run"),
                proof(
                        "there are two of that name now",
                        r -> {
                            ((ObjectNode) r.array("services").get(0)).put("namesake", "one");
                            r.service("web").put("namesake", "two");
                        },
                        "other services of that name"),
                proof(
                        "further names are open and it is not among those seen",
                        r -> r.gap("configured", "further names of web", "undecided"),
                        "`further names of web`"),
                proof(
                        "it was set aside",
                        r -> {
                            ObjectNode each = FoundReport.finding(
                                    r.array("setAside").addObject(), "undeployed", "error", "web", "TOKEN");
                            each.put("by", "suppression").put("why", "The contract is not signed yet.");
                        },
                        "it is still there and set aside: The contract is not signed yet."));
    }

    private static Arguments proof(String what, Consumer<FoundReport> change, String said) {
        return Arguments.of(what, change, said);
    }

    private static ObjectNode deployed(FoundReport report) {
        return (ObjectNode) report.array("services").get(0).get("deployed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatProvesNothing")
    void whatCouldNotBeVerifiedIsNotClosed(String what, Consumer<FoundReport> change, String said) {
        track(new FoundReport().finding("TOKEN"), "--write");
        FoundReport report = new FoundReport();
        change.accept(report);
        Ran ran = track(report, "--write");

        assertThat(only().state).as(what + ran.all()).isEqualTo("open");
        assertThat(ran.out()).contains("left alone", "#1", said);
        assertThat(github.writes()).isEqualTo(1);
    }

    /** The same run without the doubt closes it: it is the doubt that kept it open. */
    @Test
    void whatIsAboutSomethingElseKeepsNothingOpen() {
        track(new FoundReport().finding("TOKEN"), "--write");
        FoundReport report = new FoundReport()
                .gap("configured", "LOG_LEVEL", "undecided")
                .gap("configured", "further names of web", "undecided")
                .gap("stored", "what the role web may read", "undecided")
                .gap("deployed", "jobs: the newest revision of jobs", "failed");
        report.service("jobs");
        report.row("web", "TOKEN");
        track(report, "--write");

        assertThat(only().state).isEqualTo("closed");
    }

    @Test
    void whatOnlyACloserLookFoundIsClosedByACloserLookOnly() {
        FoundReport deep = new FoundReport();
        deep.root.put("deep", true);
        ((ObjectNode) deep.array("services").get(0)).put("code", "searched");
        deep.finding("secret-key-missing", "error", "web", "TOKEN");
        ofFile(deep, "undeclared-in-code", "app/settings.py");
        track(deep, "--write");
        Ran shallow = track(new FoundReport(), "--write");

        assertThat(shallow.out())
                .contains("found by `--deep`, and this run has read no value", "2 left alone")
                .contains("the code was not searched to the end in this run");
        FoundReport again = new FoundReport();
        again.root.put("deep", true);
        ((ObjectNode) again.array("services").get(0)).put("code", "searched");
        assertThat(track(again, "--write").out()).contains("2 closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value-drift", "empty-value", "placeholder-value", "plaintext-secret"})
    void aFaultOfAValueIsClosedWhereTheValueWasKnown(String rule) {
        FoundReport found = new FoundReport();
        found.finding(rule, "error", "web", "LOG_LEVEL");
        track(found, "--write");
        for (String value : List.of("unknown", "")) {
            FoundReport hidden = new FoundReport();
            ((ObjectNode) hidden.array("rows").get(0).get("deployed")).put("value", value);

            assertThat(track(hidden, "--write").out()).contains("not every value of it was known", "1 left alone");
        }
        assertThat(track(new FoundReport(), "--write").out()).contains("1 closed");
    }

    @Test
    void whatStrictFoundIsClosedByAStrictRun() {
        FoundReport strict = new FoundReport();
        strict.root.put("strict", true);
        strict.finding("parameter-not-found", "error", "web", "LOG_LEVEL");
        track(strict, "--write");

        assertThat(track(new FoundReport(), "--write").out())
                .contains("found by `--strict`, and this run asks for less", "1 left alone");
        strict.array("findings").removeAll();
        assertThat(track(strict, "--write").out()).contains("1 closed");
    }

    private static void ofFile(FoundReport report, String rule, String file) {
        report.finding(rule, "warning", "", "LOG_LEVEL").put("file", file);
    }

    /** The code of another service may be other code. */
    @Test
    void whatWasFoundInCodeIsNotClosedByARunAboutOtherServices() {
        FoundReport found = new FoundReport();
        ((ObjectNode) found.array("services").get(0)).put("code", "searched");
        ofFile(found, "undeclared-in-code", "app/settings.py");
        track(found, "--write");
        FoundReport other = new FoundReport();
        other.array("services").removeAll();
        other.array("rows").removeAll();
        other.service("jobs").put("code", "searched");
        other.row("jobs", "QUEUE");

        assertThat(track(other, "--write").out()).contains("1 of what this run is not about.");
        assertThat(only().state).isEqualTo("open");
    }

    @Test
    void whatNobodyReadsIsClosedByARunThatSearchedTheCode() {
        FoundReport found = new FoundReport();
        ((ObjectNode) found.array("services").get(0)).put("code", "searched");
        ofFile(found, "unused-declaration", ".env.example");
        track(found, "--write");
        Ran blind = track(new FoundReport(), "--write");
        FoundReport searched = new FoundReport();
        ((ObjectNode) searched.array("services").get(0)).put("code", "searched");

        assertThat(blind.out()).contains("the code was not searched to the end in this run", "1 left alone");
        assertThat(track(searched, "--write").out()).contains("1 closed");
    }

    /** Two jobs with a login each and one repository: what is in order at the one place says nothing of the other. */
    @ParameterizedTest
    @CsvSource({"cluster,staging", "account,210987654321", "region,eu-west-1", "account,''"})
    void whatWasFoundAtAnotherPlaceIsNotClosed(String field, String other) {
        track(new FoundReport().finding("TOKEN"), "--write");
        FoundReport elsewhere = new FoundReport();
        ((ObjectNode) elsewhere.array("services").get(0)).put(field, other);
        elsewhere.row("web", "TOKEN");
        Ran left = track(elsewhere, "--write");
        FoundReport mended = new FoundReport();
        mended.row("web", "TOKEN");

        assertThat(left.out()).contains("it was found in another cluster, account or region", "1 left alone");
        assertThat(only().body).doesNotContain("123456789012");
        assertThat(track(mended, "--write").out()).contains("1 closed");
    }

    /** The comment would come twice if it were sent again, and the issue is closed. */
    @Test
    void aLostCommentIsNoFailure() {
        track(new FoundReport().finding("TOKEN").finding("KEY"), "--write");
        FoundReport mended = new FoundReport();
        mended.row("web", "TOKEN");
        mended.row("web", "KEY");
        github.mischief.add((_, _, _) -> false);
        github.mischief.add((_, _, _) -> false);
        github.mischief.add(GithubStandIn.cut());
        Ran ran = track(mended, "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("2 closed.");
        assertThat(github.comments).hasSize(1);
    }

    @Test
    void aPathAboveIsToldAsItIs() {
        track(new FoundReport().finding("TOKEN"), "--write");
        Ran ran = track(new FoundReport().gap("stored", "../infra/main.tf", "failed"), "--write");

        assertThat(ran.out()).contains("`../infra/main.tf` could not be verified.");
    }

    /** Whoever finds it last has to see it gone. */
    @Test
    void whatCameBackAtAnotherPlaceIsClosedThere() {
        FoundReport mended = new FoundReport();
        mended.row("web", "TOKEN");
        track(new FoundReport().finding("TOKEN"), "--write");
        track(mended, "--write");
        FoundReport staging = new FoundReport().finding("TOKEN");
        ((ObjectNode) staging.array("services").get(0)).put("cluster", "staging");
        track(staging, "--write");

        assertThat(track(mended, "--write").out()).contains("it was found in another cluster");
        FoundReport stagingMended = new FoundReport();
        ((ObjectNode) stagingMended.array("services").get(0)).put("cluster", "staging");
        stagingMended.row("web", "TOKEN");
        assertThat(track(stagingMended, "--write").out()).contains("1 closed");
    }

    @Test
    void aSecretThatNothingRefersToIsLeftToPeople() {
        FoundReport found = new FoundReport();
        found.finding("orphan-secret", "warning", "web", "LOG_LEVEL");
        track(found, "--write");

        assertThat(track(new FoundReport(), "--write").out()).contains("a report does not tell", "1 left alone");
        assertThat(only().state).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollout-failed", "mixed-revisions", "service-behind", "stale-injection"})
    void whatIsOfARolloutIsClosedByARunThatSawOne(String rule) {
        FoundReport found = new FoundReport();
        found.finding(rule, "error", "web", "LOG_LEVEL");
        track(found, "--write");
        Ran ofAFile = track(new FoundReport(), "--write");
        FoundReport seen = new FoundReport();
        deployed(seen).put("rollout", "completed");

        assertThat(ofAFile.out()).contains("how its rollout went was not looked at", "1 left alone");
        assertThat(track(seen, "--write").out()).contains("1 closed");
    }

    @Test
    void aNameOfAContractThatWasNotReadIsNotGone() {
        FoundReport found = new FoundReport();
        found.finding("not-configured", "error", "web", "TOKEN");
        ((ObjectNode) found.row("web", "TOKEN").get("declared")).put("file", "shared.env.example");
        track(found, "--write");
        Ran left = track(new FoundReport(), "--write");
        FoundReport both = new FoundReport();
        ((ObjectNode) both.row("web", "OTHER").get("declared")).put("file", "shared.env.example");

        assertThat(left.out()).contains("`shared.env.example`, which declared it, gave no name", "1 left alone");
        assertThat(track(both, "--write").out()).contains("1 closed");
    }

    /** The run with `--strict` asked for it, and this one does not. */
    @ParameterizedTest
    @ValueSource(strings = {"not-configured", "wrong-container", "undeployed"})
    void whatIsStillMissingIsNotClosedByARunThatDoesNotAskForIt(String rule) {
        FoundReport strict = new FoundReport();
        strict.finding(rule, "error", "web", "TOKEN");
        track(strict, "--write");
        FoundReport milder = new FoundReport();
        ObjectNode row = milder.row("web", "TOKEN");
        ((ObjectNode) row.get("configured")).put("presence", rule.equals("undeployed") ? "present" : "absent");
        ((ObjectNode) row.get("deployed")).put("presence", "absent");
        Ran left = track(milder, "--write");
        FoundReport mended = new FoundReport();
        mended.row("web", "TOKEN");

        assertThat(left.out()).contains("it is still missing, though this run does not ask for it", "1 left alone");
        assertThat(track(mended, "--write").out()).contains("1 closed");
    }

    @Test
    void theServicesOfOtherRunsAreNotTouched() {
        FoundReport both = new FoundReport().finding("TOKEN");
        both.service("jobs");
        both.row("jobs", "QUEUE");
        both.finding("undeployed", "error", "jobs", "QUEUE");
        track(both, "--write");
        FoundReport jobs = new FoundReport();
        jobs.array("services").removeAll();
        jobs.array("rows").removeAll();
        jobs.service("jobs");
        jobs.row("jobs", "QUEUE");
        Ran ran = track(jobs, "--write");

        assertThat(ran.out()).contains("1 closed, 1 of what this run is not about.");
        assertThat(github.issues).extracting(each -> each.state).containsExactly("open", "closed");
    }

    @Test
    void servicesOfOneNameHaveAnIssueEach() {
        FoundReport report = new FoundReport();
        ((ObjectNode) report.array("services").get(0)).put("namesake", "blue");
        report.service("web").put("namesake", "green");
        report.array("rows").removeAll();
        report.row("web", "TOKEN").put("namesake", "blue");
        report.row("web", "TOKEN").put("namesake", "green");
        for (String each : List.of("blue", "green")) {
            report.finding("undeployed", "error", "web", "TOKEN")
                    .put("namesake", each)
                    .put("fingerprint", FoundReport.fingerprint(each));
        }
        track(report, "--write");
        assertThat(github.issues).hasSize(2);
        report.array("findings").remove(0);
        track(report, "--write");

        assertThat(github.issues).extracting(each -> each.state).containsExactly("closed", "open");
    }

    @Test
    void everyPageIsReadAndPullRequestsAreNone() {
        track(new FoundReport().finding("TOKEN"), "--write");
        GithubStandIn.Issue ours = only();
        github.issues.clear();
        for (int i = 0; i < 230; i++) {
            github.issue("another", i % 2 == 0 ? "" : "words", "envgate").pull = i % 3 == 0;
        }
        github.issue(ours.title, ours.body, "envgate");
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");
        assertThat(ran.out()).contains("1 in step.");
        assertThat(github.requests.stream().filter(each -> each.startsWith("GET")))
                .hasSize(4);

        github.issues.getLast().pull = true;
        assertThat(track(new FoundReport().finding("TOKEN"), "--write").out()).contains("created");
    }

    @Test
    void anIssueWithoutTheLabelOrWithoutTheMarkIsNotOurs() {
        track(new FoundReport().finding("TOKEN"), "--write");
        only().labels.clear();
        github.issue("envgate: TOKEN in web (undeployed)", "of a person", "envgate");
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.out()).contains("1 created.");
        assertThat(github.issues.get(1).body).isEqualTo("of a person");
    }

    @Test
    void ofTwoAboutTheSameOneIsKeptInStep() {
        track(new FoundReport().finding("TOKEN"), "--write");
        github.issue("copy", only().body, "envgate");
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.out()).contains("left alone", "#2", "it is about the same as #1");
    }

    @Test
    void aRunMakesNoMoreThanTheLimitAndSaysHowManyAreLeft() {
        FoundReport report = new FoundReport();
        IntStream.range(0, 30).forEach(each -> report.finding("NAME_" + each));
        Ran first = track(report, "--write");
        assertThat(github.issues).hasSize(20);
        assertThat(first.out()).contains("20 created.", "10 findings have no follow-up, because of `--limit`");
        assertThat(first.exit()).isZero();

        assertThat(track(report, "--write", "--limit", "7").out())
                .contains("7 created, 20 in step.", "3 findings have no follow-up");
        track(report, "--write");
        assertThat(github.issues).hasSize(30).extracting(each -> each.title).doesNotHaveDuplicates();
    }

    @Test
    void notesAreFollowedUpWhenTheyAreAskedFor() {
        FoundReport report = new FoundReport();
        report.finding("unmanaged", "note", "web", "LOG_LEVEL");
        report.finding("undeclared", "warning", "web", "LOG_LEVEL");
        track(report, "--write");
        assertThat(github.issues).hasSize(1);
        track(report, "--write", "--severity", "error");
        assertThat(only().state).isEqualTo("open");
        track(report, "--write", "--severity", "note");
        assertThat(github.issues).hasSize(2);
    }

    @Test
    void twoWritesAreASecondApart() {
        track(new FoundReport().finding("ONE").finding("TWO").finding("THREE"), "--write");

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /** The limits as GitHub tells them, and how long is waited for each. */
    static Stream<Arguments> limits() {
        String now = String.valueOf(new QuickTime().now().getEpochSecond() + 90);
        return Stream.of(
                Arguments.of(
                        403,
                        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", now),
                        "API rate limit exceeded",
                        90),
                Arguments.of(429, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", now), "", 90),
                Arguments.of(403, Map.of("Retry-After", "17"), "You have exceeded a secondary rate limit.", 17),
                Arguments.of(429, Map.of("Retry-After", "17"), "slow down", 17),
                Arguments.of(403, Map.of(), "You have exceeded a secondary rate limit.", 60),
                Arguments.of(429, Map.of(), "", 60));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitIsWaitedFor(int status, Map<String, String> headers, String words, int seconds) {
        GithubStandIn.Mischief limit = GithubStandIn.answer(status, headers, "{\"message\": \"" + words + "\"}");
        github.mischief.add(GithubStandIn.atWrite(limit));
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(seconds));
        assertThat(only().title).contains("TOKEN");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitThatIsLongerThanThereIsTimeEndsTheRunAndTheNextOneGoesOn(
            int status, Map<String, String> headers, String words, int seconds) {
        FoundReport report = new FoundReport().finding("ONE").finding("TWO").finding("THREE");
        GithubStandIn.Mischief limit = GithubStandIn.answer(status, headers, "{\"message\": \"" + words + "\"}");
        github.mischief.add((_, _, _) -> false);
        github.mischief.add((_, _, _) -> false);
        github.mischief.add(limit);
        Ran ran = track(report, "--write", "--wait", "10s");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .containsSubsequence("created", "ONE", "failed: create", "TWO", "not done: create", "THREE")
                .contains("1 created, 2 not done.");
        assertThat(ran.err())
                .contains("--wait")
                .containsPattern("GitHub asks to wait (%d|%d) s".formatted(seconds, seconds - 1));
        assertThat(github.issues).hasSize(1);

        assertThat(track(report, "--write").out()).contains("2 created, 1 in step.");
        assertThat(github.issues).hasSize(3);
    }

    @Test
    void aLimitThatDoesNotEndIsNotWaitedForWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            github.mischief.add(GithubStandIn.answer(429, Map.of(), ""));
        }
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write", "--wait", "1h");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofHours(1));
    }

    /** What goes wrong when an issue is made: whatever it is, there is one in the end, and after another run still one. */
    static Stream<Arguments> accidents() {
        return Stream.of(
                Arguments.of("made and not heard of", GithubStandIn.lost()),
                Arguments.of("not made and cut", GithubStandIn.cut()),
                Arguments.of("made and answered 502", GithubStandIn.doneAnd(502)),
                Arguments.of("not made and answered 503", GithubStandIn.answer(503, Map.of(), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void anIssueIsMadeOnceWhateverGoesWrong(String what, GithubStandIn.Mischief accident) {
        github.mischief.add(GithubStandIn.atWrite(accident));
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).as(what + ran.all()).isZero();
        assertThat(only().title).contains("TOKEN");
        assertThat(track(new FoundReport().finding("TOKEN"), "--write").out()).contains("1 in step.");
        assertThat(github.issues).hasSize(1);
    }

    @Test
    void whatIsReadIsReadAgainWhenTheServerFails() {
        github.mischief.add(GithubStandIn.answer(502, Map.of(), "<html>Unicorn!</html>"));
        github.mischief.add(GithubStandIn.cut());
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).isZero();
        assertThat(github.issues).hasSize(1);
    }

    /** What a server can answer that ends the run before anything is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Sign in</html>                       | is not its API
            200 | {}                                         | is not its API
            401 | {"message": "Bad credentials"}             | does not take the token
            403 | {"message": "Resource not accessible"}     | GitHub denied to list issues, saying: Resource not accessible
            404 | {"message": "Not Found"}                   | check `--repository`
            410 | {"message": "Issues are disabled"}         | issues are turned off
            418 | <b>teapot</b>                              | HTTP 418
            """)
    void anAnswerThatIsNoneEndsTheRun(int status, String body, String said) {
        github.mischief.add(GithubStandIn.answer(status, Map.of(), body));
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.all()).contains(said, "whether it exists is not known");
        assertThat(github.writes()).isZero();
    }

    @Test
    void aServerThatKeepsFailingEndsTheRun() {
        for (int i = 0; i < 4; i++) {
            github.mischief.add(GithubStandIn.answer(500, Map.of(), ""));
        }
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("GitHub failed to answer (HTTP 500)");
        assertThat(github.writes()).isZero();
    }

    @Test
    void aServerThatHangsIsGivenUp() {
        github.mischief.add(GithubStandIn.hang());
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write", "--wait", "1s");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("GitHub");
    }

    @Test
    void whatOneIssueRefusesTheNextOneMayTake() {
        github.mischief.add(
                GithubStandIn.atWrite(GithubStandIn.answer(422, Map.of(), "{\"message\": \"Validation Failed\"}")));
        Ran ran = track(new FoundReport().finding("ONE").finding("TWO"), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("failed: create", "1 created, 1 not done.");
        assertThat(only().title).contains("TWO");
    }

    @Test
    void aTokenThatMaySetNoLabelMakesOneIssueAndNoMore() {
        github.dropsLabels = true;
        Ran ran = track(new FoundReport().finding("ONE").finding("TWO"), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("GitHub has made #1 without the label `envgate`");
        assertThat(github.issues).hasSize(1);
    }

    @Test
    void aRedirectIsFollowedToTheSameServerOnly() {
        String list =
                github.api() + "/repos/" + GithubStandIn.REPOSITORY + "/issues?labels=envgate&state=all&per_page=100";
        github.mischief.add(GithubStandIn.answer(301, Map.of("Location", list), ""));
        assertThat(track(new FoundReport().finding("TOKEN")).exit()).isZero();

        for (String elsewhere : List.of("https://evil.invalid/", "http://127.0.0.1:1/", "https://127.0.0.1/")) {
            github.mischief.add(GithubStandIn.answer(301, Map.of("Location", elsewhere), ""));
            Ran ran = track(new FoundReport().finding("TOKEN"));
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).contains("leads to another place, which is not followed");
        }
    }

    @Test
    void thePagesOfAnotherHostAreNotFetched() {
        github.mischief.add(
                GithubStandIn.answer(200, Map.of("Link", "<https://evil.invalid/issues?page=2>; rel=\"next\""), "[]"));
        Ran ran = track(new FoundReport().finding("TOKEN"), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("another host");
        assertThat(github.writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_API_URL, http://api.example.com",
        "GITHUB_API_URL, https://user:planted-password@api.example.com",
        "GITHUB_API_URL, ftp://api.example.com",
        "GITHUB_TOKEN, planted token with blanks",
        "GH_TOKEN, 'planted\u0001token'"
    })
    void aTokenIsSentOverTlsOnlyAndInOneLine(String variable, String value) {
        Ran ran = track(Map.of(variable, value), new FoundReport().finding("TOKEN"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`" + variable + "`").doesNotContain("planted");
        assertThat(github.requests).isEmpty();
    }

    @Test
    void aServerThatRepeatsTheTokenIsNotRepeated() {
        String echo = "{\"message\": \"Bearer " + GithubStandIn.TOKEN + " is wrong\"}";
        for (int status : new int[] {401, 403, 404, 410, 422}) {
            github.mischief.add(GithubStandIn.answer(status, Map.of(), echo));
            assertThat(track(new FoundReport().finding("TOKEN"), "--write").all())
                    .contains("Bearer …");
        }
    }

    @Test
    void hostileNamesDoNothing() {
        String hostile = "@team fixes #12 <!-- /envgate --> GH-7 https://evil.example [x](y) `";
        FoundReport report = new FoundReport();
        report.row("web", hostile);
        report.finding("undeployed", "error", "web", hostile).put("hint", "say `" + hostile + "` to @all, closes #3");
        track(report, "--write");

        assertThat(only().title).doesNotContain("@team", "#12", "://").contains("\\u{40}team");
        String shown = only().body.lines().skip(1).reduce("", (one, two) -> one + "\n" + two);
        assertThat(shown.replaceAll("`[^`]*`|&#\\d+;", ""))
                .doesNotContain("@team", "@all", "#12", "#3", "https://", "](", "GH-7");
        assertThat(only().body.split("/envgate -->", -1)).hasSize(2);
        assertThat(track(report, "--write").out()).contains("1 in step.");
    }

    @Test
    void theOutputForMachinesIsWhatTheSchemaSays() throws IOException {
        track(new FoundReport().finding("ONE"), "--write");
        Ran ran = track(new FoundReport().finding("ONE").finding("TWO"), "--format", "json");

        Schemas.assertValid("track", ran.out());
        assertThat(ran.out()).contains("\"action\" : \"create\"", "\"outcome\" : \"planned\"", "\"issue\" : \"#1\"");
        github.mischief.add(GithubStandIn.answer(403, Map.of(), "{}"));
        Schemas.assertValid(
                "track",
                track(new FoundReport().finding("ONE"), "--format", "json").out());
    }

    @Test
    void aReportThatTellsTooLittleIsRefused() throws IOException {
        for (String text : List.of("", "{}", "[]", "{\"schemaVersion\": 2}", "nonsense")) {
            Path file = Files.writeString(directory.resolve("other.json"), text);
            Ran ran = Ran.in(directory, "track", "github", "--repository", "shop/web", "--from", file.toString());
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("is no report that follow-ups can be made of");
        }
        assertThat(github.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--terraform infra",
                "--env-file .env.example",
                "--var region=eu",
                "--offline",
                "--deployed deployed.json",
                "--deep",
                "--strict",
                "--fail-on note",
                "--baseline known.json",
                "--since origin/main",
                "--environment staging",
                "--timing"
            })
    void aReportIsNotLookedAtAgain(String said) {
        String option = said.split(" ", -1)[0];
        Ran ran = track(new FoundReport().finding("TOKEN"), said.split(" ", -1));

        assertThat(ran.exit()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains("`" + option + "`", "`--from`");
        assertThat(github.requests).isEmpty();
    }

    /** What the environment says is for the commands that can use it; what is not about looking is taken. */
    @Test
    void whatSaysNothingAboutLookingIsTakenWithAReport() throws IOException {
        Files.writeString(directory.resolve("envgate.yml"), "version: 1\n");
        Ran ran = track(
                Map.of("ENVGATE_STRICT", "true"),
                new FoundReport().finding("TOKEN"),
                "--config",
                "envgate.yml",
                "--label",
                "envgate",
                "--severity",
                "error",
                "--limit",
                "3",
                "--wait",
                "9s",
                "--rule-pages",
                "https://example.com/rules",
                "--format",
                "text",
                "--color",
                "never",
                "-v",
                "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(github.issues).hasSize(1);
    }
}
