package dev.envgate.aws;

import dev.envgate.ledger.Identity;
import dev.envgate.ledger.StoppedTask;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Wildcard;
import java.util.List;
import java.util.Map;

/** AWS as it is seen with given settings. It only reads, it asks for the value of a secret only where a request is a deep one, and nothing of the SDK is loaded before it is asked. */
public final class Aws {
    private final AwsSettings settings;
    private final Traffic traffic;

    public Aws(AwsSettings settings) {
        this(settings, new Traffic(Traffic.USUAL));
    }

    /** {@code traffic} is that of a whole run, which may look at AWS with several settings. */
    public Aws(AwsSettings settings, Traffic traffic) {
        this.settings = settings;
        this.traffic = traffic;
    }

    /**
     * Finds out everything asked for, in parallel, and returns at the latest when the time of the settings is over. A call that
     * fails makes its own facts unknown and nothing else; nothing is thrown for what AWS, the network or the login does.
     */
    public Observation observe(Request request) {
        return nothing(request) ? nothing() : Visit.pay(settings, traffic, request);
    }

    /** The tasks of a service that stopped lately: ECS tells of them for about an hour. */
    public Asked<List<StoppedTask>> stopped(String cluster, String service) {
        return Visit.ask(
                settings, traffic, (clients, calls) -> new ServiceTasks(clients, calls).lately(cluster, service));
    }

    /** A task by its ARN; none when ECS does not tell of it any more. */
    public Asked<List<StoppedTask>> stopped(String arn) {
        return Visit.ask(
                settings,
                traffic,
                (clients, calls) -> new ServiceTasks(clients, calls).described(Names.clusterOfTask(arn), List.of(arn)));
    }

    /** The services of a cluster, or of all clusters when none is named. */
    public Asked<Inventory> services(String cluster) {
        return Visit.ask(settings, traffic, (clients, calls) -> Inventory.take(clients, calls, cluster));
    }

    /** The services of the clusters that a pattern means, of all where there is none, which have all the tags. */
    public Asked<Inventory> services(List<Wildcard> clusters, Map<String, String> tags) {
        return Visit.ask(settings, traffic, (clients, calls) -> Inventory.take(clients, calls, clusters, tags));
    }

    private static boolean nothing(Request request) {
        return request.queries().isEmpty()
                && request.prefixes().isEmpty()
                && request.references().isEmpty()
                && !(request.files() instanceof Request.Files.Asked(List<String> arns) && !arns.isEmpty());
    }

    private static Observation nothing() {
        return new Observation(
                Identity.NONE, "", List.of(), reference -> new Stored.NotAsked("Nothing was asked."), List.of());
    }
}
