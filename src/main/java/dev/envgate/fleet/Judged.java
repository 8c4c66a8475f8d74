package dev.envgate.fleet;

import dev.envgate.policy.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * A service with what was found of it.
 *
 * @param faults its own
 */
public record Judged(Unit unit, Service service, Verdict.Decision decision, List<Fault> faults) {
    static final Comparator<Judged> WORST_FIRST = Comparator.comparingInt(Judged::rank)
            .thenComparing(Comparator.comparingLong(Judged::closing).reversed())
            .thenComparing(each -> each.service().title())
            .thenComparing(Judged::unit);

    public Judged {
        faults = List.copyOf(faults);
    }

    static Judged of(Entry entry, Service service) {
        return new Judged(entry.unit(), service, entry.decision(service), entry.faultsOf(service));
    }

    private int rank() {
        return switch (decision) {
            case FAIL -> 0;
            case UNVERIFIED -> 1;
            case PASS -> 2;
        };
    }

    private long closing() {
        return faults.stream().filter(Fault::closes).count();
    }
}
