package dev.envgate.cli;

import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Meter;
import dev.envgate.aws.Observation;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.aws.Traffic;
import dev.envgate.ledger.Deployment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Finds out the live sides of all targets of a run: everybody who is asked with the same login is asked once, for all that is wanted. */
record LiveSides(Console console, Traffic traffic, Optional<SnapshotFile> snapshot) {
    private static final int AT_ONCE = 4;

    /** What was asked in one place, and what came of it. */
    private record Seen(AwsSettings settings, Map<Query, Deployment> deployments, Observation observation) {
        private Live live(Request wanted) {
            return new Live(
                    Objects.requireNonNull(deployments.get(wanted.queries().getFirst())),
                    observation.stores(),
                    observation.identity(),
                    observation.caller(),
                    observation.notVerified());
        }

        /** What became of each query. */
        private static Map<Query, Deployment> deployments(Request request, Observation observation) {
            Map<Query, Deployment> found = new HashMap<>();
            for (int i = 0; i < request.queries().size(); i++) {
                found.put(request.queries().get(i), observation.deployments().get(i));
            }
            return found;
        }
    }

    /** The live side of each target, in their order. */
    List<Live> of(List<Pending> targets) {
        return snapshot.isPresent() ? targets.stream().map(snapshot.get()::live).toList() : asked(targets);
    }

    private List<Live> asked(List<Pending> targets) {
        Map<AwsSettings, Seen> seen = new HashMap<>();
        seen(targets).forEach(each -> seen.put(each.settings(), each));
        return targets.stream()
                .map(each -> switch (each.side()) {
                    case Pending.LiveSide.Known(Live live) -> live;
                    case Pending.LiveSide.Wanted(Request request) ->
                        Objects.requireNonNull(seen.get(each.settings())).live(request);
                })
                .toList();
    }

    /** What was seen in each place. */
    private List<Seen> seen(List<Pending> targets) {
        Map<AwsSettings, Request> wanted = new LinkedHashMap<>();
        for (Pending each : targets) {
            if (each.side() instanceof Pending.LiveSide.Wanted(Request request)) {
                wanted.merge(each.settings(), request, Request::and);
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (Waiting _ = new Waiting(console, traffic, Waiting.PATIENCE)) {
            return Turns.aside(() -> wanted.size() == 1
                    ? wanted.entrySet().stream().map(this::look).toList()
                    : sideBySide(wanted));
        }
    }

    private List<Seen> sideBySide(Map<AwsSettings, Request> wanted) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (threads) {
            return wanted.entrySet().stream()
                    .map(each -> CompletableFuture.supplyAsync(Meter.carried(() -> look(each)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private Seen look(Map.Entry<AwsSettings, Request> wanted) {
        Observation observation = new Aws(wanted.getKey(), traffic).observe(wanted.getValue());
        return new Seen(wanted.getKey(), Seen.deployments(wanted.getValue(), observation), observation);
    }
}
