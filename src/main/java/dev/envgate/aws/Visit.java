package dev.envgate.aws;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** From the login to the last closed connection. */
final class Visit {
    private Visit() {}

    static Observation pay(AwsSettings settings, Request request) {
        Deadline deadline = Deadline.in(settings.timeout());
        try (BoundedHttp http = BoundedHttp.within(settings.timeout());
                Calls calls = new Calls()) {
            return logIn(settings, http, calls, deadline)
                    .resolve(
                            clients -> look(clients, calls, deadline, request),
                            failure -> unseen(settings, failure, request));
        }
    }

    private static Observation look(Clients clients, Calls calls, Deadline deadline, Request request) {
        try (clients) {
            return new Run(clients, calls, deadline, request).observe();
        }
    }

    private static Answer<Clients> logIn(AwsSettings settings, BoundedHttp http, Calls calls, Deadline deadline) {
        Action action = Action.login(List.of(), "AWS");
        CompletableFuture<Answer<Answer<Clients>>> session =
                calls.make(action, () -> new Session(settings, http).open());
        Calls.await(List.of(session), deadline.left());
        return session.getNow(new Answer.Failed<>(Failure.of(Trouble.NO_TIME, action)))
                .then(answer -> answer);
    }

    private static Stores unseen(Failure failure) {
        return new Stores() {
            @Override
            public Stored of(Reference reference) {
                return failure.stored();
            }

            @Override
            public EnvFile file(String arn) {
                return new EnvFile.NotSeen(failure.why(), failure.hint());
            }
        };
    }

    private static Observation unseen(AwsSettings settings, Failure failure, Request request) {
        Deployment unseen = failure.deployment();
        return new Observation(
                new Identity("", settings.region()),
                request.queries().stream().map(query -> unseen).toList(),
                unseen(failure),
                List.of());
    }
}
