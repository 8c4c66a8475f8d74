package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.policy.PolicyRule;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecklistReportTest {
    /** A rule in none of them could find a fault while every line of the list is done. */
    @Test
    void everyRuleStandsInExactlyOneLine() {
        List<String> listed = ChecklistReport.ITEMS.stream()
                .flatMap(item -> item.rules().stream())
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Rules.ALL.stream().map(Rule::id),
                                Arrays.stream(PolicyRule.values()).map(PolicyRule::id))
                        .toList());
    }
}
