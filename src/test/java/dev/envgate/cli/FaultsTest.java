package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS fails in every recorded way: the gate never opens, never closes for it, and says what to do. */
class FaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/aws-faults");

    /** Those that are an answer, and no failure to answer. */
    private static final List<String> ANSWERS = List.of("ecs-task-definition", "ecs-cluster-not-found", "sm-not-found");

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsUnverifiedAndNeverOpenNorClosed(Path fault) throws IOException {
        try (SmallAws aws = SmallAws.start(world())) {
            aws.spoil(operation(fault), _ -> true, Fault.response(Files.readAllBytes(fault)));
            Ran ran = check(aws.endpointUrl());

            assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
            assertThat(ran.out()).contains("not verified").contains("next: ");
            assertThat(ran.all()).doesNotContain("\tat ").doesNotContain("Exception:");
        }
    }

    /** Most mistakes of a caller have the code that a family without an ACTIVE revision has. */
    @ParameterizedTest
    @CsvSource({
        "Unable to describe task definition., 0",
        "Something else about the family is wrong., 3",
    })
    void aFamilyHasNoRevisionOnlyWhereEcsSaysSo(String says, int exit) throws IOException {
        String body = "{\"__type\":\"ClientException\",\"message\":\"" + says + "\"}";
        byte[] answer = ("HTTP/1.1 400 Bad Request\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        try (SmallAws aws = SmallAws.start(world())) {
            aws.spoil("ecs:DescribeTaskDefinition", call -> call == 2, Fault.response(answer));
            Ran ran = check(aws.endpointUrl());

            assertThat(ran.exit()).as(ran.all()).isEqualTo(exit);
            assertThat(ran.out().contains("next: check the names and the region"))
                    .isEqualTo(exit == 3);
        }
    }

    @Test
    void nobodyAnswersAtAll() {
        Ran ran = check("http://127.0.0.1:1");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("not verified").contains("next: ");
    }

    /** The fixed world, so that nothing but the fault can keep the gate shut. */
    private static World world() throws IOException {
        return World.parse(Files.readString(Path.of("samples/hokusai/world-fixed.json")));
    }

    private static Ran check(String endpoint) {
        AwsSettings settings = AwsSettings.forEndpoint(endpoint, "us-east-1").withAttempts(1);
        return Ran.with(
                settings,
                Map.of("LANG", "C.UTF-8"),
                Ran.REPOSITORY,
                "check",
                "--env-file",
                "samples/hokusai/.env.example",
                "--terraform",
                "samples/hokusai",
                "--timeout",
                "60");
    }

    private static String operation(Path fault) throws IOException {
        String name = name(fault);
        return Files.readAllLines(FAULTS.resolve("index.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals(name))
                .map(fields -> fields[1] + ":" + fields[2])
                .findFirst()
                .orElseThrow();
    }

    /** The faults of operations that a check makes. */
    private static Stream<Path> faults() throws IOException {
        List<String> made =
                List.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition", "secretsmanager:DescribeSecret");
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files
                    .filter(each -> each.toString().endsWith(".http") && !ANSWERS.contains(name(each)))
                    .filter(each -> made.contains(operationOf(each)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String operationOf(Path fault) {
        try {
            return operation(fault);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(Path fault) {
        return fault.getFileName().toString().replace(".http", "");
    }
}
