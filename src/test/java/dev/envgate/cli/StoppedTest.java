package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a task stopped, word by word. */
class StoppedTest {
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"harbour": {"services": {"cranes": {"taskDefinition": "cranes:4", "tasks": [
               {"taskDefinition": "cranes:4"},
               {"taskDefinition": "cranes:5", "lastStatus": "STOPPED", "stoppedReason":
                "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /harbour/tides"},
               {"taskDefinition": "cranes:5", "lastStatus": "STOPPED", "stoppedReason":
                "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /harbour/tides"},
               {"taskDefinition": "cranes:3", "lastStatus": "STOPPED", "stoppedReason": "Essential container in task exited",
                "containers": [{"name": "app", "exitCode": 1, "reason": "something new\\u001b[31m"}]}]}}}},
             "taskDefinitions": []}
            """);

    private static final String TIDES = """
              parameter-not-found  There is no parameter `/harbour/tides` in that region.
              next: make it, or correct the `valueFrom`; a name without an ARN is looked for in the region of the task.
              more: envgate rules parameter-not-found
            """;

    @TempDir
    private Path temporary;

    @Test
    void aTaskIsExplainedByItsArn() {
        Ran ran = ran("explain", "--stopped-task", "arn:aws:ecs:us-east-1:123456789012:task/harbour/cranes-1");
        assertThat(ran.out()).isEqualTo("task cranes-1 · cranes:5\n" + TIDES);
        assertThat(ran.exit()).isZero();
    }

    @Test
    void theTasksOfAServiceAreExplainedTogetherWhereTheySayTheSame() {
        Ran ran = ran("explain", "--stopped", "--cluster", "harbour", "--service", "cranes");
        assertThat(ran.out()).isEqualTo("task cranes-1 and 1 more · cranes:5\n" + TIDES + """
                task cranes-3 · cranes:3
                  cause  The application ended by itself.
                  next: read its log; run `envgate check`, for a missing variable shows like this.
                  not known  app: envgate does not know what this message means: something new\\u{1b}[31m
                  next: read the log of the container and the events of the service.
                """);
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aTaskThatEcsNoLongerTellsOfIsNotVerified() {
        Ran ran = ran("explain", "--stopped-task", "arn:aws:ecs:us-east-1:123456789012:task/harbour/gone");
        assertThat(ran.out()).contains("not there any more").contains("about an hour");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void anAwsThatDoesNotAnswerIsNotVerified() {
        Ran ran = Ran.in(
                temporary, "explain", "--stopped-task", "arn:aws:ecs:us-east-1:123456789012:task/harbour/cranes-1");
        assertThat(ran.err()).contains("cannot be connected to");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void whatIsNoTaskIsRefused() {
        assertThat(ran("explain", "--stopped-task", "cranes-1").exit()).isEqualTo(2);
        assertThat(ran("explain", "--stopped", "--service", "cranes").exit()).isEqualTo(2);
        assertThat(ran("explain").err()).contains("nothing to explain");
    }

    @Test
    void aPastedMessageIsExplainedOffline() {
        Ran ran = Ran.in(temporary, "why", "ResourceInitializationError:", "invalid parameters: /harbour/tides");
        assertThat(ran.out()).isEqualTo(TIDES);
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aMessageThatIsNotKnownSaysSo() {
        Ran ran = Ran.in(temporary, "why", "the moon is full");
        assertThat(ran.out()).contains("envgate does not know what this message means: the moon is full");
        assertThat(ran.exit()).isEqualTo(3);
    }

    private Ran ran(String... arguments) {
        try (SmallAws aws = SmallAws.start(WORLD)) {
            Ran ran = Ran.against(aws, temporary, arguments);
            assertThat(aws.unknownOperations()).isEmpty();
            assertThat(ran.all().getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 27);
            return ran;
        }
    }
}
