package dev.envgate.ledger;

import java.util.NavigableSet;
import java.util.TreeSet;

/** One container as Terraform and as what runs show it; its name is the only one of its service. */
record Pair(String container, Candidates configured, Side deployed) {
    /** The names that either gives it. */
    NavigableSet<Name> names() {
        NavigableSet<Name> names = new TreeSet<>();
        configured.names().forEach(names::add);
        deployed.entries().map(Entry::name).forEach(names::add);
        return names;
    }
}
