package dev.envgate.cli;

import dev.envgate.policy.PolicyRule;
import dev.envgate.report.Catalogue;
import dev.envgate.report.RulePage;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.text.Nearest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The catalogue of rules and their pages, from the program itself. */
@Command(
        name = "rules",
        sortOptions = false,
        description = "Lists the rules, or shows the page of one: why it matters, an example, what to do.")
final class RulesCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(
            paramLabel = "RULE",
            arity = "0..1",
            description = "The rule whose page is shown. Default: all, a line each.")
    private String rule = "";

    @Mixin
    private LookOptions look = new LookOptions();

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws Misuse {
        Map<String, String> rules = rules();
        if (!rule.isEmpty() && !rules.containsKey(rule)) {
            throw new Misuse(
                    "There is no rule `%s`.".formatted(rule),
                    Nearest.of(rule, rules.keySet())
                            .map("did you mean `%s`?"::formatted)
                            .orElse("`envgate rules` lists them."));
        }
        console.out()
                .print(
                        rule.isEmpty()
                                ? new Catalogue(rules).text(look.style(console))
                                : RulePage.of(rule).terminal());
        return ExitCode.OPEN;
    }

    /** Every rule with its sentence, sorted. */
    static Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>();
        for (Rule each : Rules.ALL) {
            rules.put(each.id(), each.summary());
        }
        for (PolicyRule each : PolicyRule.values()) {
            rules.put(each.id(), each.summary());
        }
        return rules;
    }
}
