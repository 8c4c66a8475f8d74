package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Conditions;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.Throttle;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String HOME = "123456789012";
    private static final String ABROAD = "210987654321";

    /** One service in each of two accounts and regions; only the second has the parameter that both name without a region. */
    private static SmallAws twoPlaces() {
        World home = place(HOME, "us-east-1", "\"parameters\": []");
        World abroad = place(
                ABROAD,
                "eu-west-1",
                "\"parameters\": [{\"name\": \"/key\", \"type\": \"String\", \"value\": \"planted-value\"}]");
        return SmallAws.start(
                call -> call.accessKey().endsWith(ABROAD) ? abroad : home,
                Conditions.real(Duration.ZERO, new Throttle(() -> 0)));
    }

    private static World place(String account, String region, String more) {
        return World.parse("""
            {"account": "%s", "region": "%s", "clusters": {"shop": {"services": {"app": {"taskDefinition": "app:1"}}}},
             "taskDefinitions": [{"family": "app", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start", "containerDefinitions": [{"name": "app",
               "environment": [{"name": "LOG_LEVEL", "value": "info"}], "secrets": [{"name": "KEY", "valueFrom": "/key"}]}]}], %s}
            """.formatted(account, region, more));
    }

    private static String twoEnvironments(String accountAbroad, String regionAbroad) {
        return """
            environments:
              home: {account: "%1$s", region: us-east-1, role: "arn:aws:iam::%1$s:role/reader"}
              abroad: {account: "%2$s", region: %4$s, role: "arn:aws:iam::%3$s:role/reader"}
            services:
              app: {contract: .env.example, terraform: infra, service: app, cluster: shop}
            """.formatted(HOME, accountAbroad, ABROAD, regionAbroad);
    }

    @Test
    void inTwoAccountsAndRegionsEachServiceIsJudgedByItsOwnAndANameWithoutARegionIsThatOfItsService()
            throws IOException {
        write("envgate.yml", twoEnvironments(ABROAD, "eu-west-1"));
        try (SmallAws aws = twoPlaces()) {
            Ran ran = Ran.against(aws, repository, "check", "--report", "json=-");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
            JsonNode report = new JsonMapper().readTree(ran.out());
            assertThat(report.path("findings").valueStream())
                    .filteredOn(each -> each.path("severity").asText().equals("error"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.path("rule").asText()).isEqualTo("parameter-not-found"))
                    .satisfies(each ->
                            assertThat(each.path("environment").asText()).isEqualTo("home"));
            assertThat(report.path("notVerified").toString()).doesNotContain("\"deployed\"", "/key");
            assertThat(aws.calls())
                    .filteredOn(call -> call.operation().equals("ssm:GetParameters"))
                    .extracting(call -> call.region() + " " + call.accessKey())
                    .containsExactlyInAnyOrder("us-east-1 ASSUMED" + HOME, "eu-west-1 ASSUMED" + ABROAD);
        }
    }

    @Test
    void whatIsWrongInOnePlaceTakesNothingAwayFromTheOther() throws IOException {
        for (String[] wrong : new String[][] {
            {HOME, "eu-west-1", "The credentials are those of the account `" + ABROAD + "`"},
            {ABROAD, "eu-central-1", "There is no cluster `shop` in this account and region"}
        }) {
            write("envgate.yml", twoEnvironments(wrong[0], wrong[1]));
            try (SmallAws aws = twoPlaces()) {
                Ran ran = Ran.against(aws, repository, "check");
                assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
                assertThat(ran.out().replaceAll("\\s+", " "))
                        .contains("error[parameter-not-found] KEY")
                        .contains("app (abroad): " + wrong[2])
                        .doesNotContain("app (home): The credentials", "app (home): There is no cluster");
            }
        }
    }

    @Test
    void aClusterThatIsNamedByItsArnSaysTheRegionOfNamesThatHaveNone() throws IOException {
        String cluster = "arn:aws:ecs:eu-west-1:" + ABROAD + ":cluster/shop";
        try (SmallAws aws = SmallAws.start(place(
                ABROAD,
                "eu-west-1",
                "\"parameters\": [{\"name\": \"/key\", \"type\": \"String\", \"value\": \"planted-value\"}]"))) {
            Ran ran = Ran.against(aws, repository, "check", "--cluster", cluster, "--service", "app");
            assertThat(ran.exit()).as(ran.all()).isZero();
            assertThat(aws.calls())
                    .filteredOn(call -> !call.operation().startsWith("iam:"))
                    .allSatisfy(call -> assertThat(call.region()).isEqualTo("eu-west-1"));
            assertThat(ran.out()).contains("eu-west-1 · " + ABROAD);
        }
    }

    @Test
    void theAccountOfAClusterThatIsNamedByItsArnIsTheOneThatIsMeant() throws IOException {
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(
                    aws,
                    repository,
                    "check",
                    "--cluster",
                    "arn:aws:ecs:us-east-1:" + ABROAD + ":cluster/shop",
                    "--service",
                    "service-1");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
            assertThat(ran.out().replaceAll("\\s+", " "))
                    .contains("The credentials are those of the account `123456789012`")
                    .contains("aws sts get-caller-identity");
            assertThat(aws.calls()).extracting(Call::operation).containsOnly("sts:GetCallerIdentity");
        }
    }

    @Test
    void aReferenceToAnotherRegionIsLookedUpThere() throws IOException {
        write(
                "infra/main.tf",
                Files.readString(repository.resolve("infra/main.tf"))
                        .replace("\"/key\"", "\"arn:aws:ssm:eu-west-1:123456789012:parameter/key\""));
        try (SmallAws aws = SmallAws.start(world())) {
            Ran.against(aws, repository, "check", "--cluster", "shop", "--service", "service-1");
            assertThat(aws.calls())
                    .filteredOn(call -> call.operation().equals("ssm:GetParameters"))
                    .extracting(call -> call.region() + " " + call.targets())
                    .containsExactlyInAnyOrder(
                            "us-east-1 [/key]", "eu-west-1 [arn:aws:ssm:eu-west-1:123456789012:parameter/key]");
        }
    }

    /** Each command that asks AWS. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "fix",
                "smoke",
                "checklist",
                "compare one two",
                "snapshot -o s.json",
                "explain KEY",
                "show deployed --environment one"
            })
    void anotherAccountOrRegionIsSaidWithTheNextCommandByEveryCommand(String command) throws IOException {
        for (String[] wrong : new String[][] {
            {ABROAD, "us-east-1", "The credentials are those of the account `123456789012`"},
            {HOME, "eu-west-1", "There is no cluster `shop` in this account and region"}
        }) {
            write("envgate.yml", """
                environments: {one: {}, two: {}}
                services:
                  app:
                    contract: .env.example
                    terraform: infra
                    service: service-1
                    cluster: shop
                    account: "%s"
                    region: %s
                """.formatted(wrong[0], wrong[1]));
            try (SmallAws aws = SmallAws.start(world())) {
                Ran ran = Ran.against(aws, repository, command.split(" "));
                assertThat(ran.all().replaceAll("\\s+", " ")).contains(wrong[2], "aws sts get-caller-identity");
                assertThat(ran.exit()).as(ran.all()).isNotEqualTo(2);
            }
        }
    }

    @Test
    void aFileOfAnotherAccountOrRegionIsComparedWithNothing() throws IOException {
        write("envgate.yml", """
            services:
              app:
                contract: .env.example
                terraform: infra
                account: "%s"
                region: us-east-1
            """.formatted(HOME));
        for (String place : List.of("us-east-1:" + ABROAD, "eu-west-1:" + HOME)) {
            write(
                    "live.json",
                    definition("\"taskDefinitionArn\": \"arn:aws:ecs:" + place + ":task-definition/app:1\","));
            Ran ran = Ran.in(repository, "check", "--deployed", "live.json", "-v");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
            assertThat(ran.out().replaceAll("\\s+", " "))
                    .contains("The task definition `app:1` is `arn:aws:ecs:" + place)
                    .contains("`aws ecs describe-task-definition` with the profile and the region")
                    .doesNotContain("undeployed", "unmanaged");
        }
        for (String arn :
                List.of("\"taskDefinitionArn\": \"arn:aws:ecs:us-east-1:" + HOME + ":task-definition/app:1\",", "")) {
            write("live.json", definition(arn));
            assertThat(Ran.in(repository, "check", "--deployed", "live.json").out())
                    .contains("[undeployed]");
        }
    }

    private static String definition(String arn) {
        return "{%s \"family\": \"app\", \"revision\": 1, \"containerDefinitions\": [{\"name\": \"app\"}]}"
                .formatted(arn);
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
                    .contains("and 21 more: The credentials are those of the account `123456789012`, and the"
                            + " configuration says `210987654321`.")
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
                            %s\
                            """.formatted(i, i, more.of(i)))
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
