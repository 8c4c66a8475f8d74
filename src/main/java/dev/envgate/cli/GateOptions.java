package dev.envgate.cli;

import dev.envgate.config.GateSettings;
import dev.envgate.config.Setting;
import dev.envgate.config.Settings;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Wildcard;
import dev.envgate.policy.Baseline;
import dev.envgate.policy.Decisions;
import dev.envgate.policy.Policy;
import dev.envgate.policy.Suppression;
import dev.envgate.report.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What closes the gate. */
final class GateOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "The mildest finding that closes the gate: error, warning or note. Default: error.")
    private Optional<FailOn> failOn = Optional.empty();

    @Option(
            names = "--strict",
            arity = "0..1",
            hideParamSyntax = true,
            fallbackValue = "true",
            description = "Every declared name is required.")
    private Optional<Boolean> strict = Optional.empty();

    @Option(
            names = "--require-verified",
            arity = "0..1",
            hideParamSyntax = true,
            fallbackValue = "true",
            description = "Exit with 3 when anything could not be looked at, also what only a value would tell.")
    private Optional<Boolean> requireVerified = Optional.empty();

    /** The severities, as people type them. */
    enum FailOn {
        error,
        warning,
        note
    }

    /** Joins the facts of all targets and judges them together. */
    Run judge(
            Gathering.Gathered gathered, ConfigFile file, AdoptionOptions adoption, Baseline baseline, Console console)
            throws Misuse {
        for (Facts facts : gathered.facts()) {
            facts.requireContainers();
        }
        GateSettings gate = file.settings().gate();
        boolean everything = strict.orElse(truth(gate.strict()));
        Ledger ledger = Ledger.of(gathered.facts().stream()
                        .map(facts -> facts.ledger(everything, file.settings().conventions()))
                        .toList())
                .with(gathered.unread());
        Decisions decisions = new Decisions(
                suppressions(file.settings(), gathered.facts()),
                baseline,
                adoption.change(ledger, gathered.facts(), console),
                console.today(),
                gathered.whole());
        Policy policy = new Policy(
                severity(gate.failOn()),
                requireVerified.orElse(truth(gate.requireVerified())),
                file.settings().grades(),
                decisions);
        return new Run(
                ledger, policy.judge(ledger), gathered.problems(), new Pipeline(console).origin(file.shown(), ""));
    }

    private Severity severity(Setting said) {
        String word = failOn.map(FailOn::name).orElse(said.given() ? said.text() : FailOn.error.name());
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static boolean truth(Setting setting) {
        return setting.text().equals("true");
    }

    /** The suppressions, with the services by the names that ECS has for them. */
    private static List<Suppression> suppressions(Settings settings, List<Facts> facts) {
        return settings.suppressions().stream()
                .map(each -> each.of(each.services().stream()
                        .flatMap(service -> Stream.concat(Stream.of(service), names(service, facts)))
                        .toList()))
                .toList();
    }

    private static Stream<Wildcard> names(Wildcard service, List<Facts> facts) {
        return facts.stream()
                .filter(each -> service.matches(each.target().name()))
                .map(each -> new Wildcard(each.selection().service()));
    }
}
