package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Kept;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores with more under a prefix than one page lists. */
class ListingsTest {
    private static final Fault BROKEN =
            Fault.response("HTTP/1.1 500 -\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @EnumSource
    void everyPageIsReadAndNothingUnderAnotherPrefix(Kept.Store store) {
        try (SmallAws small = SmallAws.start(world())) {
            assertThat(look(small, store))
                    .isInstanceOfSatisfying(
                            Kept.Listed.class,
                            listed -> assertThat(listed.items())
                                    .hasSize(230)
                                    .allMatch(each -> each.name().startsWith("/shop/")
                                            && each.store() == store
                                            && each.arn().region().equals("us-east-1")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatCouldNotBeReadMakesTheListUnknown(Kept.Store store) {
        try (SmallAws small = SmallAws.start(world())) {
            small.spoil(operation(store), call -> call > 1, BROKEN);
            assertThat(look(small, store))
                    .isInstanceOfSatisfying(
                            Kept.NotSeen.class, seen -> assertThat(seen.why()).contains("`" + operation(store) + "`"));
        }
    }

    @Test
    void withoutAPrefixNothingIsListed() {
        try (SmallAws small = SmallAws.start(world())) {
            new Aws(settings(small)).observe(new Request(List.of(new Query.Family("nobody")), List.of()));
            assertThat(small.calls())
                    .noneMatch(call -> call.operation().equals("secretsmanager:ListSecrets")
                            || call.operation().equals("ssm:DescribeParameters"));
        }
    }

    private static String operation(Kept.Store store) {
        return switch (store) {
            case SECRETS_MANAGER -> "secretsmanager:ListSecrets";
            case PARAMETER_STORE -> "ssm:DescribeParameters";
        };
    }

    private static Kept look(SmallAws small, Kept.Store store) {
        return new Aws(settings(small))
                .observe(new Request(
                        List.of(), List.of(), new Request.Files.Asked(List.of()), List.of(), false, List.of("/shop/")))
                .stores()
                .kept(store, "/shop/");
    }

    private static AwsSettings settings(SmallAws small) {
        return AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1").withAttempts(1);
    }

    private static World world() {
        String secrets = IntStream.range(0, 460)
                .mapToObj(i -> """
                        {"name": "/%1$s/%2$d", "arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:/%1$s/%2$d-AbCdEf"}""".formatted(i % 2 == 0 ? "shop" : "office", i))
                .collect(Collectors.joining(","));
        String parameters = IntStream.range(0, 460)
                .mapToObj(i -> """
                        {"name": "/%s/%d", "value": "x"}""".formatted(i % 2 == 0 ? "shop" : "office", i))
                .collect(Collectors.joining(","));
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "secrets": [%s], "parameters": [%s]}""".formatted(secrets, parameters));
    }
}
