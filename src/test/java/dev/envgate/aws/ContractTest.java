package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envgate.aws.Contract.Check;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the small AWS, and with {@code -Denvgate.endpoint=http://127.0.0.1:PORT} an emulator that others wrote, to the same contract:
 * a fake of our own that agrees with a mistake of our own would prove nothing. Where the emulator is known to be wrong stands in
 * {@code known-lies.tsv} of {@code src/test/moto} or, as {@code -Denvgate.lies=FILE} says, of another one; what is wrong and does not stand there fails, and so does what stands there and is right.
 */
class ContractTest {
    private static final Path WORLD = Path.of("src/test/resources/dev/envgate/aws/contract-world.json");
    private static final Path MOTO = Path.of("src/test/moto/known-lies.tsv");
    private static final Path MINISTACK = Path.of("src/test/ministack/known-lies.tsv");

    @TestFactory
    Stream<DynamicTest> theSmallAwsKeepsTheContract() {
        SmallAws small = SmallAws.start(world());
        Endpoint endpoint = Endpoint.at(small.endpointUrl());
        Stream<DynamicTest> checks = Contract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> {
                    check.body().check(endpoint);
                    assertThat(small.unknownOperations()).isEmpty();
                }));
        DynamicTest whole = DynamicTest.dynamicTest(
                "every operation that the program has was asked for",
                () -> assertThat(small.calls())
                        .extracting(Call::operation)
                        .containsAll(Arrays.stream(Operation.values())
                                .map(Operation::call)
                                .toList()));
        return Stream.concat(checks, Stream.of(whole)).onClose(endpoint::close).onClose(small::close);
    }

    @TestFactory
    Stream<DynamicTest> theEmulatorKeepsTheContractButForItsKnownLies() throws IOException {
        String url = System.getProperty("envgate.endpoint", "");
        if (url.isEmpty()) {
            System.out.println("The contract is not held against an emulator: -Denvgate.endpoint is not set.");
        }
        Assumptions.assumeFalse(url.isEmpty(), "-Denvgate.endpoint is not set");
        Endpoint endpoint = Endpoint.at(
                url, System.getProperty("envgate.recorded", url), System.getProperty("envgate.recorded.deep", url));
        Map<String, String> lies = knownLies(Path.of(System.getProperty("envgate.lies", MOTO.toString())));
        return Contract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(), () -> hold(check, endpoint, lies.getOrDefault(check.name(), ""))))
                .onClose(endpoint::close);
    }

    @Test
    void everyKnownLieIsAboutACheck() throws IOException {
        List<String> checks = Contract.checks().stream().map(Check::name).toList();
        assertThat(checks).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(80);
        assertThat(checks)
                .containsAll(knownLies(MOTO).keySet())
                .containsAll(knownLies(MINISTACK).keySet());
    }

    private static void hold(Check check, Endpoint endpoint, String lie) {
        if (lie.isEmpty()) {
            check.body().check(endpoint);
        } else {
            assertThatThrownBy(() -> check.body().check(endpoint))
                    .as("a lie that is told no more: " + lie)
                    .isInstanceOf(Throwable.class);
        }
    }

    private static Map<String, String> knownLies(Path file) throws IOException {
        Map<String, String> lies = new LinkedHashMap<>();
        Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Arrays.asList(line.split("\t", 2)))
                .forEach(columns -> lies.put(columns.getFirst(), columns.getLast()));
        return lies;
    }

    private static World world() {
        try {
            return World.parse(Files.readString(WORLD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
