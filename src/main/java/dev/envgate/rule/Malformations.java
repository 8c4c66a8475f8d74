package dev.envgate.rule;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import java.util.List;
import java.util.stream.Stream;

/** Finds the entries whose {@code valueFrom} is nothing that ECS would accept. */
final class Malformations {
    private Malformations() {}

    /** Why, a sentence for each entry that is there for certain. */
    static Stream<String> in(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.presence() instanceof Presence.Present)
                .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                && reference.target() instanceof Reference.Target.Malformed(String why)
                        ? Stream.of(why)
                        : Stream.of());
    }
}
