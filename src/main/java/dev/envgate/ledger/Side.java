package dev.envgate.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One container as one station shows it. */
sealed interface Side {
    /** The station has the container; {@code definition} says whether its task definition is there for certain. */
    record Has(ContainerDefinition container, Presence definition) implements Side {}

    /** The station does not have the container. */
    record Lacks() implements Side {}

    /** It is not known whether the station has the container; {@code why} is half a sentence that can follow "not known:". */
    record Hidden(String why, Place cause) implements Side {}

    /** Whether the container itself is there. */
    default Presence presence() {
        return switch (this) {
            case Has(ContainerDefinition container, Presence definition) ->
                within(definition, new Presence.Present(container.place()));
            case Lacks _ -> new Presence.Absent();
            case Hidden(String why, Place cause) -> new Presence.Unknown(why, cause);
        };
    }

    /** Whether the container has the name. */
    default Presence presence(Name name) {
        return switch (this) {
            case Has(ContainerDefinition container, Presence definition) ->
                entries(name)
                        .map(Entry::presence)
                        .min(Comparator.comparingInt(Side::doubt))
                        .map(presence -> within(definition, presence))
                        .orElseGet(() -> unlisted(container));
            case Lacks _, Hidden _ -> presence();
        };
    }

    default Stream<Entry> entries() {
        return this instanceof Has(ContainerDefinition container, Presence _)
                ? container.entries().stream()
                : Stream.of();
    }

    default Stream<Entry> entries(Name name) {
        return entries().filter(entry -> entry.name().equals(name));
    }

    default List<ContainerDefinition.Malformed> malformed() {
        return this instanceof Has(ContainerDefinition container, Presence _) ? container.malformed() : List.of();
    }

    /** A name that no entry has is absent only where the entries are all there is. */
    private static Presence unlisted(ContainerDefinition container) {
        if (!container.gaps().isEmpty()) {
            Gap gap = container.gaps().getFirst();
            return new Presence.Unknown(gap.why(), gap.place());
        }
        return container.environmentFiles().isEmpty()
                ? new Presence.Absent()
                : new Presence.Unknown(
                        "the container also takes names from `environmentFiles`, which were not read",
                        container.place());
    }

    private static int doubt(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> 0;
            case Presence.Conditional _ -> 1;
            case Presence.Unknown _ -> 2;
            case Presence.Absent _ -> 3;
        };
    }

    /** What is in a task definition is there only as surely as the task definition itself. */
    private static Presence within(Presence definition, Presence inside) {
        return switch (definition) {
            case Presence.Present _ -> inside;
            case Presence.Absent _, Presence.Unknown _ -> definition;
            case Presence.Conditional(Place _, String outer) ->
                switch (inside) {
                    case Presence.Present(Place place) -> new Presence.Conditional(place, outer);
                    case Presence.Conditional(Place place, String inner) ->
                        new Presence.Conditional(place, outer + " and " + inner);
                    case Presence.Absent _, Presence.Unknown _ -> inside;
                };
        };
    }
}
