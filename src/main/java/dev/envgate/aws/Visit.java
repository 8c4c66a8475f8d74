package dev.envgate.aws;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.StoresNotSeen;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** From the login to the last closed connection. */
final class Visit {
    private Visit() {}

    static Observation pay(AwsSettings settings, Traffic traffic, Request request) {
        Deadline deadline = Deadline.in(settings.timeout());
        return Network.of(settings)
                .then(network -> {
                    try (BoundedHttp http = BoundedHttp.within(settings.timeout(), network);
                            Calls calls = new Calls()) {
                        return logIn(settings, traffic, http, calls, deadline)
                                .then(clients -> new Answer.Got<>(look(settings, clients, calls, deadline, request)));
                    }
                })
                .resolve(seen -> seen, failure -> unseen(settings, failure, request));
    }

    /** One question that is about nothing else. */
    static <T> Asked<T> ask(
            AwsSettings settings,
            Traffic traffic,
            BiFunction<Clients, Calls, CompletableFuture<Answer<Told<T>>>> question) {
        Deadline deadline = Deadline.in(settings.timeout());
        return Network.of(settings)
                .then(network -> {
                    try (BoundedHttp http = BoundedHttp.within(settings.timeout(), network);
                            Calls calls = new Calls()) {
                        return logIn(settings, traffic, http, calls, deadline)
                                .then(clients -> answer(settings, clients, calls, deadline, question));
                    }
                })
                .resolve(Asked.Got::new, failure -> new Asked.NotSeen<>(failure.why(), failure.hint()));
    }

    private static <T> Answer<T> answer(
            AwsSettings settings,
            Clients clients,
            Calls calls,
            Deadline deadline,
            BiFunction<Clients, Calls, CompletableFuture<Answer<Told<T>>>> question) {
        Optional<Failure> fault = Regions.fault(clients.region());
        if (fault.isPresent()) {
            return new Answer.Failed<>(fault.get());
        }
        try (clients) {
            Account account = new Account(clients, calls);
            Calls.await(settings.account().isEmpty() ? List.of() : List.of(account.caller()), deadline.left());
            CompletableFuture<Answer<Told<T>>> asked = account.otherThan(settings.account())
                    .map(Answer::<Told<T>>failed)
                    .orElseGet(() -> question.apply(clients, calls));
            Calls.await(List.of(asked), deadline.left());
            calls.close();
            return asked.join().then(told -> ofMeant(settings, account, told));
        }
    }

    /** Where nobody says who is asking, the ARNs of the answer have to say whose it is: what another account answers is not what is meant. */
    private static <T> Answer<T> ofMeant(AwsSettings settings, Account account, Told<T> told) {
        return account.caller()
                .join()
                .resolve(
                        caller -> new Answer.Got<>(told.value()),
                        failure -> settings.account().isEmpty()
                                        || settings.account().equals(told.account())
                                ? new Answer.Got<>(told.value())
                                : new Answer.Failed<>(Account.otherThan(settings.account(), told.account())
                                        .orElse(failure)));
    }

    /** In another account nothing is asked: what is there under the same names is not what is meant. */
    private static Observation look(
            AwsSettings settings, Clients clients, Calls calls, Deadline deadline, Request request) {
        try (clients) {
            Account account = new Account(clients, calls);
            Calls.await(settings.account().isEmpty() ? List.of() : List.of(account.caller()), deadline.left());
            return account.otherThan(settings.account())
                    .map(failure -> unseen(settings, failure, request))
                    .orElseGet(() ->
                            ofMeant(settings, request, new Run(clients, calls, deadline, account, request).observe()));
        }
    }

    /** Whose account it is may only have come to light with what was seen: where nobody says who is asking, the ARNs of the services do. */
    private static Observation ofMeant(AwsSettings settings, Request request, Observation seen) {
        return Account.otherThan(settings.account(), seen.identity().account())
                .map(failure -> unseen(settings, failure, request))
                .orElse(seen);
    }

    private static Answer<Clients> logIn(
            AwsSettings settings, Traffic traffic, BoundedHttp http, Calls calls, Deadline deadline) {
        Action action = Action.login(List.of(), "AWS");
        CompletableFuture<Answer<Answer<Clients>>> session =
                calls.make(action, () -> new Session(settings, http, traffic).open());
        Calls.await(List.of(session), deadline.left());
        return session.getNow(new Answer.Failed<>(Failure.of(Trouble.NO_TIME, action)))
                .then(answer -> answer);
    }

    private static Observation unseen(AwsSettings settings, Failure failure, Request request) {
        Deployment unseen = failure.deployment();
        return new Observation(
                new Identity("", settings.region()),
                "",
                request.queries().stream().map(query -> unseen).toList(),
                new StoresNotSeen(failure.why(), failure.hint()),
                List.of());
    }
}
