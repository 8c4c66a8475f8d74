package dev.envgate.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the application's container from its sidecars. */
record Application(String service, Set<Name> declared) {
    private static final Pattern SIDECAR =
            Pattern.compile("(^|[^a-z0-9])(adot|cloudwatch|datadog|dd[-_]agent|envoy|firelens"
                    + "|fluent|log[-_]router|newrelic|nginx|otel|x-?ray)");

    /** The container that is charged with the names that no container has. */
    Pair among(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Rank(pair, declaredIn(pair), !sidecar(pair.container()), likeness(pair)))
                .reduce((first, next) -> next.compareTo(first) > 0 ? next : first)
                .map(Rank::pair)
                .orElseThrow();
    }

    /** How much a container looks like the application. */
    private record Rank(Pair pair, long declared, boolean own, int likeness) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparingLong(Rank::declared)
                .thenComparing(Rank::own)
                .thenComparingInt(Rank::likeness);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /** Whether a container goes by the name of something that serves the application. */
    static boolean sidecar(String container) {
        return SIDECAR.matcher(container.toLowerCase(Locale.ROOT)).find();
    }

    private long declaredIn(Pair pair) {
        return pair.names().stream().filter(declared::contains).count();
    }

    /** How many letters the container's name shares with the service's: all when one is part of the other, else those they begin with. */
    private int likeness(Pair pair) {
        String container = pair.container();
        if (service.contains(container) || container.contains(service)) {
            return Math.min(service.length(), container.length());
        }
        int shared = 0;
        while (service.charAt(shared) == container.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
