package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;

/** What is asked of AWS: nothing but what the published list says, and each request counted. */
class OperationTest {
    private static final Path PAGE = Path.of("docs/aws-calls.md");

    @Test
    void thePublishedPageListsThem() throws IOException {
        String page = Files.readString(PAGE);
        int table = page.indexOf("| call |");
        String written = page.substring(0, table) + "| call | for |\n|---|---|\n"
                + Arrays.stream(Operation.values())
                        .map(each -> "| `" + each.call() + "` | " + each.purpose() + " |\n")
                        .sorted()
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void onlyReads(Operation operation) {
        assertThat(operation.call()).matches("[a-z0-9]+:(Describe|List|Get|Head|BatchGet|Simulate|Assume).*");
        assertThat(operation.purpose()).matches("[A-Z].*\\.");
        assertThat(Operation.of(
                        operation.call().split(":", 2)[0], operation.call().split(":", 2)[1]))
                .contains(operation);
    }

    @Test
    void whatIsNotListedIsNotSent() {
        try (SmallAws small = SmallAws.start(Facts.WORLD);
                Endpoint endpoint = Endpoint.at(small.endpointUrl())) {
            Action action = Action.of("ecs:DeleteCluster", "shop", "AWS");
            try (Calls calls = new Calls()) {
                DeleteClusterRequest delete =
                        DeleteClusterRequest.builder().cluster("shop").build();
                assertThat(calls.make(action, () -> endpoint.ecs().deleteCluster(delete))
                                .join())
                        .isInstanceOf(Answer.Failed.class);
            }
            assertThat(small.calls()).isEmpty();
        }
    }

    @Test
    void everyRequestIsCountedWithItsBytes() {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            Traffic traffic = look(small, 1);
            assertThat(traffic.lines().stream().mapToInt(Traffic.Line::requests).sum())
                    .isEqualTo(small.calls().size());
            assertThat(traffic.lines())
                    .extracting(Traffic.Line::operation)
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(small.calls().stream()
                            .map(Call::operation)
                            .distinct()
                            .toList());
            assertThat(traffic.lines()).allMatch(line -> line.bytes() > 20);
        }
    }

    @Test
    void aSecondAttemptIsARequestToo() {
        byte[] throttled = ("HTTP/1.1 400 -\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: 32\r\n\r\n"
                        + "{\"__type\":\"ThrottlingException\"}")
                .getBytes(StandardCharsets.US_ASCII);
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            small.spoil("ssm:GetParameters", call -> call == 1, Fault.response(throttled));
            Traffic traffic = look(small, 3);
            assertThat(traffic.lines())
                    .filteredOn(line -> line.operation().equals("ssm:GetParameters"))
                    .singleElement()
                    .returns(3, Traffic.Line::requests);
        }
    }

    private static Traffic look(SmallAws small, int attempts) {
        Traffic traffic = new Traffic(10_000);
        new Aws(
                        AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                                .withAttempts(attempts)
                                .withTimeout(Duration.ofSeconds(60)),
                        traffic)
                .observe(Facts.REQUEST);
        return traffic;
    }

    @Test
    void anotherAccountThanTheOneMeantIsAskedNothing() {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                            .withAccount("210987654321"))
                    .observe(Facts.REQUEST);
            assertThat(small.calls()).extracting(Call::operation).isEqualTo(List.of("sts:GetCallerIdentity"));
            assertThat(seen.deployments())
                    .allSatisfy(each -> assertThat(each.toString())
                            .contains("The credentials are those of the account `123456789012`, and the configuration"
                                    + " says `210987654321`."));
        }
    }
}
