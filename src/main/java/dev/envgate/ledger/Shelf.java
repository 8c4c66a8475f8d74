package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/** What the stores have for one name of one container: for what Terraform refers to, else for what runs. */
record Shelf(
        Stores stores,
        Presence configured,
        List<Entry> configuredEntries,
        Presence deployed,
        List<Entry> deployedEntries) {
    /** One for each reference of the row. */
    List<Stored> states() {
        return Row.references(source()).stream().map(stores::of).toList();
    }

    /** One for each reference of what runs that is another one. */
    List<Stored> runningStates() {
        return Row.runningReferences(configured, configuredEntries, deployedEntries).stream()
                .map(stores::of)
                .toList();
    }

    Presence presence() {
        List<Presence> presences = secrets().map(this::presence).toList();
        if (!presences.isEmpty()) {
            return agreed(presences);
        }
        return source().isEmpty() ? unreferred() : plain();
    }

    private List<Entry> source() {
        return configuredEntries.isEmpty() ? deployedEntries : configuredEntries;
    }

    /** ECS lets a secret win over a plain value of the same name. */
    private Stream<Reference> secrets() {
        return source().stream()
                .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                        ? Stream.of(reference)
                        : Stream.of());
    }

    /** A setting brings its value along. */
    private Presence plain() {
        return configuredEntries.isEmpty() ? deployed : configured;
    }

    /** Nothing refers to a store, unless something does that is not known. */
    private Presence unreferred() {
        return Stream.of(configured, deployed)
                .filter(Presence.Unknown.class::isInstance)
                .findFirst()
                .orElseGet(() -> configured instanceof Presence.Absent && deployed instanceof Presence.Absent
                        ? new Presence.Absent()
                        : new Presence.Unknown(
                                "the task definitions that the service may run refer to different things",
                                new Place.Nowhere()));
    }

    private Presence presence(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.Unclear(String why, Place cause) -> new Presence.Unknown(why, cause);
            case Reference.Target.Malformed _ -> new Presence.Absent();
            case Reference.Target.SecretArn _,
                    Reference.Target.SecretName _,
                    Reference.Target.ParameterArn _,
                    Reference.Target.ParameterName _ -> presence(stores.of(reference));
        };
    }

    private static Presence presence(Stored stored) {
        return switch (stored) {
            case Stored.Exists _, Stored.Deleting _, Stored.WithoutValue _ -> new Presence.Present(new Place.Nowhere());
            case Stored.Missing _, Stored.Recreated _ -> new Presence.Absent();
            case Stored.NotSeen(String why, String _) -> new Presence.Unknown(Words.half(why), new Place.Nowhere());
            case Stored.NotAsked(String why) -> new Presence.Unknown(Words.half(why), new Place.Nowhere());
        };
    }

    /** Several entries of one name: present when all are, and so on. */
    private static Presence agreed(List<Presence> presences) {
        return presences.stream().map(Presence::getClass).distinct().count() == 1
                ? presences.getFirst()
                : new Presence.Unknown("its entries refer to different things", new Place.Nowhere());
    }
}
