package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/hcl/eval/cases.tsv");

    record Case(String expression, String expected) {
        @Override
        public String toString() {
            return expression;
        }
    }

    static Stream<Case> cases() {
        try {
            return Files.readAllLines(CASES, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new Case(
                            line.substring(0, line.lastIndexOf('\t')), line.substring(line.lastIndexOf('\t') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyExpressionComesToWhatTerraformMakesOfIt(Case one) {
        assertThat(Evaluation.json(one.expression())).isEqualTo(one.expected());
    }
}
