package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whose account this is, asked once. */
final class Account {
    private final Clients clients;
    private final CompletableFuture<Answer<String>> number;

    Account(Clients clients, Calls calls) {
        this.clients = clients;
        Action action = Action.of("sts:GetCallerIdentity", List.of(), clients.place(clients.region()));
        number = calls.make(
                        action,
                        () -> clients.sts()
                                .getCallerIdentity(
                                        GetCallerIdentityRequest.builder().build()))
                .thenApply(answer -> answer.then(response -> number(action, response)));
    }

    private static Answer<String> number(Action action, GetCallerIdentityResponse response) {
        String account = Names.text(response.account());
        return account.isEmpty()
                ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action))
                : new Answer.Got<>(account);
    }

    CompletableFuture<Answer<String>> number() {
        return number;
    }

    /** An ARN with all its parts: those that files leave open are those of the service, which is looked for in this account and region. */
    CompletableFuture<Answer<Arn>> complete(Arn arn) {
        String region = arn.region().isEmpty() ? clients.region() : arn.region();
        String partition = arn.partition().isEmpty() ? partition(region) : arn.partition();
        return arn.account().isEmpty()
                ? number.thenApply(answer -> answer.then(account ->
                        new Answer.Got<>(new Arn(partition, arn.service(), region, account, arn.resource()))))
                : CompletableFuture.completedFuture(
                        new Answer.Got<>(new Arn(partition, arn.service(), region, arn.account(), arn.resource())));
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
