package dev.envgate.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What goes to AWS in a whole run, over all accounts and regions: how fast, and how much it was. */
public final class Traffic implements AutoCloseable {
    /** How many requests are sent in any one second unless something else is said. */
    public static final int USUAL = 50;

    private final Pacers pacers;
    private final Optional<Sessions> sessions;
    private final Map<Operation, Tally> tallies = new EnumMap<>(Operation.class);

    /** At most so many requests in any one second, and ten times as many that describe a secret. */
    public Traffic(int perSecond) {
        this(new Pacers.Common(perSecond), Optional.empty());
    }

    private Traffic(Pacers pacers, Optional<Sessions> sessions) {
        this.pacers = pacers;
        this.sessions = sessions;
    }

    /**
     * That of a run over many services: each account and region is asked at the pace that AWS has for it, whatever the others do, and who
     * has logged in stays so until {@link #close()}.
     *
     * @param perSecond the most that is sent of the calls that AWS counts together, whatever it would let through
     * @param sharedBy how many runs ask the same accounts at the same time
     */
    public static Traffic ofFleet(int perSecond, int sharedBy) {
        Network.keepConnections();
        return new Traffic(new Pacers.Apart(perSecond, sharedBy), Optional.of(new Sessions()));
    }

    /** The logins that stay; none where each question has its own. */
    Optional<Sessions> sessions() {
        return sessions;
    }

    /** How long what was sent has to take at least at the pace of this run. */
    public Duration floor() {
        return pacers.floor();
    }

    /** Ends the logins that stayed. */
    @Override
    public void close() {
        sessions.ifPresent(Sessions::close);
    }

    /**
     * What an operation has cost so far.
     *
     * @param operation as policies of IAM name it
     * @param requests those sent, further attempts included
     * @param bytes of the bodies of the answers
     * @param waited from the requests to the heads of the answers, all together
     */
    public record Line(String operation, int requests, long bytes, Duration waited) {}

    /** The same while it grows, several times with each answer. */
    private static final class Tally {
        private int requests;
        private long bytes;
        private long nanoseconds;
    }

    /** Waits until it is the turn of a request; when the thread is interrupted the run is over, and nothing is waited for. */
    void send(Pacers.Where where, Operation operation) {
        add(operation, 1, 0, 0);
        Meter meter = Meter.current();
        meter.sent();
        long now = System.nanoTime();
        long wait = pacers.of(where, operation).turn(now);
        meter.waits(now, wait);
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void answered(Pacers.Where where, Operation operation, long nanoseconds) {
        add(operation, 0, 0, nanoseconds);
        pacers.of(where, operation).answered();
    }

    /** AWS wants to be asked less often. */
    void throttled(Pacers.Where where, Operation operation) {
        pacers.of(where, operation).throttled();
    }

    void read(Operation operation, long bytes) {
        add(operation, 0, bytes, 0);
    }

    private synchronized void add(Operation operation, int requests, long bytes, long nanoseconds) {
        Tally tally = tallies.computeIfAbsent(operation, _ -> new Tally());
        tally.requests += requests;
        tally.bytes += bytes;
        tally.nanoseconds += nanoseconds;
    }

    /** Every operation that was called, by its name. */
    public synchronized List<Line> lines() {
        List<Line> sorted = new ArrayList<>();
        tallies.forEach((operation, each) ->
                sorted.add(new Line(operation.call(), each.requests, each.bytes, Duration.ofNanos(each.nanoseconds))));
        sorted.sort(Comparator.comparing(Line::operation));
        return List.copyOf(sorted);
    }
}
