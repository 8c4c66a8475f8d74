package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.aws.AwsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind inside of GitHub Actions, with the files and variables that the runner gives to a step. */
class GithubActionsTest {
    @TempDir
    private Path runner;

    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8"));

    @BeforeEach
    void aStepOfARunner() throws IOException {
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_SERVER_URL", "https://github.com");
        environment.put("GITHUB_REPOSITORY", "kitchen/recipes");
        environment.put("GITHUB_RUN_ID", "17");
        environment.put("GITHUB_SHA", "ffac537e6cbbf934b08745a378932722df287a53");
        file("GITHUB_OUTPUT");
        file("GITHUB_STEP_SUMMARY");
    }

    @Test
    void annotationsGoBesideTheReportAndTheReportStaysWhatItIs() throws IOException {
        Ran ran = check("--report", "json=-");

        assertThat(ran.exit()).isEqualTo(1);
        Schemas.assertCheck(ran.out());
        assertThat(ran.err())
                .startsWith("::error file=samples/hokusai/data-pipeline-ecs-services.tf,line=243,col=21,endColumn=42,"
                        + "title=undeployed%3A HUGGINGFACE_API_KEY in hokusai-api of hokusai-api-development::");
    }

    @Test
    void annotationsThatWereAskedForAreNotWrittenTwice() {
        Ran ran = check("--report", "github=-");

        assertThat(ran.out()).startsWith("::error ");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theSummaryHasTheVerdictAndLinksToTheLine() throws IOException {
        check();

        assertThat(text("GITHUB_STEP_SUMMARY"))
                .startsWith("## envgate: ❌ the gate is closed\n")
                .contains("(https://github.com/kitchen/recipes/blob/ffac537e6cbbf934b08745a378932722df287a53/"
                        + "samples/hokusai/data-pipeline-ecs-services.tf#L243)");
    }

    @Test
    void theOutputsSayHowItWentAndWhereTheFirstReportIs() throws IOException {
        check("--report", "text=-", "--report", "json=" + runner.resolve("a.json"));

        assertThat(lines("GITHUB_OUTPUT"))
                .containsExactly(
                        "verdict=fail",
                        "errors=1",
                        "warnings=0",
                        "not-verified=" + notVerified(),
                        "report=" + runner.resolve("a.json"));
    }

    private int notVerified() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(runner.resolve("a.json")))
                .path("notVerified")
                .size();
    }

    @Test
    void severalRunsOfOneStepShareItsSummaryAndItsRoom() throws IOException {
        Files.writeString(Path.of(environment.getOrDefault("GITHUB_STEP_SUMMARY", "")), "x".repeat((1 << 20) - 2_000));
        check();

        assertThat(Files.size(Path.of(environment.getOrDefault("GITHUB_STEP_SUMMARY", ""))))
                .isLessThanOrEqualTo(1 << 20);
        assertThat(text("GITHUB_STEP_SUMMARY")).contains("the gate is closed").contains("Not shown");
    }

    @Test
    void nothingIsLeftBehindWhenNobodyWantsIt() throws IOException {
        Ran ran = check("--no-github");

        assertThat(ran.err()).isEmpty();
        assertThat(text("GITHUB_STEP_SUMMARY")).isEmpty();
        assertThat(text("GITHUB_OUTPUT")).isEmpty();
    }

    @Test
    void nothingIsLeftBehindElsewhere() throws IOException {
        environment.remove("GITHUB_ACTIONS");
        Ran ran = check();

        assertThat(ran.err()).isEmpty();
        assertThat(text("GITHUB_STEP_SUMMARY")).isEmpty();
    }

    @Test
    void filesThatAreNotThereAreSaidAndChangeNothing() throws IOException {
        for (String name : List.of("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
            Files.delete(Path.of(environment.getOrDefault(name, "")));
        }
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("The summary of the step was not written")
                .contains("The outputs of the step");
    }

    @Test
    void inputsThatCannotBeReadAreAnnotatedAndSummarised() throws IOException {
        Ran ran = check("--terraform", "nowhere", "--report", "json=-");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("::error title=cannot be read::").contains("\nerror: ");
        assertThat(text("GITHUB_STEP_SUMMARY")).contains("could not verify").contains("nowhere");
        assertThat(lines("GITHUB_OUTPUT")).contains("verdict=unverified");
    }

    @Test
    void aPassThatIsToBeQuietPrintsNothing() {
        Ran ran = run("check", "--quiet", "--deployed", "samples/hokusai/revision-151.json");

        assertThat(ran.all()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNoLink() throws IOException {
        environment.put("GITHUB_SERVER_URL", "javascript:alert(1)//");
        check();

        assertThat(text("GITHUB_STEP_SUMMARY")).contains("the gate is closed").doesNotContain("](");
    }

    private Ran check(String... more) {
        return run(Stream.concat(Stream.of("check", "--deployed", "samples/hokusai/revision-150.json"), Stream.of(more))
                .toArray(String[]::new));
    }

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--env-file", "samples/hokusai/.env.example"));
        if (!all.contains("--terraform")) {
            all.addAll(List.of("--terraform", "samples/hokusai"));
        }
        return Ran.with(
                AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1"),
                environment,
                Ran.REPOSITORY,
                all.toArray(String[]::new));
    }

    private void file(String variable) throws IOException {
        Path file = runner.resolve(variable);
        Files.createFile(file);
        environment.put(variable, file.toString());
    }

    private String text(String variable) throws IOException {
        return Files.readString(Path.of(environment.getOrDefault(variable, "")));
    }

    private List<String> lines(String variable) throws IOException {
        return text(variable).lines().toList();
    }
}
