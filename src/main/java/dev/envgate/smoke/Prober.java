package dev.envgate.smoke;

import dev.envgate.ledger.Endpoint;
import dev.envgate.ledger.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Calls endpoints, each until it answers as it is to or has been called often enough.
 *
 * @param hosts the hosts with their ports that may be called: those that the configuration names
 * @param environment the environment variables, for headers
 * @param bodies what the files hold that are to be sent; an empty answer where one cannot be read
 * @param pause how long is waited before the second call; twice as long before each further one
 */
public record Prober(
        Set<String> hosts, Map<String, String> environment, Function<String, Optional<byte[]>> bodies, Duration pause) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    public Prober {
        hosts = Set.copyOf(hosts);
        environment = Map.copyOf(environment);
    }

    /** The hosts with their ports that some endpoints name. */
    public static Set<String> hosts(List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(each -> Exchange.host(URI.create(each.address())))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Probe probe(Endpoint endpoint) {
        Optional<String> unset = endpoint.headers().values().stream()
                .flatMap(value -> VARIABLE.matcher(value).results())
                .map(found -> found.group(1))
                .filter(name -> environment.getOrDefault(name, "").isEmpty())
                .sorted()
                .findFirst();
        if (unset.isPresent()) {
            return new Probe(
                    endpoint,
                    0,
                    new Probe.Outcome.NotCalled(
                            "A header of it needs the environment variable `%s`, which is not set."
                                    .formatted(unset.get()),
                            "set `%s`.".formatted(unset.get())));
        }
        Optional<byte[]> body = endpoint.body().isEmpty() ? Optional.of(new byte[0]) : bodies.apply(endpoint.body());
        if (body.isEmpty()) {
            return new Probe(
                    endpoint,
                    0,
                    new Probe.Outcome.NotCalled(
                            "The file `%s` that is to be sent cannot be read.".formatted(endpoint.body()),
                            "name a file of the repository in `body`."));
        }
        return probe(endpoint, body.get());
    }

    private Probe probe(Endpoint endpoint, byte[] body) {
        int tries = 1;
        Exchange exchange = new Exchange(endpoint, headers(endpoint), body, hosts);
        Probe.Outcome outcome = exchange.call();
        while (tries < endpoint.tries() && worthAnother(endpoint, outcome) && paused(tries)) {
            tries++;
            outcome = exchange.call();
        }
        return new Probe(endpoint, tries, outcome);
    }

    private Map<String, String> headers(Endpoint endpoint) {
        return endpoint.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> VARIABLE.matcher(each.getValue())
                                .replaceAll(found ->
                                        Matcher.quoteReplacement(environment.getOrDefault(found.group(1), "")))));
    }

    private static boolean worthAnother(Endpoint endpoint, Probe.Outcome outcome) {
        return switch (outcome) {
            case Probe.Outcome.Answered answered ->
                !endpoint.expects(answered.status())
                        || !answered.found().containsAll(endpoint.contains())
                        || answered.found().stream().anyMatch(endpoint.omits()::contains);
            case Probe.Outcome.Broken _ -> true;
            case Probe.Outcome.Elsewhere _, Probe.Outcome.NotCalled _ -> false;
        };
    }

    private boolean paused(int tries) {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    Math.min(LONGEST_PAUSE.toMillis(), pause.toMillis() << Math.min(tries - 1, 10)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
