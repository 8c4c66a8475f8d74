package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every service that AWS or Terraform has, in one run. */
class EverythingTest {
    private static final String SERVICE = """
        resource "aws_ecs_task_definition" "%1$s" {
          family                = "%1$s"
          container_definitions = jsonencode([{ name = "%1$s", environment = [{ name = "LOG_LEVEL", value = "info" }] }])
        }

        resource "aws_ecs_service" "%1$s" {
          name            = "%1$s"
          cluster         = "%2$s"
          task_definition = aws_ecs_task_definition.%1$s.arn
        }
        """;

    private static final World WORLD = World.parse("""
        {"account": "123456789012", "region": "us-east-1",
         "clusters": {
           "farm": {"services": {"barn": {"taskDefinition": "barn:1"}, "tractor": {"taskDefinition": "tractor:1"}}},
           "mill": {"services": {"wheel": {"taskDefinition": "wheel:1"}}}},
         "taskDefinitions": [
           {"family": "barn", "revision": 1, "containerDefinitions": [
             {"name": "barn", "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]},
           {"family": "wheel", "revision": 1, "containerDefinitions": [{"name": "wheel"}]},
           {"family": "tractor", "revision": 1, "containerDefinitions": [{"name": "tractor"}]}]}
        """);

    @TempDir
    private Path repository;

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve(".env.example"), "LOG_LEVEL=info\n");
        Files.writeString(
                repository.resolve("main.tf"),
                SERVICE.formatted("barn", "farm")
                        + SERVICE.formatted("wheel", "mill")
                        + SERVICE.formatted("plough", "farm"));
    }

    @Test
    void servicesOfAllClustersAndThoseOfTerraformAreJudged() {
        Ran ran = ran("check", "--all");
        assertThat(ran.out())
                .contains("envgate: closed", "3 services")
                .contains("error[undeployed] LOG_LEVEL")
                .contains("There is no service `plough` in the cluster `farm`")
                .contains("tractor in farm: AWS has the service, and this Terraform does not");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void whatIsAboutOneServiceOrAsksNobodyRefusesIt() {
        for (String[] arguments : List.of(
                new String[] {"show", "configured", "--all"},
                new String[] {"show", "code", "--all"},
                new String[] {"docs", "-o", "-", "--all"},
                new String[] {"scaffold", "secret", "HAY_KEY", "--all"},
                new String[] {"explain", "--stopped", "--all"})) {
            Ran ran = ran(arguments);
            assertThat(ran.exit()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(ran.err()).contains("`--all` asks AWS which services there are, and ");
        }
    }

    @Test
    void aNameIsExplainedAndAChecklistMadeOfEveryService() {
        assertThat(ran("explain", "LOG_LEVEL", "--all").out()).contains("barn", "wheel", "plough");
        assertThat(ran("checklist", "--all").out()).contains("AWS has the service, and this Terraform does not");
    }

    @Test
    void theyAreRepairedInOneRun() throws IOException {
        Files.writeString(
                repository.resolve(".env.example"),
                "LOG_LEVEL=info\n# @required @service barn\nFIELDS=\n# @required @service wheel\nSTONES=\n");

        Ran ran = ran("fix", "--all", "--value", "FIELDS=7", "--value", "STONES=2", "--write");

        assertThat(ran.out()).contains("not-configured] FIELDS in barn", "not-configured] STONES in wheel");
        assertThat(Files.readString(repository.resolve("main.tf")))
                .containsOnlyOnce("{ name = \"FIELDS\", value = \"7\" }")
                .containsOnlyOnce("{ name = \"STONES\", value = \"2\" }");
        assertThat(ran("check", "--all").out()).doesNotContain("not-configured");
    }

    @Test
    void aRepairDoesNotPassOverAListThatDidNotCome() throws IOException {
        Files.writeString(repository.resolve("main.tf"), SERVICE.formatted("barn", "farm"));
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/ecs-access-denied.http"));
        assertThat(ran("fix", "--all").exit()).isEqualTo(0);
        try (SmallAws aws = SmallAws.start(WORLD)) {
            aws.spoilThose(
                    "ecs:ListServices",
                    call -> call.input().path("cluster").asText().endsWith("mill"),
                    Fault.response(denied));
            Ran ran = Ran.against(aws, repository, "fix", "--all");
            assertThat(ran.out()).contains("not verified: AWS denied `ecs:ListServices`");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
        }
    }

    @Test
    void whatTheyShareIsReadOnceForAll() throws Misuse {
        try (SmallAws aws = SmallAws.start(WORLD)) {
            List<Facts> facts = gathered(aws).facts();
            assertThat(facts).hasSize(3);
            assertThat(facts).allSatisfy(each -> {
                assertThat(each.configuration()).isSameAs(facts.getFirst().configuration());
                assertThat(each.contract()).isSameAs(facts.getFirst().contract());
            });
        }
    }

    private Gathering.Gathered gathered(SmallAws aws) throws Misuse {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, Map.of(), repository, false, Instant.EPOCH);
        ConfigOptions config = new ConfigOptions();
        return new Gathering(
                        console,
                        ConfigFile.find(config, console),
                        config,
                        CommandLine.populateCommand(new InputOptions(), "--all"),
                        new AwsOptions(),
                        AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1").withAttempts(1))
                .gather();
    }

    @Test
    void aClusterNarrowsThem() {
        Ran ran = ran("check", "--all", "--cluster", "mill");
        assertThat(ran.out())
                .contains("wheel · running revision 1")
                .doesNotContain("barn")
                .doesNotContain("plough");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void aServiceOfTerraformThatNobodyCanNameIsNotVerified() throws IOException {
        Files.writeString(
                repository.resolve("more.tf"),
                SERVICE.formatted("silo", "farm").replace("name            = \"silo\"", "name = \"silo-${var.size}\"")
                        + SERVICE.formatted("sails", "mill")
                                .replace("name            = \"sails\"", "name = \"wh${var.end}\"")
                        + "variable \"size\" {}\nvariable \"end\" {}\n");

        Ran ran = ran("check", "--all");

        assertThat(ran.out())
                .contains("aws_ecs_service.silo: The files do not decide what the service is called")
                .doesNotContain("aws_ecs_service.sails:");
        assertThat(ran("check", "--all", "--cluster", "mill").out()).doesNotContain("aws_ecs_service.silo:");
    }

    @Test
    void aListThatDoesNotComeIsNotVerified() {
        Ran ran = Ran.in(repository, "check", "--all");
        assertThat(ran.out()).contains("further clusters", "cannot be");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void whatContradictsItIsRefused() {
        assertThat(ran("check", "--all", "--service", "barn").exit()).isEqualTo(2);
        assertThat(ran("check", "--all", "--family", "barn").exit()).isEqualTo(2);
        assertThat(ran("check", "--all", "--offline").exit()).isEqualTo(2);
    }

    @Test
    void whereNobodySaysWhoIsAskingTheArnsOfTheListTellAnotherAccount() throws IOException {
        Files.writeString(repository.resolve("envgate.yml"), "environments: {prod: {account: \"210987654321\"}}\n");
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/sts-invalid-token.http"));
        try (SmallAws aws = SmallAws.start(WORLD)) {
            aws.spoil("sts:GetCallerIdentity", call -> true, Fault.response(denied));
            Ran ran = Ran.against(aws, repository, "check", "--all");
            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
            assertThat(ran.out().replaceAll("\\s+", " "))
                    .contains("The credentials are those of the account `123456789012`, and the configuration says"
                            + " `210987654321`.")
                    .doesNotContain("tractor");
        }
    }

    @Test
    void whereTheArnsTellTheAccountThatIsMeantTheListStands() throws IOException {
        Files.writeString(repository.resolve("envgate.yml"), "environments: {prod: {account: \"123456789012\"}}\n");
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/sts-invalid-token.http"));
        try (SmallAws aws = SmallAws.start(WORLD)) {
            aws.spoil("sts:GetCallerIdentity", call -> true, Fault.response(denied));
            Ran ran = Ran.against(aws, repository, "check", "--all");
            assertThat(ran.out()).contains("error[undeployed] LOG_LEVEL", "tractor in farm");
        }
    }

    private Ran ran(String... arguments) {
        try (SmallAws aws = SmallAws.start(WORLD)) {
            Ran ran = Ran.against(aws, repository, arguments);
            assertThat(aws.unknownOperations()).isEmpty();
            return ran;
        }
    }
}
