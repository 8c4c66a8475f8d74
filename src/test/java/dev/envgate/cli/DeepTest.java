package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are read with {@code --deep} and not otherwise, each once, and nothing of any of them is to be seen anywhere. */
class DeepTest {
    private static final String PLANTED = "hunter2-PLANTED-4711";
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final List<String> READING = List.of("secretsmanager:GetSecretValue", "ssm:GetParameters");

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve(".env.example"), "# @secret\nUSER=\n# @secret\nTOKEN=\n");
        Files.writeString(
                directory.resolve("main.tf"), """
                resource "aws_ecs_task_definition" "app" {
                  family                = "app"
                  execution_role_arn    = "arn:aws:iam::123456789012:role/app"
                  container_definitions = jsonencode([{
                    name    = "app"
                    secrets = [%s]
                  }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """.formatted(entries("{ name = \"%s\", valueFrom = \"%s\" }")));
    }

    /** A good key, a missing one, a number, an object, a whole secret, one that is no JSON, one that is binary, and parameters. */
    private static String entries(String form) {
        return Stream.of(
                        List.of("USER", ARN + "json-AbCdEf:user::"),
                        List.of("NOWHERE", ARN + "json-AbCdEf:nowhere::"),
                        List.of("NUMBER", ARN + "json-AbCdEf:number::"),
                        List.of("OBJECT", ARN + "json-AbCdEf:object::"),
                        List.of("WHOLE", ARN + "json-AbCdEf"),
                        List.of("BROKEN", ARN + "plain-AbCdEf:user::"),
                        List.of("BINARY", ARN + "binary-AbCdEf"),
                        List.of("TOKEN", "/app/token"),
                        List.of("OTHER", "/app/other"))
                .map(each -> form.formatted(each.toArray()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static World world() {
        String json =
                "{\\\"user\\\": \\\"%1$s\\\", \\\"%1$s\\\": 1, \\\"number\\\": 47110000, \\\"object\\\": {\\\"%1$s\\\": 1}}";
        String world = """
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"main": {"services": {"app": {"taskDefinition": "app:7"}}}},
                 "taskDefinitions": [{"family": "app", "revision": 7, "containerDefinitions": [{"name": "app", "secrets": [%2$s]}]}],
                 "secrets": [
                  {"name": "json", "arn": "%3$sjson-AbCdEf", "versions": {"v": ["AWSCURRENT"]},
                   "values": {"v": {"SecretString": "JSON"}}},
                  {"name": "plain", "arn": "%3$splain-AbCdEf", "versions": {"v": ["AWSCURRENT"]},
                   "values": {"v": {"SecretString": "{%1$s"}}},
                  {"name": "binary", "arn": "%3$sbinary-AbCdEf", "versions": {"v": ["AWSCURRENT"]},
                   "values": {"v": {"SecretBinary": "aHVudGVyMg=="}}}],
                 "parameters": [{"name": "/app/token", "type": "SecureString", "value": "%1$s"},
                  {"name": "/app/other", "type": "String", "value": "%1$s"}]}
                """;
        return World.parse(world.replace("JSON", json)
                .formatted(PLANTED, entries("{\"name\": \"%s\", \"valueFrom\": \"%s\"}"), ARN));
    }

    @Test
    void noFormatShowsAnythingOfAValue() {
        try (SmallAws aws = SmallAws.start(world())) {
            for (String format : Reports.ALL.stream().map(Report::id).toList()) {
                assertHidden(Ran.against(aws, directory, "check", "--deep", "-v", "--report", format + "=-"), 1);
            }
            assertHidden(Ran.against(aws, directory, "show", "stored", "--deep"), 0);
            assertHidden(Ran.against(aws, directory, "show", "stored", "--deep", "--format", "json"), 0);
            assertHidden(Ran.against(aws, directory, "explain", "USER", "--deep"), 0);
        }
    }

    @Test
    void theReportSaysThatValuesWereRead() {
        try (SmallAws aws = SmallAws.start(world())) {
            assertThat(Ran.against(aws, directory, "check", "--deep").out())
                    .contains("values were read (deep)")
                    .contains("[secret-key-missing] NOWHERE")
                    .contains("[secret-not-json] BROKEN")
                    .contains("[secret-value-shape] BINARY")
                    .contains("[secret-value-shape] NUMBER")
                    .contains("[secret-value-shape] OBJECT");
            assertThat(Ran.against(aws, directory, "check", "--deep", "--report", "json=-")
                            .out())
                    .contains("\"deep\" : true");
        }
    }

    @Test
    void everySecretIsReadOnce() {
        try (SmallAws aws = SmallAws.start(world())) {
            Ran.against(aws, directory, "check", "--deep");
            assertThat(reads(aws))
                    .map(Call::targets)
                    .containsExactlyInAnyOrder(
                            List.of(ARN + "json-AbCdEf"),
                            List.of(ARN + "plain-AbCdEf"),
                            List.of(ARN + "binary-AbCdEf"),
                            List.of("/app/token", "/app/other"));
        }
    }

    @Test
    void withoutTheOptionNoValueIsReadAndNothingIsMissed() {
        try (SmallAws aws = SmallAws.start(world())) {
            Ran ran = Ran.against(aws, directory, "check", "--require-verified");
            assertThat(reads(aws)).isEmpty();
            assertThat(ran.out()).doesNotContain("deep").contains("everything verified");
        }
    }

    @Test
    void aSnapshotThatWasMadeWithoutValuesLeavesThemUnknown() {
        try (SmallAws aws = SmallAws.start(world())) {
            Ran.against(aws, directory, "snapshot", "-o", "snapshot.json");
            Ran.against(aws, directory, "snapshot", "-o", "deep.json", "--deep");
        }
        Ran plain = Ran.in(directory, "check", "--snapshot", "snapshot.json");
        Ran shallow = Ran.in(directory, "check", "--snapshot", "snapshot.json", "--deep");
        Ran deep = Ran.in(directory, "check", "--snapshot", "deep.json", "--deep");

        assertThat(plain.out()).contains("everything verified");
        assertThat(shallow.out())
                .contains("the value of " + ARN)
                .contains("The snapshot was made without `--deep`")
                .doesNotContain("everything verified");
        assertThat(deep.out()).doesNotContain("made without `--deep`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--offline", "--deployed=deployed.json"})
    void whereAwsIsNotAskedTheValuesAreListedAsNotVerified(String instead) throws IOException {
        Files.writeString(directory.resolve("deployed.json"), """
                {"family": "app", "revision": 1, "containerDefinitions": [{"name": "app"}]}""");

        assertThat(Ran.in(directory, "check", "--deep", instead).out())
                .contains("the values of secrets and parameters: `--deep` reads them, and");
        assertThat(Ran.in(directory, "check", instead).out()).doesNotContain("the values of secrets and parameters");
    }

    /** Whatever answers in the place of AWS may hold the value too. */
    @Test
    void noErrorShowsAnythingOfAValue() {
        String quoted = "\"" + PLANTED;
        for (String answer : List.of(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(quoted.length(), quoted),
                "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"SecretString\": " + quoted,
                "HTTP/1.1 500 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(quoted.length(), quoted),
                PLANTED + "\r\n\r\n")) {
            try (SmallAws aws = SmallAws.start(world())) {
                Fault fault = (whole, client) -> {
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    client.close();
                };
                READING.forEach(operation -> aws.spoil(operation, times -> operation.startsWith("secrets"), fault));
                Ran ran = Ran.against(aws, directory, "check", "--deep", "-v");
                assertHidden(ran, 3);
                assertThat(ran.out()).contains("the value of", ARN + "json-AbCdEf");
            }
        }
    }

    private static List<Call> reads(SmallAws aws) {
        return aws.calls().stream()
                .filter(call -> READING.contains(call.operation()))
                .filter(call -> call.operation().startsWith("secretsmanager")
                        || call.input().path("WithDecryption").asBoolean())
                .toList();
    }

    private static void assertHidden(Ran ran, int exit) {
        assertThat(ran.all())
                .isNotEmpty()
                .doesNotContain("hunter2")
                .doesNotContain("PLANTED")
                .doesNotContain("aHVudGVyMg")
                .doesNotContain("4711");
        assertThat(ran.exit()).as(ran.all()).isEqualTo(exit);
    }
}
