package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the catalogue of failures against the rules: each row is reported in a case. */
class CatalogueTest {
    private static final Path CASES = Path.of("src/test/resources/rules");

    /** A row of the catalogue, the rule that reports it, and the case in which it does. */
    record Reported(int row, String rule, String folder) {
        Reported(int row, String rule) {
            this(row, rule, rule + "/example");
        }
    }

    private static final List<Reported> REPORTED = List.of(
            new Reported(1, "undeployed"),
            new Reported(2, "ignored-by-terraform"),
            new Reported(3, "service-behind"),
            new Reported(4, "rollout-failed"),
            new Reported(4, "rollout-failed", "rollout-failed/rolled-back"),
            new Reported(4, "mixed-revisions"),
            new Reported(5, "unmanaged"),
            new Reported(6, "not-configured"),
            new Reported(7, "secret-not-found"),
            new Reported(7, "secret-recreated"),
            new Reported(8, "secret-deleting"),
            new Reported(9, "secret-without-value"),
            new Reported(10, "secret-key-missing"),
            new Reported(11, "secret-not-json"),
            new Reported(12, "secret-value-shape"),
            new Reported(13, "malformed-reference"),
            new Reported(14, "ambiguous-secret-name"),
            new Reported(15, "parameter-not-found"),
            new Reported(16, "secret-unreadable"),
            new Reported(16, "secret-unreadable", "secret-unreadable/live"),
            new Reported(17, "no-execution-role"),
            new Reported(18, "foreign-reference"),
            new Reported(19, "other-environment"),
            new Reported(20, "duplicate-name"),
            new Reported(21, "malformed-entry"),
            new Reported(21, "malformed-entry", "malformed-entry/not-one-of-them-is-given"),
            new Reported(22, "empty-value"),
            new Reported(22, "empty-value", "empty-value/stored"),
            new Reported(23, "placeholder-value"),
            new Reported(23, "placeholder-value", "placeholder-value/stored"),
            new Reported(24, "plaintext-secret"),
            new Reported(25, "static-credentials"),
            new Reported(26, "env-file-unavailable"),
            new Reported(26, "env-file-unavailable", "env-file-unavailable/eleven"),
            new Reported(26, "env-file-unavailable", "env-file-unavailable/missing"),
            new Reported(27, "env-file-syntax"),
            new Reported(28, "stale-injection"),
            new Reported(29, "wrong-container"),
            new Reported(30, "not-configured", "not-configured/near-miss"),
            new Reported(31, "value-drift"),
            new Reported(32, "reference-drift"),
            new Reported(33, "kind-drift"),
            new Reported(34, "undeclared"),
            new Reported(35, "undeclared-in-code"),
            new Reported(36, "unused-declaration"),
            new Reported(37, "orphan-secret"),
            new Reported(40, "platform-too-old"),
            new Reported(40, "platform-too-old", "platform-too-old/deployed"),
            new Reported(41, "duplicate-declaration"),
            new Reported(41, "env-syntax"),
            new Reported(42, "naming-convention"));

    /** The catalogue ends when the tasks run: what their endpoints answer stands in none of its rows. */
    private static final String BEYOND = "endpoint-failed";

    static Stream<Reported> reported() {
        return REPORTED.stream();
    }

    @ParameterizedTest
    @MethodSource("reported")
    void aRowIsReportedInItsCase(Reported each) throws IOException {
        assertThat(Files.readString(CASES.resolve(each.folder()).resolve("expected.txt")))
                .as("row %d", each.row())
                .contains("[" + each.rule() + "]");
    }

    @ParameterizedTest
    @MethodSource("reported")
    void aRuleIsSilentInACaseOfItsOwn(Reported each) throws IOException {
        assertThat(Files.readString(CASES.resolve(each.rule()).resolve("silent").resolve("expected.txt")))
                .as("row %d", each.row())
                .doesNotContain("[" + each.rule() + "]");
    }

    @Test
    void everyRuleStandsInTheCatalogue() {
        assertThat(REPORTED)
                .extracting(Reported::rule)
                .containsAll(Rules.ALL.stream()
                        .map(Rule::id)
                        .filter(id -> !id.equals(BEYOND))
                        .toList());
    }

    /** Rows 38 and 39 have no rule of their own: other families, and the secrets of log drivers and registries, are judged as all others. */
    @Test
    void noRowIsForgotten() {
        assertThat(REPORTED.stream().map(Reported::row))
                .containsAll(Stream.iterate(1, i -> i <= 42, i -> i + 1)
                        .filter(i -> i != 38 && i != 39)
                        .toList());
    }
}
