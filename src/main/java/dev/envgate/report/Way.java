package dev.envgate.report;

import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import java.util.List;
import java.util.stream.Stream;

/** The way of one name through the four stations. */
record Way(Row row) {
    /** One station, as people call it, and what it says. */
    record Stop(String station, Presence presence) {}

    /** What a name is called that is at every station for certain. */
    static final String IN_STEP = "in step";

    List<Stop> stops() {
        return List.of(
                new Stop("declared", row.declared()),
                new Stop("Terraform", row.configured()),
                new Stop("stored", row.stored()),
                new Stop("deployed", row.deployed()));
    }

    /** Where it ends: at the first station that does not have it, else at the first that is not certain, else after the last. */
    Stop end() {
        return Stream.concat(
                        stops().stream().filter(stop -> stop.presence() instanceof Presence.Absent),
                        stops().stream().filter(stop -> !(stop.presence() instanceof Presence.Present)))
                .findFirst()
                .orElse(new Stop(IN_STEP, row.deployed()));
    }
}
