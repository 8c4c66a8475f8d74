package dev.envgate.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins one service: the names of its containers in Terraform, in what runs, and in the contract. */
final class ServiceJoin {
    private final Join.Facts facts;
    private final Declared declared;
    private final Join.Service service;
    private final EnvFiles files;
    private final Containers containers;
    private final List<Pair> pairs;

    ServiceJoin(Join.Facts facts, Declared declared, Join.Service service) {
        this.facts = facts;
        this.declared = declared;
        this.service = service;
        this.files = new EnvFiles(facts.stores());
        this.containers = new Containers(service, files);
        this.pairs = facts.containers().isEmpty() ? containers.all() : asked();
    }

    private List<Pair> asked() {
        return facts.containers().stream()
                .flatMap(each -> containers.only(each).stream())
                .distinct()
                .toList();
    }

    ServiceLedger ledger() {
        Pair application = new Application(service.service(), declared.names(service.service())).among(pairs);
        return new ServiceLedger(
                service.service(),
                service.cluster(),
                facts.configuration().root(),
                service.definitions(),
                facts.configuration().taskDefinitions().stream()
                        .filter(each -> !service.definitions().contains(each))
                        .map(each -> facts.configuration().filled(each))
                        .toList(),
                service.services(),
                facts.configuration().iam(),
                service.deployment(),
                facts.contract(),
                facts.code(),
                pairs.stream()
                        .map(pair -> pair.is(application) ? charged(pair) : container(pair, Set.of(), Set.of()))
                        .toList(),
                service.environment(),
                facts.identity(),
                facts.configuration().copying(),
                Fetches.of(service, facts.stores()),
                Keeping.of(
                        service.prefixes(),
                        facts.stores(),
                        facts.configuration().uses()),
                facts.configuration().switchedOff().stream()
                        .filter(each -> addresses().contains(each.definition()))
                        .toList(),
                List.of());
    }

    /** The container of the application has the declared names that no container has as well, and those that went astray. */
    private ContainerLedger charged(Pair application) {
        NavigableSet<Name> nowhere = declared.names(service.service());
        Set<Name> astray = astray(nowhere, application);
        pairs.forEach(pair -> nowhere.removeAll(pair.names()));
        return container(application, nowhere, astray);
    }

    /** The names that only sidecars have, and that are none of their own: they were meant for the application. */
    private Set<Name> astray(Set<Name> wanted, Pair application) {
        Set<Name> astray = new TreeSet<>();
        if (!Application.sidecar(application.container())) {
            pairs.stream()
                    .filter(pair -> Application.sidecar(pair.container()))
                    .forEach(pair -> pair.names().stream()
                            .filter(name -> wanted.contains(name) && !Application.owns(pair.container(), name))
                            .forEach(astray::add));
            pairs.stream()
                    .filter(pair -> !Application.sidecar(pair.container()))
                    .forEach(pair -> astray.removeAll(pair.names()));
        }
        return astray;
    }

    private ContainerLedger container(Pair pair, Set<Name> nowhere, Set<Name> astray) {
        NavigableSet<Name> names = pair.names();
        names.addAll(nowhere);
        names.addAll(astray);
        Presence unconfigured = nowhere(pair, each -> each.configured().nameless());
        Presence undeployed = nowhere(pair, each -> each.deployed().nameless());
        return new ContainerLedger(
                pair.container(),
                pair.configured().presence(),
                pair.deployed().presence(),
                files(pair.container()),
                Stream.concat(pair.configured().malformed(), pair.deployed().malformed())
                        .distinct()
                        .toList(),
                names.stream()
                        .map(name -> nowhere.contains(name)
                                ? row(name, leftOpen(name, unconfigured, undeployed), List.of(), undeployed, List.of())
                                : row(name, pair))
                        .map(ImageJoin.of(pair)::fill)
                        .toList());
    }

    private List<ContainerFile> files(String container) {
        return files.of(container, service.definitions(), service.deployment().definitions());
    }

    private Row row(Name name, Pair pair) {
        Presence deployed = pair.deployed().presence(name);
        return row(
                name,
                leftOpen(name, pair.configured().presence(name), deployed),
                pair.configured().entries(name),
                deployed,
                pair.deployed().entries(name));
    }

    /** What the files leave open is not missing yet; where it can be seen that it does not run, nobody gave it. */
    private Presence leftOpen(Name name, Presence configured, Presence deployed) {
        if (!(configured instanceof Presence.Absent) || !matters(name, deployed)) {
            return configured;
        }
        Set<String> definitions = addresses();
        return facts.configuration().leftOpen().stream()
                .filter(each -> each.mayGive(name, definitions))
                .<Presence>map(LeftOpen::presence)
                .findFirst()
                .orElse(configured);
    }

    private Set<String> addresses() {
        return service.definitions().stream().map(TaskDefinition::address).collect(Collectors.toSet());
    }

    /** Whether it would be a fault that nobody has to find in vain: a name that has a default is only noted where it is missing. */
    private boolean matters(Name name, Presence deployed) {
        return switch (deployed) {
            case Presence.Present _, Presence.Conditional _ -> true;
            case Presence.Absent _ -> false;
            case Presence.Unknown _ ->
                declared.of(name).stream()
                        .map(Declaration::standing)
                        .anyMatch(standing -> standing.compareTo(Standing.SETTING) <= 0);
        };
    }

    /** Whether a name is there that no list has: it may be in the part of any list that is not known. */
    private Presence nowhere(Pair application, Function<Pair, Presence> station) {
        return Stream.concat(Stream.of(application), others(application))
                .map(station)
                .filter(Presence.Unknown.class::isInstance)
                .findFirst()
                .orElseGet(Presence.Absent::new);
    }

    /** Where else a name of the application may be: not in a sidecar, and in no other container at all when one was asked for. */
    private Stream<Pair> others(Pair application) {
        return facts.containers().isEmpty()
                ? Stream.concat(
                        pairs.stream().filter(pair -> !pair.is(application) && !Application.sidecar(pair.container())),
                        Stream.of(containers.unlisted("")))
                : Stream.of();
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
                deployedEntries,
                shelf.runningStates());
    }

    private Kind kind(Name name, Stream<Entry> given) {
        return declared.of(name).stream()
                .map(Declaration::kind)
                .min(Comparator.naturalOrder())
                .orElseGet(() ->
                        given.anyMatch(each -> each.given() instanceof Given.Secret) ? Kind.SECRET : Kind.SETTING);
    }
}
