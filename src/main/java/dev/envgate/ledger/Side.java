package dev.envgate.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One container as one station shows it. */
sealed interface Side {
    /** The station has the container; {@code definition} says whether its task definition is there for certain. */
    record Has(ContainerDefinition container, Presence definition, Map<Name, List<Entry>> entries) implements Side {}

    /** The station does not have the container. */
    record Lacks() implements Side {}

    /** It is not known whether the station has the container; {@code why} is half a sentence that can follow "not known:". */
    record Hidden(String why, Place cause) implements Side {}

    static Side has(ContainerDefinition container, Presence definition) {
        return new Has(container, definition, container.entries().stream().collect(Collectors.groupingBy(Entry::name)));
    }

    /** Whether the container itself is there. */
    default Presence presence() {
        return switch (this) {
            case Has has -> within(has.definition, new Presence.Present(has.container.place()));
            case Lacks _ -> new Presence.Absent();
            case Hidden(String why, Place cause) -> new Presence.Unknown(why, cause);
        };
    }

    /** Whether the container has the name. */
    default Presence presence(Name name) {
        return switch (this) {
            case Has has ->
                entries(name).stream()
                        .map(Entry::presence)
                        .min(Comparator.comparingInt(Side::doubt))
                        .map(presence -> within(has.definition, presence))
                        .orElseGet(this::nameless);
            case Lacks _, Hidden _ -> presence();
        };
    }

    /** Whether the container has a name that no entry gives it. */
    default Presence nameless() {
        return this instanceof Has has ? unlisted(has.container) : presence();
    }

    default Stream<Name> names() {
        return this instanceof Has has ? has.entries.keySet().stream() : Stream.of();
    }

    default List<Entry> entries(Name name) {
        return this instanceof Has has ? has.entries.getOrDefault(name, List.of()) : List.of();
    }

    default Stream<ContainerDefinition.Malformed> malformed() {
        return this instanceof Has has ? has.container.malformed().stream() : Stream.of();
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
    static Presence within(Presence definition, Presence inside) {
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
