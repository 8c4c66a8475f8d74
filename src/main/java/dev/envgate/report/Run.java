package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.policy.Verdict;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that reports show: what was found out, and what was made of it. */
public record Run(Ledger ledger, Verdict verdict) {
    /** Every name that the ledger has a row for. */
    public SortedSet<String> names() {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream())
                .map(row -> row.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The row that a finding is about; none when it is about a service or a container as a whole. */
    List<Row> rowOf(Finding finding) {
        return ledger.services().stream()
                .filter(service -> isOf(finding, service))
                .flatMap(service -> service.containers().stream())
                .filter(container -> container.container().equals(finding.container()))
                .flatMap(container -> container.rows().stream())
                .filter(row -> row.name().text().equals(finding.name()))
                .limit(1)
                .toList();
    }

    /** The findings of a service, worst first. */
    List<Finding> findingsOf(ServiceLedger service) {
        return verdict.findings().stream()
                .filter(finding -> isOf(finding, service))
                .toList();
    }

    static boolean isOf(Finding finding, ServiceLedger service) {
        return finding.service().equals(service.service())
                && finding.environment().equals(service.environment());
    }
}
