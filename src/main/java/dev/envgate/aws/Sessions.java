package dev.envgate.aws;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The logins of a run over many services: each is made once, and stays for whoever asks the same account and region next. */
final class Sessions implements AutoCloseable {
    /** Credentials of a role live for an hour at least; a new login is cheap. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Asking again would be told the same. */
    private static final Set<Trouble> LASTING = EnumSet.of(
            Trouble.DENIED,
            Trouble.UNKNOWN_KEYS,
            Trouble.NO_LOGIN,
            Trouble.HALF_LOGIN,
            Trouble.NO_PROFILE,
            Trouble.BAD_PROFILES,
            Trouble.EMPTY_PROFILE,
            Trouble.SESSION_ENDED,
            Trouble.NO_TOKEN_FILE,
            Trouble.NO_TOKEN_ROLE,
            Trouble.NOT_AN_ADDRESS);

    private final Map<AwsSettings, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<BoundedHttp>> http = new AtomicReference<>(Optional.empty());
    private final Supplier<Answer<Network>> environment;
    private Optional<Answer<Network>> network = Optional.empty();

    Sessions() {
        this(Network::ofTheEnvironment);
    }

    /** {@code environment} says what stands between this machine and AWS. */
    Sessions(Supplier<Answer<Network>> environment) {
        this.environment = environment;
    }

    /** One login, and who it turned out to be. */
    private static final class Kept {
        private Optional<Answer<Clients>> answer = Optional.empty();
        private long since;
        private final AtomicReference<Optional<Account.Caller>> caller = new AtomicReference<>(Optional.empty());

        /** Those who come while somebody logs in wait for the same answer. */
        private synchronized Answer<Clients> open(Session session) {
            boolean fresh = System.nanoTime() - since < LONGEST.toNanos();
            if (answer.isEmpty() || !fresh || !lasting(answer.get())) {
                answer = Optional.of(session.open());
                since = System.nanoTime();
            }
            return answer.get();
        }

        private static boolean lasting(Answer<Clients> answer) {
            return answer.resolve(_ -> true, failure -> LASTING.contains(failure.trouble()));
        }
    }

    private Kept kept(AwsSettings settings) {
        return kept.computeIfAbsent(settings, _ -> new Kept());
    }

    /** What the environment says of it stays so for the run: a bundle of certificates takes longer to read than a service to judge. */
    synchronized Answer<Network> network(AwsSettings settings) {
        if (settings.login() instanceof Login.Keys) {
            return new Answer.Got<>(Network.BARE);
        }
        if (network.isEmpty()) {
            network = Optional.of(environment.get());
        }
        return network.get();
    }

    Answer<Clients> open(AwsSettings settings, Network network, Traffic traffic) {
        return kept(settings).open(new Session(settings, http(settings, network), traffic));
    }

    /** All use one, which ends with the run. */
    private synchronized BoundedHttp http(AwsSettings settings, Network network) {
        if (http.get().isEmpty()) {
            http.set(Optional.of(BoundedHttp.within(settings.timeout(), network)));
        }
        return http.get().orElseThrow();
    }

    /** Who asks, asked once for each login. */
    Account account(AwsSettings settings, Clients clients, Calls calls) {
        AtomicReference<Optional<Account.Caller>> known = kept(settings).caller;
        Account account =
                known.get().map(caller -> new Account(clients, caller)).orElseGet(() -> new Account(clients, calls));
        var _ = account.caller()
                .thenAccept(answer -> answer.resolve(
                        caller -> {
                            known.set(Optional.of(caller));
                            return caller;
                        },
                        _ -> new Account.Caller("", "")));
        return account;
    }

    @Override
    public void close() {
        kept.values()
                .forEach(each -> each.answer.ifPresent(answer -> answer.resolve(
                        clients -> {
                            clients.close();
                            return true;
                        },
                        _ -> false)));
        http.get().ifPresent(BoundedHttp::close);
    }
}
