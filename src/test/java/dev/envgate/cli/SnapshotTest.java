package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The live side written down and read again: the same verdict, the same report, and no value. */
class SnapshotTest {
    private static final Path RULES = Path.of("src/test/resources/rules");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path directory;

    /** Every case of every rule that has an AWS. */
    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files
                    .filter(each -> each.getFileName().toString().equals("aws.json"))
                    .map(each -> each.resolveSibling(""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCheckOfTheSnapshotSaysWhatACheckOfAwsSays(Path folder) throws IOException {
        copy(folder);
        String world = Files.readString(folder.resolve("aws.json"));
        String region = JSON.readTree(world).path("region").asText();
        Path file = folder.resolve("arguments.txt");
        List<String> more = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Ran live;
        try (SmallAws aws = SmallAws.start(World.parse(world))) {
            live = Ran.against(aws, directory, arguments("check", region, more.toArray(String[]::new)));
            Ran made = Ran.against(
                    aws,
                    directory,
                    arguments("snapshot", region, with(asked(more), "-o", "snapshot.json", "--with-unknown")));
            assertThat(made.exit()).as(made.all()).isIn(0, 3);
        }
        Schemas.assertValid("snapshot", Files.readString(directory.resolve("snapshot.json")));
        Ran again = Ran.in(directory, arguments("check", region, with(more, "--snapshot", "snapshot.json")));

        assertThat(again.out()).isEqualTo(live.out());
        assertThat(again.exit()).isEqualTo(live.exit());
        assertThat(again.err())
                .startsWith("envgate: what AWS says is from the snapshot `snapshot.json`, which is 0 minutes");
    }

    /** Of the options of a check those that decide what AWS is asked. */
    private static List<String> asked(List<String> more) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i).equals("--deep")) {
                asked.add(more.get(i));
            } else if (List.of("--family", "--secret-prefix").contains(more.get(i))) {
                asked.addAll(more.subList(i, i + 2));
            }
        }
        return asked;
    }

    private static String[] with(List<String> some, String... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toArray(String[]::new);
    }

    private static String[] arguments(String command, String region, String... more) {
        Stream<String> report = command.equals("check") ? Stream.of("--report", "json=-") : Stream.of();
        return Stream.of(
                        Stream.of(command, "--env-file", ".env.example", "--terraform", ".", "--region", region),
                        report,
                        Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    @Test
    void noValueOfTheEnvironmentIsInIt() throws IOException {
        snapshot("planted-value-of-terraform", "planted-value-that-runs", Map.of());
        assertThat(read()).contains("LOG_LEVEL").doesNotContain("planted");
    }

    @Test
    void aValueThatHasDriftedIsSeenAndOneThatHasNotIsNot() throws IOException {
        snapshot("same", "same", Map.of());
        assertThat(check(Map.of()).out()).doesNotContain("value-drift");
        snapshot("one", "another", Map.of());
        assertThat(check(Map.of()).out()).contains("value-drift");
    }

    @Test
    void withAKeyOfTheEnvironmentOnlyWhoHasItCompares() throws IOException {
        Map<String, String> key = Map.of("ENVGATE_SNAPSHOT_KEY", KEY);
        snapshot("one", "another", key);
        assertThat(read()).doesNotContain(KEY);
        assertThat(check(key).out()).contains("value-drift");
        Ran without = check(Map.of());
        assertThat(without.out())
                .doesNotContain("value-drift")
                .contains("the values of `environment`")
                .contains("ENVGATE_SNAPSHOT_KEY");
        assertThat(without.exit()).isEqualTo(0);
        assertThat(check(Map.of(), "--require-verified").exit()).isEqualTo(3);
        Ran wrong = check(Map.of("ENVGATE_SNAPSHOT_KEY", KEY.replace('a', 'b')));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("was made with another key").doesNotContain(KEY);
    }

    @Test
    void aKeyThatAnybodyCanGuessIsRefused() throws IOException {
        Ran ran = snapshot("a", "b", Map.of("ENVGATE_SNAPSHOT_KEY", "short-key"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`ENVGATE_SNAPSHOT_KEY` is too short").doesNotContain("short-key");
        assertThat(directory.resolve("snapshot.json")).doesNotExist();
    }

    @Test
    void oneThatIsTooOldTellsNothing() throws IOException {
        snapshot("a", "a", Map.of());
        change("time", "2026-11-20T11:00:00Z");
        Ran ran = check(Map.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("which is 7 days old");
        assertThat(words(ran)).contains("The snapshot `snapshot.json` is 7 days old, and it may be 2 days old.");
        assertThat(check(Map.of(), "--max-age", "8d").exit()).isZero();
        assertThat(check(Map.of(), "--max-age", "soon").exit()).isEqualTo(2);
    }

    @Test
    void oneOfTheFutureTellsNothing() throws IOException {
        snapshot("a", "a", Map.of());
        change("time", "2026-11-27T12:04:00Z");
        assertThat(check(Map.of()).exit()).as("clocks that differ a little").isZero();
        change("time", "2199-01-01T00:00:00Z");
        Ran ran = check(Map.of(), "--max-age", "999999d");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("The snapshot `snapshot.json` says that it was made in the future");
    }

    @Test
    void oneOfAnotherRegionOrServiceTellsNothing() throws IOException {
        snapshot("a", "a", Map.of());
        Ran region = check(Map.of(), "--region", "eu-west-1");
        assertThat(region.exit()).isEqualTo(3);
        assertThat(words(region))
                .contains("is of the account `123456789012` in `us-east-1`, and `eu-west-1` is to be looked at.");
        Files.writeString(
                directory.resolve("main.tf"),
                Files.readString(directory.resolve("main.tf"))
                        .replace("= \"web\"\n  cluster", "= \"other\"\n  cluster"));
        Ran service = check(Map.of());
        assertThat(service.exit()).isEqualTo(3);
        assertThat(words(service)).contains("The snapshot `snapshot.json` was made without `other`.");
    }

    @Test
    void oneOfAnotherAccountTellsNothing() throws IOException {
        snapshot("a", "a", Map.of());
        Files.writeString(directory.resolve("envgate.yml"), """
                services:
                  web:
                    account: "210987654321"
                    service: web
                    cluster: shop
                """);
        try (SmallAws aws = SmallAws.start(world("a"))) {
            Ran made = Ran.against(aws, directory, arguments("snapshot", "us-east-1", "-o", "other.json"));
            assertThat(made.exit()).isEqualTo(3);
            assertThat(directory.resolve("other.json")).doesNotExist();
        }
        Files.writeString(
                directory.resolve("snapshot.json"), read().replace("\"service\": \"\"", "\"service\": \"web\""));
        Ran ran = check(Map.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("is of the account `123456789012` in `us-east-1`, and `210987654321` is to be");
    }

    @Test
    void aReferenceThatIsNewerThanTheSnapshotIsNotVerified() throws IOException {
        snapshot("a", "a", Map.of());
        Files.writeString(
                directory.resolve("main.tf"),
                Files.readString(directory.resolve("main.tf")).replace("/key", "/new"));
        Ran ran = check(Map.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("nothing referred to it when the snapshot was made");
    }

    @Test
    void whatCouldNotBeLookedAtKeepsTheOldSnapshot() throws IOException {
        snapshot("a", "a", Map.of());
        String before = read();
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/ssm-access-denied.http"));
        try (SmallAws aws = SmallAws.start(world("a"))) {
            aws.spoil("ssm:GetParameters", _ -> true, Fault.response(denied));
            Ran ran = Ran.against(aws, directory, arguments("snapshot", "us-east-1", "-o", "snapshot.json"));
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).contains("AWS denied `ssm:GetParameters`").contains("--with-unknown");
            assertThat(read()).isEqualTo(before);
            assertThat(Ran.against(
                                    aws,
                                    directory,
                                    arguments("snapshot", "us-east-1", "-o", "snapshot.json", "--with-unknown"))
                            .exit())
                    .isEqualTo(3);
        }
        Ran ran = check(Map.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("AWS denied `ssm:GetParameters`");
    }

    @Test
    void aSnapshotIsMadeOfAwsOnly() throws IOException {
        snapshot("a", "a", Map.of());
        for (List<String> option : List.of(List.of("--offline"), List.of("--snapshot", "snapshot.json"))) {
            Ran ran = Ran.in(
                    directory,
                    arguments(
                            "snapshot",
                            "us-east-1",
                            Stream.concat(Stream.of("-o", "x.json"), option.stream())
                                    .toArray(String[]::new)));
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("A snapshot is made of AWS");
        }
    }

    @Test
    void whatIsNoSnapshotIsRefusedWithThePlace() throws IOException {
        snapshot("a", "a", Map.of());
        String good = read();
        assertThat(refused("{")).contains("is not JSON");
        assertThat(refused("{}")).contains("no snapshot that this version");
        assertThat(refused(good.replace("\"salt\"", "\"pepper\"")))
                .contains("`key.salt` is missing or of another kind");
        assertThat(refused(good.replace("\"type\": \"running\"", "\"type\": \"walking\"")))
                .contains("`sights[0].deployment.type` is missing");
        assertThat(refused(good.replaceFirst("\"rolledBack\": false", "\"rolledBack\": \"no\"")))
                .contains("`sights[0].deployment.progress.rolledBack` is missing");
        assertThat(refused(good.replaceFirst(
                        "\"type\": \"inTaskDefinition\"",
                        "\"type\": \"inFile\", \"span\": {\"file\": {\"path\": \"x\"}}")))
                .contains("is missing or of another kind");
        Ran none = Ran.in(directory, arguments("check", "us-east-1", "--snapshot", "nowhere.json"));
        assertThat(none.exit()).isEqualTo(2);
    }

    private String refused(String text) throws IOException {
        Files.writeString(directory.resolve("snapshot.json"), text);
        Ran ran = check(Map.of());
        assertThat(ran.exit()).isEqualTo(2);
        return words(ran);
    }

    private static String words(Ran ran) {
        return ran.all().replaceAll("\\s+", " ");
    }

    private Ran snapshot(String configured, String running, Map<String, String> environment) throws IOException {
        Files.createDirectories(directory.resolve(".git"));
        Files.writeString(directory.resolve(".env.example"), "LOG_LEVEL=info\nKEY=your_key_here\n");
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_ecs_service" "web" {
                  name            = "web"
                  cluster         = "shop"
                  task_definition = aws_ecs_task_definition.web.arn
                }

                resource "aws_ecs_task_definition" "web" {
                  family                = "web"
                  execution_role_arn    = "arn:aws:iam::123456789012:role/start"
                  container_definitions = jsonencode([{
                    name        = "web"
                    environment = [{ name = "LOG_LEVEL", value = "%s" }]
                    secrets     = [{ name = "KEY", valueFrom = "/key" }]
                  }])
                }
                """.formatted(configured));
        try (SmallAws aws = SmallAws.start(world(running))) {
            return Ran.with(
                    AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1").withAttempts(1),
                    with(environment),
                    directory,
                    arguments("snapshot", "us-east-1", "-o", "snapshot.json"));
        }
    }

    private static World world(String value) {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1"}}}},
                 "taskDefinitions": [{"family": "web", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start",
                   "containerDefinitions": [{"name": "web", "environment": [{"name": "LOG_LEVEL", "value": "%s"}],
                   "secrets": [{"name": "KEY", "valueFrom": "/key"}]}]}],
                 "parameters": [{"name": "/key", "type": "String", "value": "planted-parameter"}]}
                """.formatted(value));
    }

    private Ran check(Map<String, String> environment, String... more) {
        return Ran.with(
                AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1"),
                with(environment),
                directory,
                Stream.concat(
                                Stream.of(
                                        "check",
                                        "-v",
                                        "--env-file",
                                        ".env.example",
                                        "--terraform",
                                        ".",
                                        "--snapshot",
                                        "snapshot.json"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Map<String, String> with(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LANG", "C.UTF-8");
        return all;
    }

    private String read() throws IOException {
        return Files.readString(directory.resolve("snapshot.json"));
    }

    private void change(String member, String text) throws IOException {
        assertThat(Instant.parse(JSON.readTree(read()).path(member).asText())).isNotNull();
        ObjectNode node = (ObjectNode) JSON.readTree(read());
        Files.writeString(
                directory.resolve("snapshot.json"), node.put(member, text).toString());
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(each -> !each.equals(folder)).toList()) {
                Path target = directory.resolve(folder.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
