package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of several services answers for a contract that they share. A name that none of them has is missing once and not once in each: it
 * is charged to those whose code reads it, where the parts of the repository tell whose code is whose; else to the one that has most of
 * the declared names, and to the first of those that have as many.
 */
final class SharedContract {
    /** Of each service that does not answer itself the one that does; by identity, because to compare ledgers is to compare all their rows. */
    private final IdentityHashMap<ServiceLedger, ServiceLedger> others = new IdentityHashMap<>();

    /** The services that share a contract with one, itself among them. */
    private final IdentityHashMap<ServiceLedger, List<ServiceLedger>> sharers = new IdentityHashMap<>();

    private final IdentityHashMap<ServiceLedger, Optional<String>> homes = new IdentityHashMap<>();
    private final IdentityHashMap<ServiceLedger, Parts> parts = new IdentityHashMap<>();

    /** Services of different environments run side by side, and each set of them has to have every name. */
    private record Shared(String environment, List<String> files, List<String> said) {
        static Shared of(ServiceLedger service) {
            return new Shared(
                    service.environment(),
                    service.contract().files(),
                    service.contract().declarations().stream().map(Shared::said).toList());
        }

        private static String said(Declaration declaration) {
            return declaration.tags().stream()
                    .map(tag -> " @" + tag.name() + " " + tag.argument())
                    .collect(Collectors.joining("", declaration.name().text(), ""));
        }
    }

    SharedContract(Ledger ledger) {
        Map<Shared, List<ServiceLedger>> sharing = ledger.services().stream()
                .collect(Collectors.groupingBy(Shared::of, LinkedHashMap::new, Collectors.toList()));
        sharing.values().forEach(this::choose);
    }

    private void choose(List<ServiceLedger> sharing) {
        List<Long> given = sharing.stream().map(SharedContract::given).toList();
        int chosen = given.indexOf(Collections.max(given));
        IdentityHashMap<Code, Parts> searched = new IdentityHashMap<>();
        for (int i = 0; i < sharing.size(); i++) {
            Parts own = searched.computeIfAbsent(sharing.get(i).code(), Parts::of);
            parts.put(sharing.get(i), own);
            homes.put(sharing.get(i), own.home(sharing.get(i)));
            sharers.put(sharing.get(i), sharing);
            if (i != chosen) {
                others.put(sharing.get(i), sharing.get(chosen));
            }
        }
    }

    private static long given(ServiceLedger service) {
        return service.containers().stream()
                .flatMap(container -> container.rows().stream())
                .filter(SharedContract::given)
                .map(Row::name)
                .distinct()
                .count();
    }

    /** What is only perhaps there speaks for the service as well: it is nobody else's. */
    private static boolean given(Row row) {
        return row.declared() instanceof Presence.Present
                && (!row.configuredEntries().isEmpty() || row.deployed() instanceof Presence.Present);
    }

    /**
     * The service that answers for a name in the place of this one; empty where it answers itself, and for a name that the contract says is
     * its own.
     */
    Optional<Answering> elsewhere(Subject each) {
        boolean own = each.row().declarations().stream()
                .flatMap(declaration -> declaration.tags().stream())
                .anyMatch(tag -> tag.name().equals("service"));
        if (own) {
            return Optional.empty();
        }
        List<ServiceLedger> reading = reading(each);
        Set<ServiceLedger> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(reading);
        if (same.contains(each.service())) {
            return Optional.empty();
        }
        return reading.stream()
                .findFirst()
                .map(service -> new Answering(service, "whose code reads it"))
                .or(() -> Optional.ofNullable(others.get(each.service()))
                        .map(service -> new Answering(service, "which has most names of the same contract")));
    }

    /** A service that answers for a name, and why: half a sentence that can follow its name. */
    record Answering(ServiceLedger service, String because) {}

    /**
     * The services whose own code reads a name, of those that are started from the same code the one with most names; none when code reads it
     * that may be everybody's, or when nobody knows which code is that of this service.
     */
    private List<ServiceLedger> reading(Subject each) {
        if (homes.getOrDefault(each.service(), Optional.empty()).isEmpty() || !areReadersKnown(each)) {
            return List.of();
        }
        Map<Optional<String>, ServiceLedger> reading = new LinkedHashMap<>();
        sharers.getOrDefault(each.service(), List.of()).stream()
                .filter(service -> reads(service, each.row().name()))
                .forEach(service ->
                        reading.merge(homes.getOrDefault(service, Optional.empty()), service, SharedContract::richer));
        return List.copyOf(reading.values());
    }

    /** Whether every read of a name lies in the code of one of the services. */
    private boolean areReadersKnown(Subject each) {
        Set<Optional<String>> known = sharers.getOrDefault(each.service(), List.of()).stream()
                .map(service -> homes.getOrDefault(service, Optional.empty()))
                .collect(Collectors.toSet());
        Parts own = parts.getOrDefault(each.service(), Parts.of(each.service().code()));
        return each.service().code().applicationReads(each.row().name()).stream()
                .map(read -> Optional.of(own.of(read)))
                .allMatch(known::contains);
    }

    private static ServiceLedger richer(ServiceLedger one, ServiceLedger other) {
        return given(other) > given(one) ? other : one;
    }

    private boolean reads(ServiceLedger service, Name name) {
        Optional<String> home = homes.getOrDefault(service, Optional.empty());
        Parts own = parts.getOrDefault(service, Parts.of(service.code()));
        return home.isPresent()
                && service.code().applicationReads(name).stream().map(own::of).anyMatch(home.get()::equals);
    }
}
