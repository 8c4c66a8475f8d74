package dev.envgate.fleet;

import dev.envgate.policy.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of one unit.
 *
 * @param decision as {@code envgate check} decides
 * @param services those that were judged; none where nothing could be read
 * @param inStep how many names are present at all stations, without any finding
 * @param setAside how many findings do not count, because somebody decided so
 * @param requests how many were sent to AWS for it, which reports do not show: it is what a plan divides
 */
public record Entry(
        Unit unit,
        Verdict.Decision decision,
        List<Service> services,
        List<Fault> faults,
        List<Unseen> unseen,
        List<Unread> unread,
        int inStep,
        int setAside,
        int requests)
        implements Comparable<Entry> {
    public Entry {
        services = List.copyOf(services);
        faults = List.copyOf(faults);
        unseen = List.copyOf(unseen);
        unread = List.copyOf(unread);
    }

    /** One of which nothing could be judged. */
    public static Entry unread(Unit unit, List<Unread> why) {
        return new Entry(unit, Verdict.Decision.UNVERIFIED, List.of(), List.of(), List.of(), why, 0, 0, 0);
    }

    /** The same, which cost something. */
    public Entry costing(int sent) {
        return new Entry(unit, decision, services, faults, unseen, unread, inStep, setAside, sent);
    }

    /** What belongs to no service of it. */
    public List<Fault> general() {
        return faults.stream().filter(each -> service(each).isEmpty()).toList();
    }

    /** Whose fault it is. */
    public Optional<Service> service(Fault fault) {
        return services.stream().filter(each -> each.has(fault)).findFirst();
    }

    /** The faults of a service. */
    public List<Fault> faultsOf(Service service) {
        return faults.stream().filter(service::has).toList();
    }

    /** What could not be looked at and may be of a service: what is said to be of another one of the unit is not. */
    public List<Unseen> unseenOf(Service service) {
        return unseen.stream()
                .filter(each -> services.size() < 2
                        || names(each, service)
                        || services.stream().noneMatch(other -> names(each, other)))
                .toList();
    }

    /** What is decided of a service. What keeps the gate shut and belongs to none of them keeps it shut for each. */
    public Verdict.Decision decision(Service service) {
        if (Stream.concat(general().stream(), faultsOf(service).stream()).anyMatch(Fault::closes)) {
            return Verdict.Decision.FAIL;
        }
        boolean ofNobody =
                decision == Verdict.Decision.UNVERIFIED && services.stream().noneMatch(this::held);
        return held(service) || ofNobody ? Verdict.Decision.UNVERIFIED : Verdict.Decision.PASS;
    }

    private boolean held(Service service) {
        return service.held() || unseenOf(service).stream().anyMatch(Unseen::holds);
    }

    private static boolean names(Unseen each, Service service) {
        return each.what().equals(service.title()) || each.what().startsWith(service.title() + ": ");
    }

    @Override
    public int compareTo(Entry other) {
        return unit.compareTo(other.unit);
    }
}
