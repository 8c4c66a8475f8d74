package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ECS says of a task that stopped, and what envgate makes of it. */
class StopReasonsTest {
    private static final Path TABLE = Path.of("src/test/resources/dev/envgate/rule/stop-reasons.tsv");

    /** Rules that other parts of the catalogue bring. */
    private static final Set<String> TO_COME = Set.of("platform-too-old", "secret-key-missing", "secret-not-json");

    record Case(String rule, String part, String message) {}

    static Stream<Case> cases() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(cells -> new Case(cells[0].equals("-") ? "" : cells[0], cells[1], cells[2]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMessageLeadsToItsCause(Case each) {
        assertThat(StopReasons.of(each.message())).hasValueSatisfying(meaning -> {
            assertThat(meaning.rule()).isEqualTo(each.rule());
            assertThat(meaning.cause() + " " + meaning.hint()).contains(each.part());
            assertThat(meaning.cause()).matches("[A-Z][^{}\\n]*\\.").doesNotContain("  ");
            assertThat(meaning.hint()).matches("[^{}\\n]*\\.").doesNotContain("  ");
        });
    }

    /** People are told in words that nothing is wrong, and the rule for rollouts is told by the flag: they must agree. */
    @ParameterizedTest
    @MethodSource("cases")
    void aTaskThatWasMeantToStopIsHarmless(Case each) {
        assertThat(StopReasons.of(each.message()))
                .hasValueSatisfying(meaning ->
                        assertThat(meaning.harmless()).isEqualTo(meaning.hint().contains("nothing is wrong")));
    }

    @Test
    void fortyMessagesAndMoreAreHeld() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleThatAMessageLeadsToIsOne() {
        Set<String> known = Rules.ALL.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(TO_COME);
        assertThat(known).containsAll(StopReasons.rules());
    }

    @Test
    void everyRuleThatAMessageLeadsToIsHeldByAMessage() throws IOException {
        List<String> held = cases().map(Case::rule).toList();
        assertThat(held).containsAll(StopReasons.rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everything is fine", "ServiceConnectError: a sidecar is late", "\u001b[31m{subject}"})
    void aMessageThatIsNotKnownHasNoCause(String message) {
        assertThat(StopReasons.of(message)).isEmpty();
    }

    @Test
    void thePartOfAValueThatAMessageShowsIsNotRepeated() {
        assertThat(StopReasons.of("invalid character 'h' looking for beginning of value: hunter2")
                        .toString())
                .doesNotContain("hunter2");
    }
}
