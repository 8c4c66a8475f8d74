package dev.envgate.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The containers of one service, each as Terraform and as what runs show it. */
final class Containers {
    private final Join.Service service;
    private final List<ContainerDefinition> live;
    private final List<Pairing> pairings;

    Containers(Join.Service service, EnvFiles files) {
        this.service = service;
        this.live = service.deployment().definitions().stream()
                .map(each -> files.running(each, service.deployment()))
                .flatMap(each -> each.containers().stream())
                .toList();
        this.pairings = service.definitions().stream()
                .map(files::filled)
                .map(each -> new Pairing(each, live))
                .toList();
    }

    /** In the order of Terraform, then those that only run; never none, so that there is one to charge with what no container has. */
    List<Pair> all() {
        Set<String> names = new LinkedHashSet<>();
        pairings.forEach(each -> names.addAll(each.names()));
        live.forEach(each -> names.add(each.name().toString()));
        return names.isEmpty()
                ? List.of(unlisted(""))
                : names.stream().map(this::pair).toList();
    }

    /** The one of that name, else those that may have it, else one that is nowhere. */
    List<Pair> only(String container) {
        List<Pair> same = all().stream()
                .filter(pair -> pair.container().equals(container))
                .toList();
        List<Pair> perhaps = same.isEmpty()
                ? all().stream().filter(pair -> mayBe(pair, container)).toList()
                : same;
        return perhaps.isEmpty() ? List.of(unlisted(container)) : perhaps;
    }

    /** A container that neither side lists. */
    Pair unlisted(String container) {
        return new Pair(
                container,
                new Candidates(service.definitions().stream()
                        .map(each -> Pairing.unlisted(each.gaps()))
                        .toList()),
                unlisted());
    }

    private static boolean mayBe(Pair pair, String container) {
        return pair.configured().sides().stream()
                .anyMatch(side ->
                        side instanceof Side.Has has && has.container().name().matches(container) == Agreement.UNKNOWN);
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
        return live.stream()
                .filter(each -> each.name().toString().equals(container))
                .findFirst()
                .map(each -> Side.has(each, new Presence.Present(each.place())))
                .orElseGet(() -> pairings.stream().anyMatch(each -> each.mayRun(container))
                        ? new Side.Hidden(
                                "it cannot be told which running container `" + container + "` is", new Place.Nowhere())
                        : unlisted());
    }

    /** What runs under a name that is not in the list of what runs. */
    private Side unlisted() {
        return switch (service.deployment()) {
            case Deployment.Running running ->
                Pairing.unlisted(running.definition().gaps());
            case Deployment.Started started ->
                Pairing.unlisted(started.definition().gaps());
            case Deployment.Newest newest ->
                Pairing.unlisted(newest.definition().gaps());
            case Deployment.Missing _ -> new Side.Lacks();
            case Deployment.NotSeen(String why, String _) -> new Side.Hidden(Words.half(why), new Place.Nowhere());
            case Deployment.NotAsked(String why) -> new Side.Hidden(Words.half(why), new Place.Nowhere());
        };
    }
}
