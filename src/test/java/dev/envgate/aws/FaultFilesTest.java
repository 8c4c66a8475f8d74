package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every recorded answer of {@code aws-faults} at every operation that is used. */
class FaultFilesTest {
    private static final Path FILES = Path.of("src/test/resources/aws-faults");
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    /** What Secrets Manager says of a secret that it does not have: not a fault there, but an answer. */
    private static final Set<String> NOT_FOUND = Set.of("sm-not-found.http", "sm-no-value.http");

    /** And of an object or a bucket. */
    private static final Set<String> NO_OBJECT = Set.of("s3-no-such-key.http", "s3-no-such-bucket.http");

    private static final List<String> ASKED_SEVERAL_TIMES = List.of(
            "ecs:DescribeServices", "ecs:DescribeTaskDefinition", "secretsmanager:DescribeSecret", "ssm:GetParameters");

    private static final Facts WHOLE = whole();

    private static Facts whole() {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            return Facts.lookedUp(small.endpointUrl(), ENOUGH);
        }
    }

    @Test
    void theGateIsOpenWhereNothingFails() {
        assertThat(WHOLE.unknown()).isEmpty();
        assertThat(WHOLE.exit(WHOLE)).isZero();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(FILES)) {
            return found.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
        }
    }

    @Test
    void everyFileOfTheIndexIsPlayed() throws IOException {
        List<String> index = Files.readAllLines(FILES.resolve("index.tsv")).stream()
                .map(line -> line.split("\t", 2)[0] + ".http")
                .sorted()
                .toList();
        assertThat(files().map(file -> file.getFileName().toString()))
                .hasSize(44)
                .containsExactlyElementsOf(index);
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesItsOwnFactsWithItAndNoOthers(Path file) {
        Together.each(Facts.OPERATIONS, operation -> {
            Facts facts = look(operation, file, call -> true);
            Set<String> expected = isAnswer(operation, file) ? Set.of() : Facts.hangingOn(operation);
            assertThat(facts.unknownNames())
                    .as("%s at %s", file, operation)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(WHOLE.seen()).as("%s at %s", file, operation).containsAllEntriesOf(others(facts, operation));
            assertThat(facts.unknown().values()).allSatisfy(FaultFilesTest::canBeShown);
            assertThat(facts.shown()).doesNotContain("planted-value");
            assertThat(facts.exit(WHOLE)).as("%s at %s", file, operation).isEqualTo(exit(operation, file));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void spoilsOneCallAndLeavesTheNextAlone(Path file) {
        Together.each(ASKED_SEVERAL_TIMES, operation -> {
            for (int spoilt : List.of(1, 2)) {
                Facts facts = look(operation, file, call -> call == spoilt);
                assertThat(facts.unknownNames()).as("%s at %s", file, operation).isSubsetOf(Facts.hangingOn(operation));
                assertThat(WHOLE.seen()).as("%s at %s", file, operation).containsAllEntriesOf(others(facts, operation));
                assertThat(facts.seen().size() + facts.unknown().size())
                        .isEqualTo(WHOLE.seen().size());
            }
        });
    }

    private static Facts look(String operation, Path file, IntPredicate spoilt) {
        byte[] response = content(file);
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            small.spoil(operation, spoilt, Fault.response(response));
            Facts facts = Facts.lookedUp(small.endpointUrl(), ENOUGH);
            assertThat(small.unknownOperations()).isEmpty();
            return facts;
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said not to be there closes the gate. */
    private static int exit(String operation, Path file) {
        return isAnswer(operation, file) ? 1 : 3;
    }

    private static boolean isAnswer(String operation, Path file) {
        String name = file.getFileName().toString();
        return (operation.equals("secretsmanager:DescribeSecret") && NOT_FOUND.contains(name))
                || (operation.equals("s3:GetObject") && NO_OBJECT.contains(name));
    }

    private static Map<String, String> others(Facts facts, String operation) {
        Map<String, String> others = new LinkedHashMap<>(facts.seen());
        others.keySet().removeAll(Facts.hangingOn(operation));
        return others;
    }

    private static void canBeShown(List<String> whyAndHint) {
        assertThat(whyAndHint.getFirst())
                .matches("[A-Z`][^{}\\n]*\\.")
                .doesNotContain("Exception:")
                .doesNotContain("software.amazon");
        assertThat(whyAndHint.getLast()).matches("[A-Z][^{}\\n]*\\.");
    }
}
