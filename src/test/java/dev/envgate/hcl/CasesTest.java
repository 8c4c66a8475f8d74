package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CasesTest {
    @Test
    void everyExpressionComesToWhatTerraformMakesOfIt() {
        assertThat(wrong("cases.tsv", row -> Evaluation.json(row.input()))).isEmpty();
    }

    @Test
    void everyValueIsConvertedAsTerraformConvertsIt() {
        assertThat(wrong("types.tsv", row -> Evaluation.converted(row.first(), row.second())))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownStaysWhereItIs() {
        assertThat(wrong("unknowns.tsv", row -> Evaluation.partly(row.input()))).isEmpty();
    }

    @Test
    void theTablesAreLong() {
        assertThat(Table.rows("cases.tsv")).hasSizeGreaterThan(1_500);
        assertThat(Table.rows("unknowns.tsv")).hasSizeGreaterThan(200);
    }

    private interface Work {
        String of(Table.Row row);
    }

    private static List<String> wrong(String table, Work work) {
        return Table.rows(table)
                .filter(row -> !work.of(row).equals(row.expected()))
                .map(row -> row.input() + " should be " + row.expected() + " and is " + work.of(row))
                .toList();
    }
}
