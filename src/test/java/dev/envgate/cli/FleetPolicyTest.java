package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the policies of a fleet against what it really asks: who runs it takes on the roles, and these may ask all that is asked, and nothing else. */
class FleetPolicyTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/envgate";
    private static final List<String> ALL =
            List.of("--all", "--account-roles", "roles.txt", "--regions", "us-east-1", "--cluster", "m*");

    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("roles.txt"), ROLE + "\n");
    }

    @Test
    void servicesThatAreLookedForNeedWhatIsAsked() throws IOException {
        assertAsked(ALL);
        assertThat(resources(with(ALL, "--of-roles"), "Services")).containsExactly("arn:aws:ecs:*:*:service/m*/*");
    }

    @Test
    void optionsThatAskForMoreNeedMore() throws IOException {
        assertAsked(with(ALL, "--image-env"));
        assertAsked(with(ALL, "--no-env-files"));
        Set<String> deep = actions(with(ALL, "--of-roles", "--deep"));
        assertThat(deep.remove("kms:Decrypt")).as("done for the caller").isTrue();
        assertThat(deep).isEqualTo(asked(with(ALL, "--deep")));
    }

    @Test
    void aRepositoryNeedsWhatItRefersToInTheRoleThatItNames() throws IOException {
        repository("    role: " + ROLE + "\n");
        assertAsked(List.of());
        assertThat(resources(List.of("--of-roles"), "Parameters"))
                .singleElement()
                .asString()
                .endsWith(":123456789012:parameter/app/url");
    }

    @Test
    void whoReadsWithoutARoleNeedsItAll() throws IOException {
        repository("");
        assertThat(actions(List.of()))
                .contains("ssm:GetParameters", "ecs:DescribeServices")
                .doesNotContain("sts:AssumeRole");
        Ran ran = Ran.in(root, "fleet", "iam-policy", "--of-roles");
        assertThat(ran.exit()).isEqualTo(ExitCode.MISUSE.number());
        assertThat(ran.err()).contains("No role is taken on");
        assertThat(Ran.in(root, "fleet", "iam-policy", "--offline").err()).contains("no permission is needed");
    }

    private void assertAsked(List<String> options) throws IOException {
        assertThat(actions(options)).containsExactly("sts:AssumeRole");
        assertThat(resources(options, "AssumeRoles")).containsExactly(ROLE);
        assertThat(actions(with(options, "--of-roles"))).isEqualTo(asked(options));
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    /** What is asked beside taking on the role, which has to be asked. */
    private Set<String> asked(List<String> options) {
        try (SmallAws aws = SmallAws.start(IamPolicyTest.world())) {
            Ran.against(aws, root, command("check", with(options, "--timeout", "300")));
            assertThat(aws.unknownOperations()).isEmpty();
            Set<String> asked = aws.calls().stream()
                    .map(Call::operation)
                    .filter(each -> !each.equals("sts:GetCallerIdentity") && !each.equals("ecr:Layer"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(asked.remove("sts:AssumeRole")).isTrue();
            return asked;
        }
    }

    private Set<String> actions(List<String> options) throws IOException {
        return statements(options).stream()
                .flatMap(each -> each.path("Action").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> resources(List<String> options, String sid) throws IOException {
        return statements(options).stream()
                .filter(each -> each.path("Sid").asText().equals(sid))
                .flatMap(each -> each.path("Resource").valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    private List<JsonNode> statements(List<String> options) throws IOException {
        Ran ran = Ran.in(root, command("iam-policy", options));
        assertThat(ran.exit()).as(ran.all()).isZero();
        return new JsonMapper()
                .readTree(ran.out())
                .path("Statement")
                .valueStream()
                .toList();
    }

    private static String[] command(String command, List<String> options) {
        return Stream.concat(Stream.of("fleet", command), options.stream()).toArray(String[]::new);
    }

    private void repository(String role) throws IOException {
        Path repository = Files.createDirectories(root.resolve("app"));
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve(".env.example"), "# @secret\nTOKEN=\n");
        Files.writeString(
                repository.resolve("envgate.yml"),
                "services:\n  app:\n    contract: [.env.example]\n    terraform: .\n    account: \"123456789012\"\n"
                        + role);
        Files.writeString(repository.resolve("main.tf"), """
                resource "aws_ecs_task_definition" "app" {
                  family                = "app"
                  execution_role_arn    = "arn:aws:iam::123456789012:role/app"
                  container_definitions = jsonencode([{
                    name             = "app"
                    secrets          = [{ name = "TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/token-AbCdEf" },
                                        { name = "URL", valueFrom = "/app/url" }]
                    environmentFiles = [{ type = "s3", value = "arn:aws:s3:::config/app.env" }]
                  }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """);
    }
}
