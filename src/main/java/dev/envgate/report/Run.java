package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Baseline;
import dev.envgate.policy.PolicyRule;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Threshold;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that reports show: what was found out, and what was made of it.
 *
 * @param problems what could not be read of the inputs, each thing once; the ledger lists it as not verified
 * @param origin where the run was made
 */
public record Run(Ledger ledger, Verdict verdict, List<Problem> problems, Origin origin) {
    public Run {
        problems = List.copyOf(problems);
    }

    /** The same run, told from where it was made. */
    public Run at(Origin other) {
        return new Run(ledger, verdict, problems, other);
    }

    /** A run that came to nothing, because its inputs could not be read. */
    public static Run refused(List<Problem> problems, Origin origin) {
        List<NotVerified> unread = problems.stream()
                .map(each -> new NotVerified(Station.CONFIGURED, where(each.span()), each.message(), each.hint()))
                .toList();
        Verdict verdict = new Verdict(
                Verdict.Decision.UNVERIFIED,
                List.of(),
                new Verdict.Summary(0, 0, 0, unread.size(), 0),
                List.of(),
                new Threshold(Severity.ERROR, true));
        return new Run(new Ledger(Identity.NONE, List.of(), unread), verdict, problems, origin);
    }

    private static String where(Span span) {
        return span.file().path().isEmpty() ? "the run" : span.toString();
    }

    /** Every name that the ledger has a row for. */
    public SortedSet<String> names() {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream())
                .map(row -> row.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What could not be looked at, without what is told as a problem of an input already. */
    List<NotVerified> unlooked() {
        return ledger.notVerified().stream()
                .filter(each -> problems.stream()
                        .noneMatch(problem -> problem.message().equals(each.why())
                                && problem.hint().equals(each.hint())))
                .toList();
    }

    /** Findings of no service that was looked at. */
    List<Finding> general() {
        return verdict.findings().stream()
                .filter(finding -> ledger.services().stream().noneMatch(service -> isOf(finding, service)))
                .toList();
    }

    /** The findings of a service, worst first. */
    List<Finding> findingsOf(ServiceLedger service) {
        return verdict.findings().stream()
                .filter(finding -> isOf(finding, service))
                .toList();
    }

    /** What a baseline of this run holds: every fault that counts, and every one that a baseline held already. */
    public List<Baseline.Entry> known() {
        return Stream.concat(
                        verdict.findings().stream()
                                .filter(each -> PolicyRule.of(each.rule()).isEmpty()),
                        verdict.setAside().stream()
                                .filter(each -> each.by() == SetAside.By.BASELINE || each.by() == SetAside.By.CHANGE)
                                .map(SetAside::finding))
                .map(Baseline.Entry::of)
                .toList();
    }

    /** Whether the service of a baseline's entry is part of this run. */
    public boolean lookedAt(Baseline.Entry entry) {
        return entry.service().isEmpty()
                || ledger.services().stream()
                        .anyMatch(each -> each.service().equals(entry.service())
                                && each.environment().equals(entry.environment()));
    }

    boolean isOf(Finding finding, ServiceLedger service) {
        return finding.service().equals(service.service())
                && finding.environment().equals(service.environment())
                && finding.namesake().equals(ledger.apart(service));
    }
}
