package dev.envgate.rule;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of several services answers for a contract that they share. A name that none of them has is missing once and not once in each: it
 * is charged to the one that has most of the declared names, and to the first of those that have as many.
 */
final class SharedContract {
    /** Of each service that does not answer itself the one that does; by identity, because to compare ledgers is to compare all their rows. */
    private final IdentityHashMap<ServiceLedger, ServiceLedger> others = new IdentityHashMap<>();

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
        for (int i = 0; i < sharing.size(); i++) {
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

    /** The service that answers for the contract of this one; itself where it is the only one. */
    ServiceLedger answering(ServiceLedger service) {
        return others.getOrDefault(service, service);
    }

    /** Whether another service answers for a name: not for one that the contract says is this one's. */
    boolean elsewhere(Subject each) {
        boolean own = each.row().declarations().stream()
                .flatMap(declaration -> declaration.tags().stream())
                .anyMatch(tag -> tag.name().equals("service"));
        return !own && others.containsKey(each.service());
    }
}
