package dev.envgate.aws;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.StoresNotSeen;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** From the login to the last closed connection; where logins stay, to the last answer. */
final class Visit {
    private final AwsSettings settings;
    private final Traffic traffic;
    private final Deadline deadline;

    private Visit(AwsSettings settings, Traffic traffic) {
        this.settings = settings;
        this.traffic = traffic;
        Deadline whole = Deadline.in(settings.timeout());
        deadline = traffic.sessions().isPresent() ? whole.without(Meter.current()) : whole;
    }

    /** What is asked once somebody has logged in. */
    @FunctionalInterface
    private interface Errand<T> {
        Answer<T> run(Clients clients, Calls calls, Supplier<Account> account);
    }

    static Observation pay(AwsSettings settings, Traffic traffic, Request request) {
        Visit visit = new Visit(settings, traffic);
        return visit.<Observation>go((clients, calls, account) ->
                        new Answer.Got<>(visit.look(clients, calls, account.get(), request)))
                .resolve(seen -> seen, failure -> visit.unseen(failure, request));
    }

    /** One question that is about nothing else. */
    static <T> Asked<T> ask(
            AwsSettings settings,
            Traffic traffic,
            BiFunction<Clients, Calls, CompletableFuture<Answer<Told<T>>>> question) {
        Visit visit = new Visit(settings, traffic);
        return visit.<T>go((clients, calls, account) -> visit.answer(clients, calls, account, question))
                .resolve(Asked.Got::new, failure -> new Asked.NotSeen<>(failure.why(), failure.hint()));
    }

    private <T> Answer<T> go(Errand<T> errand) {
        return traffic.sessions()
                .map(sessions -> sessions.network(settings).then(network -> kept(network, sessions, errand)))
                .orElseGet(() -> Network.of(settings).then(network -> alone(network, errand)));
    }

    /** With a login of its own. */
    private <T> Answer<T> alone(Network network, Errand<T> errand) {
        try (BoundedHttp http = BoundedHttp.within(settings.timeout(), network);
                Calls calls = new Calls()) {
            return logIn(calls, () -> new Session(settings, http, traffic).open())
                    .then(clients -> {
                        try (clients) {
                            return errand.run(clients, calls, () -> new Account(clients, calls));
                        }
                    });
        }
    }

    /** With a login that others have made or will use. */
    private <T> Answer<T> kept(Network network, Sessions sessions, Errand<T> errand) {
        try (Calls calls = Calls.light()) {
            return logIn(calls, () -> sessions.open(settings, network, traffic))
                    .then(clients -> errand.run(clients, calls, () -> sessions.account(settings, clients, calls)));
        }
    }

    private Answer<Clients> logIn(Calls calls, Supplier<Answer<Clients>> open) {
        Action action = Action.login(List.of(), "AWS");
        CompletableFuture<Answer<Answer<Clients>>> session = calls.make(action, open);
        Calls.await(List.of(session), deadline);
        return session.getNow(new Answer.Failed<>(Failure.of(Trouble.NO_TIME, action)))
                .then(answer -> answer);
    }

    private <T> Answer<T> answer(
            Clients clients,
            Calls calls,
            Supplier<Account> asking,
            BiFunction<Clients, Calls, CompletableFuture<Answer<Told<T>>>> question) {
        Optional<Failure> fault = Regions.fault(clients.region());
        if (fault.isPresent()) {
            return new Answer.Failed<>(fault.get());
        }
        Account account = asking.get();
        Calls.await(settings.account().isEmpty() ? List.of() : List.of(account.caller()), deadline);
        CompletableFuture<Answer<Told<T>>> asked = account.otherThan(settings.account())
                .map(Answer::<Told<T>>failed)
                .orElseGet(() -> question.apply(clients, calls));
        Calls.await(List.of(asked), deadline);
        calls.close();
        return asked.join().then(told -> ofMeant(account, told));
    }

    /** Where nobody says who is asking, the ARNs of the answer have to say whose it is: what another account answers is not what is meant. */
    private <T> Answer<T> ofMeant(Account account, Told<T> told) {
        if (settings.account().isEmpty() || settings.account().equals(told.account())) {
            return new Answer.Got<>(told.value());
        }
        Action action = Action.of("sts:GetCallerIdentity", List.of(), "AWS");
        return account.caller()
                .getNow(new Answer.Failed<>(Failure.of(Trouble.NO_TIME, action)))
                .resolve(
                        caller -> new Answer.Got<>(told.value()),
                        failure -> new Answer.Failed<>(Account.otherThan(settings.account(), told.account())
                                .orElse(failure)));
    }

    /** In another account nothing is asked: what is there under the same names is not what is meant. */
    private Observation look(Clients clients, Calls calls, Account account, Request request) {
        Calls.await(settings.account().isEmpty() ? List.of() : List.of(account.caller()), deadline);
        return account.otherThan(settings.account())
                .map(failure -> unseen(failure, request))
                .orElseGet(() -> ofMeant(
                        request, new Run(clients, calls, Run.Steps.until(deadline), account, request).observe()));
    }

    /** Whose account it is may only have come to light with what was seen: where nobody says who is asking, the ARNs of the services do. */
    private Observation ofMeant(Request request, Observation seen) {
        return Account.otherThan(settings.account(), seen.identity().account())
                .map(failure -> unseen(failure, request))
                .orElse(seen);
    }

    private Observation unseen(Failure failure, Request request) {
        Deployment unseen = failure.deployment();
        return new Observation(
                new Identity("", settings.region()),
                "",
                request.queries().stream().map(query -> unseen).toList(),
                new StoresNotSeen(failure.why(), failure.hint()),
                List.of());
    }
}
