package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whose account this is, asked once. */
final class Account {
    private final Clients clients;
    private final CompletableFuture<Answer<Caller>> caller;

    /** Who asks: the account and the ARN. */
    record Caller(String account, String arn) {}

    Account(Clients clients, Calls calls) {
        this.clients = clients;
        Action action = Action.of("sts:GetCallerIdentity", List.of(), clients.place(clients.region()));
        caller = calls.make(
                        action,
                        () -> clients.sts()
                                .getCallerIdentity(
                                        GetCallerIdentityRequest.builder().build()))
                .thenApply(answer -> answer.then(response -> caller(action, response)));
    }

    /** One that is known. */
    Account(Clients clients, Caller known) {
        this.clients = clients;
        caller = CompletableFuture.completedFuture(new Answer.Got<>(known));
    }

    private static Answer<Caller> caller(Action action, GetCallerIdentityResponse response) {
        String account = Names.text(response.account());
        return account.isEmpty()
                ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action))
                : new Answer.Got<>(new Caller(account, Names.text(response.arn())));
    }

    CompletableFuture<Answer<Caller>> caller() {
        return caller;
    }

    CompletableFuture<Answer<String>> number() {
        return caller.thenApply(answer -> answer.then(each -> new Answer.Got<>(each.account())));
    }

    /** Why nothing is to be looked at, when it is known by now that this is not the account that is meant; any is meant by an empty one. */
    Optional<Failure> otherThan(String meant) {
        return caller.isDone()
                ? caller.join().resolve(found -> otherThan(meant, found.account()), failure -> Optional.empty())
                : Optional.empty();
    }

    /** The same for an account that was seen; an empty one was not. */
    static Optional<Failure> otherThan(String meant, String seen) {
        return meant.isEmpty() || seen.isEmpty() || meant.equals(seen)
                ? Optional.empty()
                : Optional.of(Failure.of(Trouble.OTHER_ACCOUNT, Action.accounts(seen, meant)));
    }

    /** An ARN with all its parts: those that files leave open are those of the service, which is looked for in this account and region. */
    CompletableFuture<Answer<Arn>> complete(Arn arn) {
        String region = arn.region().isEmpty() ? clients.region() : arn.region();
        String partition = arn.partition().isEmpty() ? partition(region) : arn.partition();
        return arn.account().isEmpty()
                ? number().thenApply(answer -> answer.then(account ->
                        new Answer.Got<>(new Arn(partition, arn.service(), region, account, arn.resource()))))
                : CompletableFuture.completedFuture(
                        new Answer.Got<>(new Arn(partition, arn.service(), region, arn.account(), arn.resource())));
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
