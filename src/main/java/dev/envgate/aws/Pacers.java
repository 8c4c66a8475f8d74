package dev.envgate.aws;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for whom before a request is sent. */
sealed interface Pacers {
    /** That of a request. */
    Pacer of(Where where, Operation operation);

    /** How long the requests that were sent have to take at least. */
    Duration floor();

    /**
     * Where requests are counted together by AWS.
     *
     * @param account the account, or what is known of it: the name of a profile
     */
    record Where(String account, String region) {}

    /**
     * One for all, as for a run that is about a few services; but for secrets, of which Secrets Manager describes ten thousand a second: two
     * hundred of them are no reason to wait for seconds.
     */
    record Common(Pacer pacer, Pacer secrets) implements Pacers {
        private static final int OF_SECRETS = 10;

        Common(int perSecond) {
            this(new Pacer(perSecond), new Pacer(OF_SECRETS * perSecond));
        }

        @Override
        public Pacer of(Where where, Operation operation) {
            return operation == Operation.DESCRIBE_SECRET ? secrets : pacer;
        }

        @Override
        public Duration floor() {
            return pacer.floor().compareTo(secrets.floor()) < 0 ? secrets.floor() : pacer.floor();
        }
    }

    /**
     * One for each account, region and {@link Budget}.
     *
     * @param most of any of them, whatever AWS would let through
     * @param sharedBy how many runs share it
     */
    record Apart(int most, int sharedBy, Map<Key, Pacer> pacers) implements Pacers {
        Apart(int most, int sharedBy) {
            this(most, sharedBy, new ConcurrentHashMap<>());
        }

        @Override
        public Pacer of(Where where, Operation operation) {
            Budget budget = Budget.of(operation);
            return pacers.computeIfAbsent(
                    new Key(where.account(), budget.place(where.region()), budget),
                    _ -> Pacer.shared(Math.min(most, budget.perSecond()), sharedBy));
        }

        @Override
        public Duration floor() {
            return pacers.values().stream()
                    .map(Pacer::floor)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }
    }

    /** What a budget is kept for. */
    record Key(String account, String region, Budget budget) {}
}
