package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays what goes wrong below HTTP at every operation. The time limits are there for a run that would never end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransportFaultsTest {
    private static final Duration RUN = Duration.ofSeconds(6);

    /** What is measured below is the waiting, and not the loading of classes. */
    @BeforeAll
    static void loadTheClasses() {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            assertThat(Facts.lookedUp(small.endpointUrl(), Duration.ofSeconds(60))
                            .unknown())
                    .isEmpty();
        }
    }

    static Stream<String> quick() {
        return Faults.quick().keySet().stream();
    }

    static Stream<String> slow() {
        return Faults.slow().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aBrokenCallTakesItsOwnFactsWithItAndNoOthers(String fault) {
        everyOperation(Faults.quick().getOrDefault(fault, (answer, client) -> {}), Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void aCallThatDoesNotEndTakesItsOwnFactsWithItAndNoOthersAndLeavesNoThread(String fault)
            throws InterruptedException {
        everyOperation(Faults.slow().getOrDefault(fault, (answer, client) -> {}), RUN);
        waitUntilNoThreadIsLeft();
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Facts facts = Facts.lookedUp("http://127.0.0.1:" + port, Duration.ofSeconds(60));
        assertThat(facts.seen()).isEmpty();
        assertThat(facts.unknown().values())
                .allSatisfy(whyAndHint -> assertThat(whyAndHint.getFirst())
                        .isEqualTo("`http://127.0.0.1:%d` cannot be connected to.".formatted(port)));
        assertThat(facts.observation().notVerified()).singleElement().returns("the AWS account", each -> each.what());
    }

    @Test
    void nobodyIsFoundUnderTheAddress() {
        Facts facts = Facts.lookedUp("http://nobody.invalid", Duration.ofSeconds(60));
        assertThat(facts.seen()).isEmpty();
        assertThat(facts.unknown().values())
                .allSatisfy(whyAndHint -> assertThat(whyAndHint.getFirst())
                        .isEqualTo("The address of `http://nobody.invalid` was not found."));
    }

    private static void waitUntilNoThreadIsLeft() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("envgate-aws"))) {
            Thread.sleep(50);
        }
    }

    /** All at the same time: most of it is waiting. */
    private static void everyOperation(Fault fault, Duration run) {
        Map<String, Facts> facts = Facts.OPERATIONS.parallelStream()
                .collect(Collectors.toMap(operation -> operation, operation -> look(operation, fault, run)));
        facts.forEach((operation, seen) -> {
            assertThat(seen.unknownNames()).as(operation).isEqualTo(Facts.hangingOn(operation));
            assertThat(seen.unknown().values()).allSatisfy(whyAndHint -> {
                assertThat(whyAndHint.getFirst())
                        .matches("[A-Z`][^{}\\n]*\\.")
                        .contains(operation.split(":", 2)[0]);
                assertThat(whyAndHint.getLast()).matches("[A-Z][^{}\\n]*\\.");
            });
        });
    }

    private static Facts look(String operation, Fault fault, Duration run) {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            small.spoil(operation, call -> true, fault);
            return Facts.lookedUp(small.endpointUrl(), run);
        }
    }
}
