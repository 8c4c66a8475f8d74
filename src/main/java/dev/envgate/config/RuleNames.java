package dev.envgate.config;

import dev.envgate.policy.PolicyRule;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.text.Nearest;
import dev.envgate.text.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a configuration can name. */
final class RuleNames {
    static final List<String> ALL = Stream.concat(
                    Rules.ALL.stream().map(Rule::id),
                    Arrays.stream(PolicyRule.values()).map(PolicyRule::id))
            .sorted()
            .toList();

    private RuleNames() {}

    /** A problem about a rule that does not exist. */
    static Problem problem(Setting rule) {
        return new Problem(
                rule.span(),
                "There is no rule `%s`.".formatted(rule.text()),
                Nearest.of(rule.text(), ALL)
                        .map("Did you mean `%s`?"::formatted)
                        .orElse("`envgate rules` lists them."),
                true);
    }
}
