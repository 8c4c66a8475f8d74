package dev.envgate.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the stores keep for a service, by the prefixes of names that are its own.
 *
 * @param places one for each prefix and store
 * @param uses what its Terraform does with secrets besides
 */
public record Keeping(List<Place> places, Uses uses) {
    /** No prefix is its own. */
    public static final Keeping NONE = new Keeping(List.of(), Uses.NONE);

    public Keeping {
        places = List.copyOf(places);
    }

    /** A part of a store. */
    public record Place(Kept.Store store, String prefix, Kept kept) {}

    static Keeping of(List<String> prefixes, Stores stores, Uses uses) {
        return new Keeping(
                prefixes.stream()
                        .distinct()
                        .flatMap(prefix -> Arrays.stream(Kept.Store.values())
                                .map(store -> new Place(store, prefix, stores.kept(store, prefix))))
                        .toList(),
                uses);
    }

    /** All that was listed, each once. */
    public Stream<Kept.Item> items() {
        return places.stream()
                .flatMap(each ->
                        each.kept() instanceof Kept.Listed(List<Kept.Item> items) ? items.stream() : Stream.of())
                .distinct();
    }
}
