package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many services, several accounts: who is asked, how often, and as whom. */
class SeveralPlacesTest {
    private static final int SERVICES = 25;

    @TempDir
    private Path repository;

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        write(".env.example", "LOG_LEVEL=info\nKEY=your_key_here\n");
        write("infra/main.tf", """
                resource "aws_ecs_task_definition" "this" {
                  family                = "app"
                  execution_role_arn    = "arn:aws:iam::123456789012:role/start"
                  container_definitions = jsonencode([{ name = "app", environment = [{ name = "LOG_LEVEL", value = "info" }],
                    secrets = [{ name = "KEY", valueFrom = "/key" }] }])
                }
                """);
    }

    @Test
    void allServicesOfAPlaceAreAskedForTogetherAndEachThingOnce() throws IOException {
        write("envgate.yml", services(i -> ""));
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(aws, repository, "check", "--report", "json=-");
            assertThat(ran.exit()).as(ran.all()).isZero();
            assertThat(count(aws, "ecs:DescribeServices")).isEqualTo((SERVICES + 9) / 10);
            assertThat(count(aws, "ssm:GetParameters")).isEqualTo(1);
            assertThat(count(aws, "sts:GetCallerIdentity")).isEqualTo(1);
            // The revision that runs, and the newest one of its family.
            assertThat(count(aws, "ecs:DescribeTaskDefinition")).isEqualTo(2);
        }
    }

    @Test
    void everyAccountIsAskedWithItsOwnRoleAndOnlyForWhatIsInIt() throws IOException {
        write("envgate.yml", services(i -> "    role: arn:aws:iam::123456789012:role/reader-" + i % 2 + "\n"));
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(aws, repository, "check", "--external-id", "given", "--role-session-name", "gate");
            assertThat(ran.exit()).as(ran.all()).isZero();
            assertThat(aws.calls())
                    .filteredOn(call -> call.operation().equals("sts:AssumeRole"))
                    .extracting(call -> call.targets().getFirst())
                    .containsExactlyInAnyOrder(
                            "arn:aws:iam::123456789012:role/reader-0", "arn:aws:iam::123456789012:role/reader-1");
            assertThat(aws.calls())
                    .filteredOn(call -> call.operation().equals("sts:AssumeRole"))
                    .allSatisfy(call -> assertThat(call.input().toString())
                            .contains("\"ExternalId\":\"given\"", "\"RoleSessionName\":\"gate\""));
            assertThat(count(aws, "ecs:DescribeServices")).isEqualTo(2 + 2);
            assertThat(count(aws, "ssm:GetParameters")).isEqualTo(2);
        }
    }

    @Test
    void aServiceOfAnotherAccountIsUnverifiedAndTheOthersStand() throws IOException {
        write("envgate.yml", services(i -> i == 3 ? "    account: \"210987654321\"\n" : ""));
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(aws, repository, "check");
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out().replaceAll("\\s+", " "))
                    .contains(
                            "service-3: The credentials are those of the account `123456789012`, and the configuration"
                                    + " says `210987654321`.")
                    .contains("aws sts get-caller-identity")
                    .doesNotContain("service-4: The credentials");
        }
    }

    @Test
    void theAccountIsThatOfTheServicesWhereNobodySaysWhoIsAsking() throws IOException {
        write("envgate.yml", services(i -> "    account: \"210987654321\"\n"));
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/sts-invalid-token.http"));
        try (SmallAws aws = SmallAws.start(world())) {
            aws.spoil("sts:GetCallerIdentity", call -> true, Fault.response(denied));
            Ran ran = Ran.against(aws, repository, "check");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
            assertThat(ran.out().replaceAll("\\s+", " "))
                    .contains(
                            "and 21 more: The credentials are those of the account `123456789012`, and the configuration"
                                    + " says `210987654321`.")
                    .contains("0 names in step", "50 not verified")
                    .doesNotContain("app:1");
        }
    }

    @Test
    void aServiceThatIsCalledLikeItsFamilyAndDefinedElsewhereIsLookedForInTheClusterThatIsNamed() throws IOException {
        World world = World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"shop": {"services": {"app": {"taskDefinition": "app:1"}}}},
                 "taskDefinitions": [
                   {"family": "app", "revision": 1, "containerDefinitions": [{"name": "app",
                     "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]},
                   {"family": "app", "revision": 2, "containerDefinitions": [{"name": "app",
                     "environment": [{"name": "LOG_LEVEL", "value": "info"}], "secrets": [{"name": "KEY", "valueFrom": "/key"}]}]}],
                 "parameters": [{"name": "/key", "type": "String", "value": "planted-value"}]}
                """);
        try (SmallAws aws = SmallAws.start(world)) {
            Ran ran = Ran.against(aws, repository, "check", "--cluster", "shop", "--service", "app");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
            assertThat(ran.out()).contains("error[undeployed]");
        }
    }

    @Test
    void theTimingSaysWhatWasAskedAndTheReportIsTheSame() throws IOException {
        write("envgate.yml", services(i -> ""));
        try (SmallAws aws = SmallAws.start(world())) {
            Ran without = Ran.against(aws, repository, "check");
            Ran with = Ran.against(aws, repository, "check", "--timing");
            assertThat(with.out()).isEqualTo(without.out());
            assertThat(without.err()).isEmpty();
            assertThat(with.err())
                    .containsPattern(" 3 +\\d+ +\\d+ ms  ecs:DescribeServices\n")
                    .containsPattern("all together\n$");
            assertThat(Ran.in(repository, "check", "--offline", "--timing").err())
                    .isEqualTo("AWS was not asked.\n");
        }
    }

    @Test
    void whatCannotBeMeantIsMisuse() {
        assertThat(Ran.in(repository, "check", "--max-rate", "0"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("`--max-rate` must be between 1 and"));
        assertThat(Ran.in(repository, "check", "--external-id", "x"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(
                        ran -> assertThat(ran.err()).contains("none is assumed").contains("--role-arn"));
        assertThat(Ran.in(repository, "check", "--role-arn", "arn:x", "--role-session-name", "a b"))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("`--role-session-name`"));
    }

    private static long count(SmallAws aws, String operation) {
        return aws.calls().stream()
                .map(Call::operation)
                .filter(operation::equals)
                .count();
    }

    private interface More {
        String of(int service);
    }

    private static String services(More more) {
        return "services:\n"
                + IntStream.range(0, SERVICES)
                        .mapToObj(i -> """
                                  service-%d:
                                    contract: .env.example
                                    terraform: infra
                                    service: service-%d
                                    cluster: shop
                                %s""".formatted(i, i, more.of(i)))
                        .collect(Collectors.joining());
    }

    private static World world() {
        List<String> services = IntStream.range(0, SERVICES)
                .mapToObj("\"service-%d\": {\"taskDefinition\": \"app:1\"}"::formatted)
                .toList();
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"shop": {"services": {%s}}},
                 "taskDefinitions": [{"family": "app", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start", "containerDefinitions": [{"name": "app",
                   "environment": [{"name": "LOG_LEVEL", "value": "info"}], "secrets": [{"name": "KEY", "valueFrom": "/key"}]}]}],
                 "parameters": [{"name": "/key", "type": "String", "value": "planted-value"}]}
                """.formatted(String.join(", ", services)));
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
