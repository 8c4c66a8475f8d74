package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Stream;

/** Joins one service: its containers in Terraform with those that run, and their names with the contract. */
final class ServiceJoin {
    private final Join.Facts facts;
    private final Declared declared;
    private final Join.Service service;
    private final List<TaskDefinition> running;
    private final List<Pairing> pairings;

    ServiceJoin(Join.Facts facts, Declared declared, Join.Service service) {
        this.facts = facts;
        this.declared = declared;
        this.service = service;
        this.running = running(service.deployment());
        this.pairings = service.definitions().stream()
                .map(each -> new Pairing(each, live()))
                .toList();
    }

    ServiceLedger ledger() {
        List<Pair> pairs = pairs();
        Pair application = new Application(service.service(), declared.names()).among(pairs);
        return new ServiceLedger(
                service.service(),
                service.cluster(),
                facts.configuration().root(),
                service.definitions(),
                service.services(),
                service.deployment(),
                pairs.stream()
                        .map(pair -> container(pair, pair.equals(application), pairs))
                        .toList());
    }

    private ContainerLedger container(Pair pair, boolean application, List<Pair> pairs) {
        NavigableSet<Name> names = pair.names();
        Set<Name> nowhere = application ? nowhere(pairs) : Set.of();
        names.addAll(nowhere);
        return new ContainerLedger(
                pair.container(),
                pair.configured().presence(),
                pair.deployed().presence(),
                Stream.concat(pair.configured().malformed(), pair.deployed().malformed().stream())
                        .distinct()
                        .toList(),
                names.stream()
                        .map(name -> nowhere.contains(name) ? charged(name, pair, pairs) : row(name, pair))
                        .toList());
    }

    private NavigableSet<Name> nowhere(List<Pair> pairs) {
        NavigableSet<Name> names = declared.names();
        pairs.forEach(pair -> names.removeAll(pair.names()));
        return names;
    }

    private Row row(Name name, Pair pair) {
        return row(
                name,
                pair.configured().presence(name),
                pair.configured().entries(name),
                pair.deployed().presence(name),
                pair.deployed().entries(name).toList());
    }

    /** The row of a declared name that no container has, as far as the lists go; one that may be in another container is not absent. */
    private Row charged(Name name, Pair application, List<Pair> pairs) {
        List<Pair> possible = Stream.concat(Stream.of(application), others(application, pairs))
                .toList();
        return row(
                name,
                nowhere(possible.stream().map(pair -> pair.configured().presence(name))),
                List.of(),
                nowhere(possible.stream().map(pair -> pair.deployed().presence(name))),
                List.of());
    }

    private static Presence nowhere(Stream<Presence> presences) {
        return presences.filter(Presence.Unknown.class::isInstance).findFirst().orElseGet(Presence.Absent::new);
    }

    /** Where else a name of the application may be: not in a sidecar, and in no container at all when one was asked for. */
    private Stream<Pair> others(Pair application, List<Pair> pairs) {
        Stream<Pair> unlisted = facts.container().isEmpty() ? Stream.of(unlisted()) : Stream.of();
        return Stream.concat(
                pairs.stream().filter(pair -> !pair.equals(application) && !Application.sidecar(pair.container())),
                unlisted);
    }

    /** A container that neither side lists. */
    private Pair unlisted() {
        return new Pair(
                "",
                new Candidates(service.definitions().stream()
                        .map(each -> Pairing.unlisted(each.gaps()))
                        .toList()),
                notListed());
    }

    private Row row(
            Name name,
            Presence configured,
            List<Entry> configuredEntries,
            Presence deployed,
            List<Entry> deployedEntries) {
        Shelf shelf = new Shelf(facts.stores(), configured, configuredEntries, deployed, deployedEntries);
        return new Row(
                name,
                kind(name, Stream.concat(configuredEntries.stream(), deployedEntries.stream())),
                declared.presence(name),
                declared.of(name),
                configured,
                configuredEntries,
                shelf.presence(),
                shelf.states(),
                deployed,
                deployedEntries);
    }

    private Kind kind(Name name, Stream<Entry> given) {
        return declared.of(name).stream()
                .map(Declaration::kind)
                .min(Comparator.naturalOrder())
                .orElseGet(() ->
                        given.anyMatch(each -> each.given() instanceof Given.Secret) ? Kind.SECRET : Kind.SETTING);
    }

    /** The containers, in the order of Terraform, then those that only run. */
    private List<Pair> pairs() {
        Set<String> names = new LinkedHashSet<>();
        pairings.forEach(each -> names.addAll(each.names()));
        live().forEach(each -> names.add(each.name().toString()));
        List<Pair> pairs = new ArrayList<>(names.stream().map(this::pair).toList());
        if (!facts.container().isEmpty()) {
            List<Pair> all = List.copyOf(pairs);
            pairs.removeIf(pair -> !pair.container().equals(facts.container()));
            return pairs.isEmpty() ? asked(all) : pairs;
        }
        return pairs.isEmpty() ? List.of(unlisted()) : pairs;
    }

    /** The container that was asked for and that no side has under exactly that name. */
    private List<Pair> asked(List<Pair> all) {
        List<Pair> perhaps = all.stream().filter(this::mayBeAsked).toList();
        return perhaps.isEmpty()
                ? List.of(new Pair(facts.container(), unlisted().configured(), notListed()))
                : perhaps;
    }

    private boolean mayBeAsked(Pair pair) {
        return pair.configured().sides().stream()
                .anyMatch(side -> side instanceof Side.Has(ContainerDefinition container, Presence _)
                        && container.name().matches(facts.container()) == Agreement.UNKNOWN);
    }

    private Pair pair(String container) {
        return new Pair(
                container,
                new Candidates(pairings.stream()
                        .map(each -> each.configured(container))
                        .toList()),
                deployed(container));
    }

    private Side deployed(String container) {
        return live().stream()
                .filter(each -> each.name().toString().equals(container))
                .findFirst()
                .<Side>map(each -> new Side.Has(each, new Presence.Present(each.place())))
                .orElseGet(() -> pairings.stream().anyMatch(each -> each.mayRun(container))
                        ? new Side.Hidden(
                                "it cannot be told which running container `" + container + "` is", new Place.Nowhere())
                        : notListed());
    }

    /** What runs under the name of a container that is not in the list. */
    private Side notListed() {
        return switch (service.deployment()) {
            case Deployment.Running live -> Pairing.unlisted(live.definition().gaps());
            case Deployment.Newest live -> Pairing.unlisted(live.definition().gaps());
            case Deployment.Missing _ -> new Side.Lacks();
            case Deployment.NotSeen(String why, String _) -> new Side.Hidden(Words.half(why), new Place.Nowhere());
            case Deployment.NotAsked(String why) -> new Side.Hidden(Words.half(why), new Place.Nowhere());
        };
    }

    private List<ContainerDefinition> live() {
        return running.stream().flatMap(each -> each.containers().stream()).toList();
    }

    private static List<TaskDefinition> running(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Running live -> List.of(live.definition());
            case Deployment.Newest live -> List.of(live.definition());
            case Deployment.Missing _, Deployment.NotSeen _, Deployment.NotAsked _ -> List.of();
        };
    }
}
