package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.rule.Rules;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what closes the gate. ({@code --strict} is no part of it: it changes what declarations promise, so the ledger is joined with it.)
 *
 * <p>A finding about a name whose declaration says {@code @ignore} is a note.
 *
 * @param failOn the mildest finding that closes the gate
 * @param requireVerified whether the gate also stays shut when anything at all is not known
 * @param grades how loud the team wants findings to be
 * @param decisions what else the team has decided about them
 */
public record Policy(Severity failOn, boolean requireVerified, Grades grades, Decisions decisions) {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::environment)
            .thenComparing(Finding::service)
            .thenComparing(Finding::container)
            .thenComparing(Finding::name)
            .thenComparing(Finding::rule);

    /** Without decisions about findings. */
    public Policy(Severity failOn, boolean requireVerified, Grades grades) {
        this(failOn, requireVerified, grades, Decisions.NONE);
    }

    /** Without a configuration. */
    public Policy(Severity failOn, boolean requireVerified) {
        this(failOn, requireVerified, Grades.NONE);
    }

    public Verdict judge(Ledger ledger) {
        List<Finding> found = found(ledger);
        Suppressions suppressions = new Suppressions(decisions.suppressions(), decisions.today());
        InlineIgnores comments = new InlineIgnores(ledger);
        List<Sieve> sieves =
                List.of(grades, suppressions, comments, decisions.baseline(), new Untouched(decisions.change()));
        List<SetAside> setAside =
                found.stream().flatMap(finding -> setAside(finding, sieves)).toList();
        List<Finding> findings = Stream.concat(
                        found.stream()
                                .filter(finding ->
                                        setAside(finding, sieves).findAny().isEmpty()),
                        new Housekeeping(ledger, found, decisions).findings(suppressions, comments).stream())
                .map(grades::grade)
                .sorted(WORST_FIRST)
                .toList();
        return new Verdict(decision(ledger, findings), findings, summary(ledger, findings), setAside, threshold());
    }

    /** Set aside by the first that says so. */
    private static Stream<SetAside> setAside(Finding finding, List<Sieve> sieves) {
        return sieves.stream()
                .flatMap(sieve -> sieve.why(finding).stream().map(why -> new SetAside(finding, sieve.by(), why)))
                .limit(1);
    }

    /** What the change did not touch. */
    private record Untouched(Change change) implements Sieve {
        @Override
        public SetAside.By by() {
            return SetAside.By.CHANGE;
        }

        @Override
        public Optional<String> why(Finding finding) {
            return change.leavesAlone(finding);
        }
    }

    /** All that the rules find, each environment judged for itself. */
    private static List<Finding> found(Ledger ledger) {
        return environments(ledger).stream()
                .flatMap(environment -> found(ledger, environment))
                .distinct()
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<String> environments(Ledger ledger) {
        List<String> environments = ledger.services().stream()
                .map(ServiceLedger::environment)
                .distinct()
                .toList();
        return environments.isEmpty() ? List.of("") : environments;
    }

    private static Stream<Finding> found(Ledger ledger, String environment) {
        Ledger part = ledger.in(environment);
        Set<Named> ignored = ignored(part);
        List<ServiceLedger> namesakes = part.services().stream()
                .filter(each -> !part.apart(each).isEmpty())
                .toList();
        Set<String> shared = namesakes.stream().map(ServiceLedger::service).collect(Collectors.toSet());
        Stream<Finding> alone = judged(part).filter(finding -> !shared.contains(finding.service()));
        Stream<Finding> apart = namesakes.stream()
                .flatMap(each -> judged(part.withoutNamesakes(each))
                        .filter(finding -> finding.service().equals(each.service()))
                        .map(finding -> finding.ofNamesake(part.apart(each))));
        return Stream.concat(alone, apart)
                .map(finding ->
                        ignored.contains(new Named(finding.service(), finding.name())) ? lowered(finding) : finding)
                .map(finding -> finding.in(environment));
    }

    private static Stream<Finding> judged(Ledger ledger) {
        return Rules.ALL.stream().flatMap(rule -> rule.judge(ledger));
    }

    /** A name as a service has it; as any contract has it where no service is told. */
    private record Named(String service, String name) {}

    /** The names whose declaration says {@code @ignore}, in every contract of the service, or of all services, that declares them. */
    private static Set<Named> ignored(Ledger ledger) {
        Set<Named> ignored = named(ledger, Policy::ignores);
        ignored.removeAll(named(ledger, row -> !ignores(row)));
        return ignored;
    }

    private static Set<Named> named(Ledger ledger, Predicate<Row> wanted) {
        return ledger.services().stream()
                .flatMap(service -> rows(service)
                        .filter(row -> !row.declarations().isEmpty() && wanted.test(row))
                        .flatMap(row -> Stream.of(service.service(), "")
                                .map(by -> new Named(by, row.name().text()))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean ignores(Row row) {
        return row.declarations().stream()
                .flatMap(each -> each.tags().stream())
                .anyMatch(tag -> tag.name().equals("ignore"));
    }

    /** What is ignored is not hidden: it is said quietly, and why. */
    private static Finding lowered(Finding finding) {
        return finding.with(Severity.NOTE)
                .withHint(
                        "nothing is to be done, because the contract says `@ignore`; take the tag out to have it counted again.");
    }

    private Verdict.Decision decision(Ledger ledger, List<Finding> findings) {
        if (findings.stream().anyMatch(threshold()::closes)) {
            return Verdict.Decision.FAIL;
        }
        return ledger.notVerified().stream().anyMatch(threshold()::holds) || (requireVerified && unknown(ledger))
                ? Verdict.Decision.UNVERIFIED
                : Verdict.Decision.PASS;
    }

    private Threshold threshold() {
        return new Threshold(failOn, requireVerified);
    }

    /** The rows are asked too, so that no verdict hangs on somebody having listed what a row does not know. */
    private static boolean unknown(Ledger ledger) {
        return ledger.services().stream().anyMatch(Policy::unknown);
    }

    /** Whether a station could not say whether it has a name of the service, or says so under a condition only. */
    public static boolean unknown(ServiceLedger service) {
        return rows(service).flatMap(Policy::stations).anyMatch(Policy::doubtful);
    }

    private static Verdict.Summary summary(Ledger ledger, List<Finding> findings) {
        return new Verdict.Summary(
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                count(findings, Severity.NOTE),
                ledger.notVerified().size(),
                inStep(ledger, findings));
    }

    private static int count(List<Finding> findings, Severity severity) {
        return Math.toIntExact(
                findings.stream().filter(each -> each.severity() == severity).count());
    }

    private static int inStep(Ledger ledger, List<Finding> findings) {
        Set<Spot> faulty = findings.stream().map(Spot::of).collect(Collectors.toSet());
        return Math.toIntExact(ledger.services().stream()
                .flatMap(service -> inStep(service, ledger.apart(service)))
                .filter(spot -> !faulty.contains(spot))
                .count());
    }

    private static Stream<Spot> inStep(ServiceLedger service, String apart) {
        return service.containers().stream()
                .flatMap(container -> container.rows().stream()
                        .filter(row -> stations(row).allMatch(Presence.Present.class::isInstance))
                        .map(row -> Spot.of(
                                service,
                                apart,
                                container.container(),
                                row.name().text())));
    }

    private static Stream<Row> rows(ServiceLedger service) {
        return service.containers().stream().flatMap(container -> container.rows().stream());
    }

    private static Stream<Presence> stations(Row row) {
        return Stream.of(row.declared(), row.configured(), row.stored(), row.deployed());
    }

    private static boolean doubtful(Presence presence) {
        return switch (presence) {
            case Presence.Present _, Presence.Absent _ -> false;
            case Presence.Conditional _, Presence.Unknown _ -> true;
        };
    }
}
