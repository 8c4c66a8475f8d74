package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The incident, from its issue to the end of it, with a look of its own each time. */
class TrackIncidentTest {
    private static final Path HOKUSAI = Path.of("samples/hokusai");

    @Test
    void theIncidentHasAnIssueUntilItIsSeenToBeOver() throws IOException {
        try (GithubStandIn github = new GithubStandIn()) {
            Ran found = track(github, "world-incident.json");
            assertThat(found.exit()).as(found.all()).isZero();
            assertThat(github.issues).hasSize(1);
            GithubStandIn.Issue issue = github.issues.getFirst();
            assertThat(issue.title)
                    .isEqualTo("envgate: HUGGINGFACE_API_KEY in hokusai-api of hokusai-api-development (undeployed)");
            assertThat(issue.body).contains("data-pipeline-ecs-services.tf:243", "terraform apply");

            Ran again = track(github, "world-incident.json");
            assertThat(again.out()).contains("1 in step.");
            assertThat(github.writes()).isEqualTo(1);

            Ran blind = track(github, "world-fixed.json", "--offline");
            assertThat(blind.out()).contains("left alone", "#1", "whether it is gone is not known");
            assertThat(issue.state).isEqualTo("open");

            Ran over = track(github, "world-fixed.json");
            assertThat(over.exit()).as(over.all()).isZero();
            assertThat(over.out()).contains("closed", "#1");
            assertThat(issue.state).isEqualTo("closed");
            assertThat(github.comments).hasSize(1);

            assertThat(track(github, "world-incident.json").out()).contains("reopened", "#1");
            assertThat(issue.state).isEqualTo("open");
            assertThat(github.issues).hasSize(1);
            assertThat(github.faults).isEmpty();
        }
    }

    @Test
    void aRunThatCouldNotAskAwsEndsWithThree() throws IOException {
        try (GithubStandIn github = new GithubStandIn()) {
            track(github, "world-incident.json");
            Ran ran = Ran.with(
                    AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1").withAttempts(1),
                    new QuickTime(),
                    environment(github),
                    Ran.REPOSITORY,
                    arguments());

            assertThat(ran.exit()).isEqualTo(3);
            assertThat(github.issues.getFirst().state).isEqualTo("open");
        }
    }

    private static Map<String, String> environment(GithubStandIn github) {
        return Map.of(
                "LANG",
                "C.UTF-8",
                "GITHUB_API_URL",
                github.api(),
                "GITHUB_REPOSITORY",
                GithubStandIn.REPOSITORY,
                "GH_TOKEN",
                GithubStandIn.TOKEN);
    }

    private static Ran track(GithubStandIn github, String world, String... more) throws IOException {
        try (SmallAws aws = SmallAws.start(World.parse(Files.readString(HOKUSAI.resolve(world))))) {
            return Ran.with(
                    AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1").withTimeout(Duration.ofMinutes(2)),
                    new QuickTime(),
                    environment(github),
                    Ran.REPOSITORY,
                    arguments(Stream.concat(Stream.of("--timeout", "120"), Stream.of(more))
                            .toArray(String[]::new)));
        }
    }

    private static String[] arguments(String... more) {
        return Stream.concat(
                        List.of(
                                "track",
                                "github",
                                "--write",
                                "--env-file",
                                HOKUSAI + "/.env.example",
                                "--terraform",
                                HOKUSAI.toString())
                                .stream(),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
