package dev.envgate.fleet;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is judged in one go, because nothing less gives the verdict that {@code envgate check} gives. */
public sealed interface Unit extends Comparable<Unit> {
    /**
     * A configuration with all its services and environments: rules look from one of them to the others.
     *
     * @param file relative to the root of the fleet, with {@code /} between its parts
     */
    record Configured(String file) implements Unit {
        @Override
        public String key() {
            return file;
        }
    }

    /**
     * A service that AWS has and that no repository was given for: only what runs and what is stored can be judged.
     *
     * @param account empty where nobody said which it is
     * @param role the role that looks at it; empty for none
     */
    record Live(String account, String region, String role, String cluster, String service) implements Unit {
        @Override
        public String key() {
            return Stream.of(account, region, cluster, service)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("/"));
        }
    }

    /** Tells it from every other unit of its fleet, in the next run too. */
    String key();

    @Override
    default int compareTo(Unit other) {
        return key().compareTo(other.key());
    }
}
