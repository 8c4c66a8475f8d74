package dev.envgate.ledger;

import java.util.NavigableSet;
import java.util.TreeSet;

/** One container as Terraform and as what runs show it; its name is the only one of its service. */
record Pair(String container, Candidates configured, Side deployed) {
    /** The names that either gives it. */
    NavigableSet<Name> names() {
        NavigableSet<Name> names = new TreeSet<>();
        configured.names().forEach(names::add);
        deployed.names().forEach(names::add);
        return names;
    }

    /** Whether both are the same container of their service. */
    boolean is(Pair other) {
        return container.equals(other.container);
    }
}
