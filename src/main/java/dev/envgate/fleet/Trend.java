package dev.envgate.fleet;

import dev.envgate.text.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has changed since an earlier report. A fault that is not found any more is healed only where everything that would show it was looked
 * at; else nobody knows.
 */
public record Trend(List<Known> broken, List<Known> healed, List<Known> still, List<Known> unclear) {
    public Trend {
        broken = List.copyOf(broken);
        healed = List.copyOf(healed);
        still = List.copyOf(still);
        unclear = List.copyOf(unclear);
    }

    /**
     * A fault as an earlier report has it.
     *
     * @param unit the key of its unit
     * @param declared whether its service had a contract then
     */
    public record Known(
            String unit,
            String fingerprint,
            String rule,
            String severity,
            String service,
            String environment,
            String namesake,
            String container,
            String name,
            String message,
            boolean declared) {
        private static final Comparator<Known> ORDER = Comparator.comparing(Known::unit)
                .thenComparing(Known::service)
                .thenComparing(Known::environment)
                .thenComparing(Known::namesake)
                .thenComparing(Known::container)
                .thenComparing(Known::name)
                .thenComparing(Known::rule)
                .thenComparing(Known::fingerprint);

        /** What its service is called. */
        public String title() {
            return Service.called(service, environment, namesake);
        }

        private String identity() {
            return Digests.of(List.of(unit, fingerprint));
        }

        private static Known of(Entry entry, Fault fault) {
            return new Known(
                    entry.unit().key(),
                    fault.fingerprint(),
                    fault.rule(),
                    fault.severity().name().toLowerCase(Locale.ROOT),
                    fault.service(),
                    fault.environment(),
                    fault.namesake(),
                    fault.container(),
                    fault.name(),
                    fault.message(),
                    false);
        }
    }

    /** Compares what is found now with what was found then. */
    public static Trend since(List<Known> then, Fleet now) {
        Map<String, Known> before = new HashMap<>();
        then.forEach(each -> before.putIfAbsent(each.identity(), each));
        Map<String, Entry> entries = new HashMap<>();
        now.entries().forEach(each -> entries.put(each.unit().key(), each));
        List<Known> broken = new ArrayList<>();
        List<Known> still = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Entry entry : now.entries()) {
            for (Fault fault : entry.faults()) {
                Known known = Known.of(entry, fault);
                if (found.add(known.identity())) {
                    (before.containsKey(known.identity()) ? still : broken).add(known);
                }
            }
        }
        List<Known> healed = new ArrayList<>();
        List<Known> unclear = new ArrayList<>();
        for (Known each : before.values()) {
            if (!found.contains(each.identity())) {
                Optional<Entry> entry = Optional.ofNullable(entries.get(each.unit()));
                (entry.isPresent() && seen(each, entry.get()) ? healed : unclear).add(each);
            }
        }
        return new Trend(sorted(broken), sorted(healed), sorted(still), sorted(unclear));
    }

    private static List<Known> sorted(List<Known> all) {
        return all.stream().sorted(Known.ORDER).toList();
    }

    /** Whether a fault would have been found, had it been there. */
    private static boolean seen(Known fault, Entry entry) {
        if (!entry.unread().isEmpty()) {
            return false;
        }
        if (fault.service().isEmpty()) {
            return entry.unseen().stream().noneMatch(Unseen::clouds);
        }
        List<Service> same = entry.services().stream()
                .filter(each -> each.isCalled(fault.service(), fault.environment()))
                .toList();
        return same.stream().anyMatch(each -> each.namesake().equals(fault.namesake()))
                && same.stream().allMatch(each -> seen(fault, entry, each));
    }

    private static boolean seen(Known fault, Entry entry, Service service) {
        boolean contractGone = fault.declared()
                && service.stations().declared().present() == 0
                && service.stations().declared().unknown() > 0;
        return !contractGone
                && !service.doubtful().contains(fault.container() + " " + fault.name())
                && entry.unseenOf(service).stream().noneMatch(Unseen::clouds);
    }
}
