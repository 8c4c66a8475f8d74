package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Tasks;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that lack what was asked for, or refuse it for a reason of their own: neither says that a thing is gone or empty. */
class GapsInAnswersTest {
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1",
               "tasks": [{"taskDefinition": "web:1", "lastStatus": "RUNNING"}]}}}},
             "parameters": [{"name": "/shop/url", "type": "String", "value": "x"}],
             "taskDefinitions": [{"family": "web", "revision": 1, "containerDefinitions": [{"name": "web"}]}]}
            """);
    private static final String GONE =
            "{\"taskArns\": [\"arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef\"]}";
    private static final String NO_SERVICE =
            "{\"serviceArns\": [\"arn:aws:ecs:us-east-1:123456789012:service/shop/gone\"]}";

    @Test
    void aTaskThatIsMissingHasGone() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:ListTasks", call -> true, json(GONE));
            assertThat(tasks(small)).isEqualTo(new Tasks.Seen(List.of()));
        }
    }

    @Test
    void aTaskThatFailedForAnotherReasonHasNot() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:ListTasks", call -> true, json(GONE));
            small.spoil("ecs:DescribeTasks", call -> true, instead("MISSING", "ANOTHER"));
            assertThat(tasks(small)).isInstanceOf(Tasks.NotSeen.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastStatus", "taskDefinitionArn"})
    void aTaskThatDoesNotSayWhatItRunsWasNotDescribed(String member) {
        try (SmallAws small = SmallAws.start(WORLD)) {
            assertThat(tasks(small))
                    .isInstanceOfSatisfying(
                            Tasks.Seen.class, seen -> assertThat(seen.running()).hasSize(1));
        }
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:DescribeTasks", call -> true, instead("\"" + member, "\"x" + member.substring(1)));
            assertThat(tasks(small)).isInstanceOf(Tasks.NotSeen.class);
        }
    }

    @Test
    void aParameterWithoutAValueIsNotEmpty() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ssm:GetParameters", call -> true, instead("\"Value\"", "\"Other\""));
            Reference reference = Reference.parse("/shop/url");
            Observation seen = observe(
                    small,
                    new Request(
                            List.of(),
                            List.of(reference),
                            new Request.Files.Asked(List.of()),
                            List.of(),
                            true,
                            List.of()));
            assertThat(seen.stores().of(reference))
                    .isInstanceOfSatisfying(
                            Stored.Exists.class,
                            exists -> assertThat(exists.contents()).isInstanceOf(Contents.NotSeen.class));
        }
    }

    @Test
    void whetherAServiceIsMeantIsAGapWhereItsTagsWereRefused() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:ListServices", call -> true, json(NO_SERVICE));
            assertThat(tagged(small).gaps()).isEmpty();
        }
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("ecs:ListServices", call -> true, json(NO_SERVICE));
            small.spoil("ecs:DescribeServices", call -> true, instead("MISSING", "ANOTHER"));
            assertThat(tagged(small).gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.what()).contains("gone of shop"));
        }
    }

    private static Inventory tagged(SmallAws small) {
        Asked<Inventory> asked = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withTimeout(Duration.ofSeconds(60)))
                .services(List.of(), Map.of("team", "shop"));
        return ((Asked.Got<Inventory>) asked).value();
    }

    private static Tasks tasks(SmallAws small) {
        return ((Deployment.Running) observe(small, new Request(List.of(new Query.Service("shop", "web")), List.of()))
                        .deployments()
                        .getFirst())
                .progress()
                .tasks();
    }

    private static Observation observe(SmallAws small, Request request) {
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1").withTimeout(Duration.ofSeconds(60)))
                .observe(request);
    }

    private static Fault json(String body) {
        return Fault.response(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer with a word for another of the same length. */
    private static Fault instead(String word, String other) {
        return (answer, client) -> {
            client.getOutputStream()
                    .write(new String(answer, StandardCharsets.UTF_8)
                            .replace(word, other)
                            .getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        };
    }
}
