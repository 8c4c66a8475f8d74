package dev.envgate.track;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the requests to one server: never to another one, never faster than it wants, and not for longer than the run has time.
 * What changes nothing when it is done twice is repeated when it fails, and nothing else is.
 */
final class Caller {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 4;
    private static final int MOST_HOPS = 5;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 307, 308);

    private final Wire wire;
    private final Time time;
    private final Instant end;
    private final Server server;
    private Instant nextWrite = Instant.EPOCH;

    /**
     * Who is called.
     *
     * @param name as people call it
     * @param headers of every request
     * @param pause between two writes
     */
    record Server(String name, URI address, Map<String, String> headers, Limits limits, Duration pause) {
        Server {
            headers = Map.copyOf(headers);
        }

        /** Without the headers: a token is in them. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a request does. */
    enum Sort {
        /** It reads. */
        READ,
        /** It writes, and may do so again. */
        REPEATABLE,
        /** It writes, and a second time would be one too many. */
        ONCE
    }

    /** {@code patience} is the time for all requests together. */
    Caller(Wire wire, Time time, Duration patience, Server server) {
        this.wire = wire;
        this.time = time;
        this.end = time.now().plus(patience);
        this.server = server;
    }

    Server server() {
        return server;
    }

    /** An answer, whatever its status below 500; the server's limits were waited for. */
    Outcome<Reply.Answered> call(String method, URI address, Map<String, String> more, String body, Sort sort) {
        Map<String, String> headers = new java.util.HashMap<>(server.headers());
        headers.putAll(more);
        Call call = new Call(method, address, headers, body);
        int throttled = 0;
        int tries = 0;
        while (true) {
            keepPace(sort);
            if (left().isNegative() || left().isZero()) {
                return over("The time that was given was over before %s had answered.".formatted(server.name()));
            }
            Outcome<Reply.Answered> outcome = once(call, sort);
            Optional<Duration> wait = outcome instanceof Outcome.Got<Reply.Answered>(Reply.Answered answer)
                    ? server.limits().wait(answer, time.now(), throttled)
                    : Optional.empty();
            if (wait.isPresent()) {
                throttled++;
                if (wait.get().compareTo(left()) >= 0) {
                    return over("%s asks to wait %d s, and less was left."
                            .formatted(server.name(), wait.get().toSeconds()));
                }
                time.pass(wait.get());
            } else if (done(outcome) || ++tries >= MOST_TRIES || !again(outcome, sort)) {
                return settled(outcome, sort);
            } else {
                time.pass(atMost(Duration.ofSeconds(1L << (tries - 1))));
            }
        }
    }

    private static boolean done(Outcome<Reply.Answered> outcome) {
        return outcome instanceof Outcome.Got<Reply.Answered>(Reply.Answered answer) && answer.status() < 500;
    }

    /** What was not even sent can be sent again, whatever it is. */
    private static boolean again(Outcome<Reply.Answered> outcome, Sort sort) {
        return switch (outcome) {
            case Outcome.Got<Reply.Answered> _ -> sort != Sort.ONCE;
            case Outcome.Failed<Reply.Answered>(Failure failure) ->
                failure.reach() == Failure.Reach.LOST ? sort != Sort.ONCE : failure.reach() == Failure.Reach.ALL;
        };
    }

    private Outcome<Reply.Answered> settled(Outcome<Reply.Answered> outcome, Sort sort) {
        if (outcome instanceof Outcome.Got<Reply.Answered>(Reply.Answered answer) && answer.status() >= 500) {
            return new Outcome.Failed<>(new Failure(
                    sort == Sort.ONCE ? Failure.Reach.LOST : Failure.Reach.ALL,
                    "%s failed to answer (HTTP %d).".formatted(server.name(), answer.status()),
                    "run it again later: what was done stays, and nothing is done twice."));
        }
        return outcome instanceof Outcome.Failed<Reply.Answered>(Failure failure)
                        && failure.reach() == Failure.Reach.LOST
                        && sort != Sort.ONCE
                ? new Outcome.Failed<>(new Failure(Failure.Reach.ALL, failure.why(), failure.hint()))
                : outcome;
    }

    private void keepPace(Sort sort) {
        if (sort == Sort.READ) {
            return;
        }
        Duration early = Duration.between(time.now(), nextWrite);
        if (early.isPositive()) {
            time.pass(atMost(early));
        }
        nextWrite = time.now().plus(server.pause());
    }

    /** As long as that, and no longer than there is time. */
    private Duration atMost(Duration wanted) {
        return Collections.min(List.of(wanted, left()));
    }

    private Duration left() {
        return Duration.between(time.now(), end);
    }

    /** One try, with the redirects to other addresses of the same server. */
    private Outcome<Reply.Answered> once(Call call, Sort sort) {
        Call next = call;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            switch (wire.send(next, left().isPositive() ? atMost(LONGEST) : Duration.ofSeconds(1))) {
                case Reply.Broken(String why, boolean sent) -> {
                    return new Outcome.Failed<>(new Failure(
                            sent ? Failure.Reach.LOST : Failure.Reach.ALL,
                            "%s gave no answer, because %s.".formatted(server.name(), why),
                            "run it again: what was done stays, and nothing is done twice."));
                }
                case Reply.Answered answer -> {
                    if (!REDIRECTS.contains(answer.status())
                            || answer.header("location").isEmpty()) {
                        return new Outcome.Got<>(answer);
                    }
                    Optional<URI> address = within(next.address(), answer.header("location"));
                    if (address.isEmpty() || (sort == Sort.ONCE && answer.status() == 302)) {
                        return elsewhere(answer);
                    }
                    next = next.at(address.get());
                }
            }
        }
        return new Outcome.Failed<>(new Failure(
                Failure.Reach.THIS,
                "%s redirects more than %d times.".formatted(server.name(), MOST_HOPS),
                "check its address."));
    }

    private Outcome<Reply.Answered> elsewhere(Reply.Answered answer) {
        return new Outcome.Failed<>(new Failure(
                Failure.Reach.THIS,
                "%s answers %d and leads to another place, which is not followed."
                        .formatted(server.name(), answer.status()),
                "check its address."));
    }

    /** A token goes to no server but the one that it is for. */
    private static Optional<URI> within(URI from, String location) {
        try {
            URI to = from.resolve(location);
            return Origins.of(to).equals(Origins.of(from)) && to.getRawUserInfo() == null
                    ? Optional.of(to)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Outcome<Reply.Answered> over(String why) {
        return new Outcome.Failed<>(Failure.all(
                why, "give it more time with `--wait`, or run it again later: it goes on where it stopped."));
    }
}
