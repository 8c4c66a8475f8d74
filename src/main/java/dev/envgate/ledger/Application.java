package dev.envgate.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the application's container from its sidecars. */
record Application(String service, Set<Name> declared) {
    private static final Pattern SIDECAR =
            Pattern.compile("(^|[^a-z0-9])(adot|cloudwatch|datadog|dd[-_]agent|envoy|firelens"
                    + "|fluent|log[-_]router|newrelic|nginx|otel|x-?ray)");

    /** Names that sidecars have for themselves, by how the word begins that makes a container a sidecar. */
    private static final Map<String, List<String>> OWN = Map.ofEntries(
            Map.entry("adot", List.of("AOT_", "AWS_", "OTEL_")),
            Map.entry("cloudwatch", List.of("AWS_", "CLOUDWATCH_", "CW_")),
            Map.entry("datadog", List.of("DATADOG_", "DD_", "ECS_")),
            Map.entry("dd", List.of("DATADOG_", "DD_", "ECS_")),
            Map.entry("envoy", List.of("APPMESH_", "ENABLE_ENVOY_", "ENVOY_")),
            Map.entry("firelens", List.of("FLB_", "FLUENT", "LOG", "LOKI_", "SPLUNK_")),
            Map.entry("fluent", List.of("FLB_", "FLUENT", "LOG", "LOKI_", "SPLUNK_")),
            Map.entry("log", List.of("FLB_", "FLUENT", "LOG", "LOKI_", "SPLUNK_")),
            Map.entry("newrelic", List.of("NEW_RELIC_", "NEWRELIC_", "NRIA_", "NR_")),
            Map.entry("otel", List.of("AOT_", "AWS_", "OTEL_")),
            Map.entry("x", List.of("AWS_", "XRAY_")));

    /** The container that is charged with the names that no container has. */
    Pair among(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Rank(
                        pair, !agent(pair.container()), declaredIn(pair), !sidecar(pair.container()), likeness(pair)))
                .reduce((first, next) -> next.compareTo(first) > 0 ? next : first)
                .map(Rank::pair)
                .orElseThrow();
    }

    /** How much a container looks like the application. */
    private record Rank(Pair pair, boolean noAgent, long declared, boolean own, int likeness)
            implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            int agent = Boolean.compare(noAgent, other.noAgent);
            int most = agent == 0 ? Long.compare(declared, other.declared) : agent;
            int of = most == 0 ? Boolean.compare(own, other.own) : most;
            return of == 0 ? Integer.compare(likeness, other.likeness) : of;
        }
    }

    /** Whether it watches or serves the application, so that names of the application are misplaced in it; a proxy may be the application. */
    private static boolean agent(String container) {
        return sidecar(container) && !container.contains("nginx") && !container.contains("envoy");
    }

    /** Whether a container goes by the name of something that serves the application. */
    static boolean sidecar(String container) {
        return SIDECAR.matcher(container.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a sidecar has a name for itself, and not in the place of the application. */
    static boolean owns(String container, Name name) {
        return SIDECAR.matcher(container.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(found -> owned(found.group(2), name));
    }

    private static boolean owned(String word, Name name) {
        return OWN.entrySet().stream()
                        .filter(entry -> word.startsWith(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .anyMatch(name.text()::startsWith)
                || NameWords.of(name.text()).stream().limit(1).anyMatch(word::equals);
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
