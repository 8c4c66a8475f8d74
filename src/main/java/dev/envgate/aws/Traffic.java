package dev.envgate.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What goes to AWS in a whole run, over all accounts and regions: how fast, and how much it was. */
public final class Traffic {
    /** How many requests are sent in any one second unless something else is said. */
    public static final int USUAL = 50;

    /** Secrets Manager answers ten thousand such requests a second, far more than other services do. */
    private static final int OF_SECRETS = 10;

    private final Pacer pacer;
    private final Pacer secrets;
    private final Map<Operation, Line> lines = new EnumMap<>(Operation.class);

    /** At most so many requests in any one second, and ten times as many of those that describe a secret. */
    public Traffic(int perSecond) {
        pacer = new Pacer(perSecond);
        secrets = new Pacer(OF_SECRETS * perSecond);
    }

    private Pacer pacer(Operation operation) {
        return operation == Operation.DESCRIBE_SECRET ? secrets : pacer;
    }

    /**
     * What an operation has cost so far.
     *
     * @param operation as policies of IAM name it
     * @param requests those sent, further attempts included
     * @param bytes of the bodies of the answers
     * @param waited from the requests to the heads of the answers, all together
     */
    public record Line(String operation, int requests, long bytes, Duration waited) {
        private Line with(int moreRequests, long moreBytes, long moreNanoseconds) {
            return new Line(operation, requests + moreRequests, bytes + moreBytes, waited.plusNanos(moreNanoseconds));
        }
    }

    /** Waits until it is the turn of a request; when the thread is interrupted the run is over, and nothing is waited for. */
    void send(Operation operation) {
        add(operation, 1, 0, 0);
        try {
            TimeUnit.NANOSECONDS.sleep(pacer(operation).turn(System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void answered(Operation operation, long nanoseconds) {
        add(operation, 0, 0, nanoseconds);
        pacer(operation).answered();
    }

    /** AWS wants to be asked less often. */
    void throttled() {
        pacer.throttled();
        secrets.throttled();
    }

    void read(Operation operation, long bytes) {
        add(operation, 0, bytes, 0);
    }

    private synchronized void add(Operation operation, int requests, long bytes, long nanoseconds) {
        lines.merge(
                operation,
                new Line(operation.call(), requests, bytes, Duration.ofNanos(nanoseconds)),
                (before, _) -> before.with(requests, bytes, nanoseconds));
    }

    /** Every operation that was called, by its name. */
    public synchronized List<Line> lines() {
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Line::operation));
        return List.copyOf(sorted);
    }
}
