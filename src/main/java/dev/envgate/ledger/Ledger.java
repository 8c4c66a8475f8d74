package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found out in one run, joined: what rules judge and reports show.
 *
 * @param identity the account and region that answered; where the services are of several, those are known to each service only
 */
public record Ledger(
        Identity identity, List<ServiceLedger> services, List<NotVerified> notVerified, Conventions conventions) {
    public Ledger {
        services = List.copyOf(services);
        notVerified = List.copyOf(notVerified);
    }

    /** Without a configuration. */
    public Ledger(Identity identity, List<ServiceLedger> services, List<NotVerified> notVerified) {
        this(identity, services, notVerified, Conventions.NEUTRAL);
    }

    /** Puts the ledgers of several services together; what could not be looked at then says of which service it is. */
    public static Ledger of(List<Ledger> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Identity> identities =
                parts.stream().map(Ledger::identity).distinct().toList();
        return new Ledger(
                identities.size() == 1 ? identities.getFirst() : Identity.NONE,
                parts.stream().flatMap(each -> each.services().stream()).toList(),
                parts.stream().flatMap(Ledger::named).distinct().toList(),
                parts.isEmpty() ? Conventions.NEUTRAL : parts.getFirst().conventions());
    }

    private Stream<NotVerified> named() {
        return notVerified.stream().map(each -> services.isEmpty() ? each : each.of(services.getFirst()));
    }

    /** Whether {@code --strict} has made declared names louder. */
    public boolean strict() {
        return rows().flatMap(row -> row.declarations().stream())
                .anyMatch(each -> each.ground() == Declaration.Ground.STRICT);
    }

    /** Whether values of secrets or parameters were read to judge them. */
    public boolean deep() {
        return rows().flatMap(row -> Stream.concat(row.storedStates().stream(), row.runningStates().stream()))
                .anyMatch(state -> state instanceof Stored.Exists exists
                        && !(exists.contents() instanceof Contents.NotAsked)
                        && !(exists.contents() instanceof Contents.NotSeen));
    }

    private Stream<Row> rows() {
        return services.stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream());
    }

    /** The same with the endpoints of its service that were called. */
    public Ledger probed(List<Probe> probes) {
        return new Ledger(
                        identity,
                        services.stream().map(each -> each.with(probes)).toList(),
                        notVerified,
                        conventions)
                .with(probes.stream().flatMap(Ledger::unprobed).toList());
    }

    private static Stream<NotVerified> unprobed(Probe probe) {
        String what = "`" + probe.endpoint().shown() + "`";
        return switch (probe.outcome()) {
            case Probe.Outcome.NotCalled(String why, String hint) ->
                Stream.of(new NotVerified(Station.DEPLOYED, what, why, hint));
            case Probe.Outcome.Answered answered
            when !answered.whole() && !probe.endpoint().omits().isEmpty() ->
                Stream.of(new NotVerified(
                        Station.DEPLOYED,
                        what,
                        "Its answer is larger than a megabyte, and what must not be in it was looked for in the beginning only.",
                        "call an address that answers with less.",
                        NotVerified.Cause.UNDECIDED));
            case Probe.Outcome.Answered _, Probe.Outcome.Elsewhere _, Probe.Outcome.Broken _ -> Stream.of();
        };
    }

    /** The same with more that could not be looked at. */
    public Ledger with(List<NotVerified> more) {
        return new Ledger(
                identity,
                services,
                Stream.concat(more.stream(), notVerified.stream()).distinct().toList(),
                conventions);
    }

    /** What tells a service from another one of the same name in the same environment; empty where there is no other. */
    public String apart(ServiceLedger service) {
        boolean alone = services.stream()
                        .filter(each -> each.title().equals(service.title()))
                        .count()
                < 2;
        return alone
                ? ""
                : String.join(
                        " ",
                        service.cluster(),
                        service.identity().account(),
                        service.identity().region(),
                        service.root());
    }

    /** The same without the other services that have the name of one in its environment. */
    public Ledger withoutNamesakes(ServiceLedger service) {
        return new Ledger(
                identity,
                services.stream()
                        .filter(each -> each.equals(service) || !each.title().equals(service.title()))
                        .toList(),
                notVerified,
                conventions);
    }

    /** The part about one environment; empty for the services that were looked at in none. */
    public Ledger in(String environment) {
        return new Ledger(
                identity,
                services.stream()
                        .filter(each -> each.environment().equals(environment))
                        .toList(),
                notVerified,
                conventions);
    }
}
