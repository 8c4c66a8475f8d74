package dev.envgate.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the application's container from its sidecars. */
record Application(String service, Set<Name> declared) {
    private static final List<String> SIDECARS = List.of(
            "adot",
            "cloudwatch",
            "datadog",
            "dd-agent",
            "envoy",
            "firelens",
            "fluent",
            "log_router",
            "log-router",
            "newrelic",
            "nginx",
            "otel",
            "xray",
            "x-ray");

    /** The container that is charged with the names that no container has. */
    Pair among(List<Pair> pairs) {
        return pairs.stream()
                .max(Comparator.comparingLong(this::declaredIn)
                        .thenComparing(pair -> !sidecar(pair.container()))
                        .thenComparingInt(this::likeness)
                        .thenComparingInt(pair -> -pairs.indexOf(pair)))
                .orElseThrow();
    }

    /** Whether a container goes by the name of something that serves the application. */
    static boolean sidecar(String container) {
        String name = container.toLowerCase(Locale.ROOT);
        return SIDECARS.stream().anyMatch(name::contains);
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
