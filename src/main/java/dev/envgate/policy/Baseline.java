package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found when a team began to use the gate: it is known, and does not count.
 *
 * @param file where it is written, as shown to people; empty when there is none
 */
public record Baseline(String file, List<Entry> entries) implements Sieve {
    public static final Baseline NONE = new Baseline("", List.of());

    public Baseline {
        entries = List.copyOf(entries);
    }

    /** A fault that is known; only the fingerprint counts, the rest is for people. */
    public record Entry(
            String fingerprint, String rule, String environment, String service, String container, String name) {
        /** What stays of a finding. */
        public static Entry of(Finding finding) {
            return new Entry(
                    finding.fingerprint(),
                    finding.rule(),
                    finding.environment(),
                    finding.service(),
                    finding.container(),
                    finding.name());
        }
    }

    @Override
    public SetAside.By by() {
        return SetAside.By.BASELINE;
    }

    @Override
    public Optional<String> why(Finding finding) {
        return entries.stream().anyMatch(each -> each.fingerprint().equals(finding.fingerprint()))
                ? Optional.of("It was there when the baseline was written.")
                : Optional.empty();
    }

    /** The entries that none of the findings is about. */
    List<Entry> without(List<Finding> found) {
        Set<String> there = found.stream().map(Finding::fingerprint).collect(Collectors.toSet());
        return entries.stream()
                .filter(each -> !there.contains(each.fingerprint()))
                .toList();
    }
}
