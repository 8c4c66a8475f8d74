package dev.envgate.cli;

import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.aws.Traffic;
import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.text.Escape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Waits until the rollouts of services have ended, well or not.
 *
 * @param patience how long
 */
record AwaitedRollouts(Console console, Traffic traffic, Duration patience) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration WORD = Duration.ofSeconds(30);

    /** A service that is asked about. */
    private record Asked(AwsSettings settings, Query query, String title) {}

    /** What is still under way when the time is over; nothing can be said of how that ends. */
    List<NotVerified> await(List<Pending> targets) {
        List<Asked> open = targets.stream()
                .flatMap(each -> each.side() instanceof Pending.LiveSide.Wanted(Request request)
                        ? request.queries().stream()
                                .map(query -> new Asked(
                                        each.settings(), query, each.chosen().service()))
                        : Stream.of())
                .distinct()
                .toList();
        long end = System.nanoTime() + patience.toNanos();
        Duration pace = FIRST;
        long told = System.nanoTime() - WORD.toNanos();
        open = underWay(open);
        while (!open.isEmpty() && System.nanoTime() - end < 0 && paused(pace, end)) {
            if (System.nanoTime() - told >= WORD.toNanos()) {
                say(open);
                told = System.nanoTime();
            }
            pace = pace.multipliedBy(3).dividedBy(2);
            pace = pace.compareTo(LONGEST) > 0 ? LONGEST : pace;
            open = underWay(open);
        }
        return open.stream().map(this::unverified).toList();
    }

    private NotVerified unverified(Asked asked) {
        return new NotVerified(
                Station.DEPLOYED,
                asked.title(),
                patience.isZero()
                        ? "Its rollout is still under way."
                        : "Its rollout was still under way after %d s.".formatted(patience.toSeconds()),
                "wait for it with `--wait 10m`, or longer.");
    }

    /** Those of which AWS says that they are not done; what it does not say, the check that follows tells. */
    private List<Asked> underWay(List<Asked> open) {
        Map<AwsSettings, List<Asked>> places =
                open.stream().collect(Collectors.groupingBy(Asked::settings, LinkedHashMap::new, Collectors.toList()));
        List<Asked> left = new ArrayList<>();
        places.forEach((settings, asked) -> {
            Request request = new Request(
                    asked.stream().map(Asked::query).toList(),
                    List.of(),
                    new Request.Files.Declined("the rollout alone is looked at"));
            List<Deployment> found = new Aws(settings, traffic).observe(request).deployments();
            for (int i = 0; i < asked.size(); i++) {
                if (underWay(found.get(i))) {
                    left.add(asked.get(i));
                }
            }
        });
        return left;
    }

    private static boolean underWay(Deployment deployment) {
        return deployment instanceof Deployment.Running running
                && !running.progress().rolledBack()
                && running.progress()
                        .primary()
                        .filter(each -> each.rollout() == Deploying.Rollout.IN_PROGRESS)
                        .isPresent();
    }

    private static boolean paused(Duration pace, long end) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(pace.toNanos(), end - System.nanoTime())));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A log gets a line as well: a step that says nothing for ten minutes looks dead. */
    private void say(List<Asked> open) {
        console.err()
                .println("envgate: waiting for the rollout of "
                        + open.stream()
                                .map(each -> Escape.terminal(each.title()))
                                .collect(Collectors.joining(", ")));
    }
}
