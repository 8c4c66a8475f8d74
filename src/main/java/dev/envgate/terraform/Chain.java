package dev.envgate.terraform;

import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that something went through: those of the thing itself first, then those of what holds it. */
record Chain(List<Origin.Hop> hops) {
    static final Chain NONE = new Chain(List.of());

    Chain {
        hops = List.copyOf(hops);
    }

    /** The chain of what a value holds: the value's own way comes before the way of what holds the value. */
    Chain with(Value value) {
        return with(value.origin());
    }

    Chain with(Origin origin) {
        if (origin.hops().isEmpty()) {
            return this;
        }
        Set<Origin.Hop> all = new LinkedHashSet<>(origin.hops());
        all.addAll(hops);
        return new Chain(new ArrayList<>(all));
    }

    List<Entry.Hop> entries() {
        return hops.stream()
                .map(hop -> new Entry.Hop(hop.name(), new Place.InFile(hop.at())))
                .toList();
    }
}
