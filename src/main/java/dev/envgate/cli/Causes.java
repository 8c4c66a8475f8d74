package dev.envgate.cli;

import dev.envgate.report.Cause;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.rule.StopReasons;
import java.util.Optional;

/** The causes of messages, as reports show them; only rules that there are have a page to point to. */
final class Causes {
    private Causes() {}

    static Optional<Cause> of(String message) {
        return StopReasons.of(message).map(each -> new Cause(page(each.rule()), each.cause(), each.hint()));
    }

    private static String page(String rule) {
        return Rules.ALL.stream().map(Rule::id).filter(rule::equals).findFirst().orElse("");
    }
}
