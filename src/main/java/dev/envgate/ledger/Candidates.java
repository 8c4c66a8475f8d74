package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/** One container in every task definition of Terraform that the service may run. What they do not agree on is not known. */
record Candidates(List<Side> sides) {
    private static final String NONE = "Terraform has no task definition for the service";
    private static final String SEVERAL =
            "Terraform has several task definitions that the service may run, and they differ";

    Candidates {
        sides = List.copyOf(sides);
    }

    Presence presence() {
        return agreed(sides.stream().map(Side::presence).toList());
    }

    Presence presence(Name name) {
        return agreed(sides.stream().map(side -> side.presence(name)).toList());
    }

    /** Whether the container has a name that no entry gives it. */
    Presence nameless() {
        return agreed(sides.stream().map(Side::nameless).toList());
    }

    /** The entries that give the name; none when the task definitions give it differently. */
    List<Entry> entries(Name name) {
        List<List<Given>> given = sides.stream()
                .map(side -> side.entries(name).stream().map(Entry::given).toList())
                .distinct()
                .toList();
        return given.size() == 1 ? sides.getFirst().entries(name) : List.of();
    }

    Stream<Name> names() {
        return sides.stream().flatMap(Side::names);
    }

    Stream<ContainerDefinition.Malformed> malformed() {
        return sides.stream().flatMap(Side::malformed);
    }

    private static Presence agreed(List<Presence> presences) {
        if (presences.isEmpty()) {
            return new Presence.Unknown(NONE, new Place.Nowhere());
        }
        return presences.stream().map(Presence::getClass).distinct().count() == 1
                ? presences.getFirst()
                : new Presence.Unknown(SEVERAL, new Place.Nowhere());
    }
}
