package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plays what goes wrong below HTTP at every operation. The time limits are there for a run that would never end. */
@Timeout(value = 900, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransportFaultsTest {
    private static final Duration RUN = Duration.ofSeconds(3);
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final int AT_ONCE = 24;

    private static Facts whole;

    /** What is measured below is the waiting, and not the loading of classes. */
    @BeforeAll
    static void loadTheClasses() {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            whole = Facts.lookedUp(small.endpointUrl(), ENOUGH);
            assertThat(whole.unknown()).isEmpty();
        }
    }

    @Test
    void aBrokenCallTakesItsOwnFactsWithItAndNoOthers() {
        Together.each(cells(Faults.quick()), cell -> {
            try (SmallAws small = cell.server()) {
                check(cell, Facts.lookedUp(small.endpointUrl(), ENOUGH));
            }
        });
    }

    /** On a machine that is busy the time may be over before other calls have had their turn: then there is more of it. */
    @Test
    void aCallThatDoesNotEndTakesItsOwnFactsWithItAndNoOthersAndLeavesNoThread() throws InterruptedException {
        List<SmallAws> servers = Together.map(AT_ONCE, cells(Faults.slow()), cell -> {
            SmallAws first = cell.server();
            Facts facts = Facts.lookedUp(first.endpointUrl(), RUN);
            if (facts.unknownNames().equals(Facts.hangingOn(cell.operation()))) {
                check(cell, facts);
                return first;
            }
            SmallAws second = cell.server();
            check(cell, Facts.lookedUp(second.endpointUrl(), RUN.multipliedBy(12)));
            return second;
        });
        Together.awaitThreads("envgate-aws");
        servers.forEach(SmallAws::close);
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

    private record Cell(String operation, String name, Fault fault) {
        SmallAws server() {
            SmallAws small = SmallAws.start(Facts.WORLD);
            small.spoil(operation, call -> true, fault);
            return small;
        }
    }

    private static List<Cell> cells(Map<String, Fault> faults) {
        return Facts.OPERATIONS.stream()
                .flatMap(operation ->
                        faults.entrySet().stream().map(fault -> new Cell(operation, fault.getKey(), fault.getValue())))
                .toList();
    }

    private static void check(Cell cell, Facts facts) {
        assertThat(facts.unknownNames())
                .as("%s at %s", cell.name(), cell.operation())
                .isEqualTo(Facts.hangingOn(cell.operation()));
        assertThat(facts.unknown().values()).allSatisfy(whyAndHint -> {
            assertThat(whyAndHint.getFirst()).matches("[A-Z`][^{}\\n]*\\.");
            assertThat(whyAndHint.getLast()).matches("[A-Z][^{}\\n]*\\.");
        });
        assertThat(facts.exit(whole))
                .as("%s at %s", cell.name(), cell.operation())
                .isEqualTo(3);
    }
}
