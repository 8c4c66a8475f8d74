package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Written;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** What Secrets Manager says of secrets without ever showing a value, each asked for once. */
final class Secrets {
    /**
     * A secret.
     *
     * @param deleted the day from which it is gone, as {@code 2026-11-24}; empty when it stays
     * @param stages the staging labels of each version
     * @param changed when anything of it was changed last
     * @param key what encrypts it, as AWS names it; empty for the key that AWS manages
     */
    record Secret(String arn, String deleted, Map<String, List<String>> stages, Written changed, String key) {}

    private static final String CURRENT = "AWSCURRENT";

    /** The name of a secret, and the six characters that Secrets Manager adds. */
    private static final Pattern WHOLE = Pattern.compile("secret:(.+)-[A-Za-z0-9]{6}");

    private final Map<String, CompletableFuture<Answer<Secret>>> asked = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;
    private final Account account;

    Secrets(Clients clients, Calls calls, Account account) {
        this.clients = clients;
        this.calls = calls;
        this.account = account;
    }

    /** In the region of its ARN, whichever that is. */
    CompletableFuture<Answer<Secret>> find(Arn arn) {
        return asked.computeIfAbsent(
                arn.toString(),
                key -> account.complete(arn)
                        .thenCompose(answer -> answer.thenAsk(whole -> ask(whole.region(), whole.toString())
                                .thenCompose(found -> found.resolve(
                                        secret -> CompletableFuture.completedFuture(new Answer.Got<>(secret)),
                                        failure -> instead(whole, failure))))));
    }

    /** A secret that is not there may have been made anew: then another one of this account has its name. */
    private CompletableFuture<Answer<Secret>> instead(Arn arn, Failure failure) {
        Matcher parts = WHOLE.matcher(arn.resource());
        return failure.trouble() != Trouble.NOT_THERE || !parts.matches()
                ? Answer.failed(failure)
                : account.number()
                        .thenCompose(number -> number.resolve(arn.account()::equals, unknown -> false)
                                ? ask(arn.region(), parts.group(1))
                                : Answer.failed(failure))
                        .thenApply(found -> found.resolve(
                                secret -> secret.deleted().isEmpty()
                                        ? new Answer.Got<>(secret)
                                        : new Answer.Failed<>(failure),
                                nothing -> new Answer.Failed<>(failure)));
    }

    /** In the region of the service. */
    CompletableFuture<Answer<Secret>> find(String name) {
        return asked.computeIfAbsent(name, key -> ask(clients.region(), name));
    }

    private CompletableFuture<Answer<Secret>> ask(String region, String id) {
        return Regions.fault(region).map(Answer::<Secret>failed).orElseGet(() -> {
            Action action = Action.of("secretsmanager:DescribeSecret", id, clients.place(region));
            return calls.make(
                            action,
                            () -> clients.secretsManager(region)
                                    .describeSecret(DescribeSecretRequest.builder()
                                            .secretId(id)
                                            .build()))
                    .thenApply(answer -> answer.then(response -> read(action, response)));
        });
    }

    private static Answer<Secret> read(Action action, DescribeSecretResponse response) {
        return Names.text(response.arn()).isEmpty()
                ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action))
                : new Answer.Got<>(new Secret(
                        response.arn(),
                        Optional.ofNullable(response.deletedDate())
                                .map(Secrets::day)
                                .orElse(""),
                        response.versionIdsToStages(),
                        changed(response),
                        Names.text(response.kmsKeyId())));
    }

    private static Written changed(DescribeSecretResponse response) {
        return Stream.of(Optional.ofNullable(response.lastChangedDate()), Optional.ofNullable(response.createdDate()))
                .flatMap(Optional::stream)
                .findFirst()
                .<Written>map(Written.By::new)
                .orElseGet(() -> new Written.NotSeen("AWS does not say when the secret was changed.", ""));
    }

    private static String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** What an answer means for a reference with its stage or version. */
    static Stored stored(Reference reference, Answer<Secret> answer) {
        return answer.resolve(
                secret -> stored(reference, secret),
                failure -> failure.trouble() == Trouble.NOT_THERE ? new Stored.Missing() : failure.stored());
    }

    private static Stored stored(Reference reference, Secret secret) {
        if (reference.target() instanceof Reference.Target.SecretArn(Arn arn) && !isMeant(arn, secret)) {
            return new Stored.Recreated(secret.arn());
        }
        if (!secret.deleted().isEmpty()) {
            return new Stored.Deleting(secret.arn(), secret.deleted());
        }
        return reference.versionId().isEmpty()
                ? staged(secret, reference.versionStage().isEmpty() ? CURRENT : reference.versionStage())
                : versioned(secret, reference.versionId());
    }

    /** By the whole ARN, or by one without the six characters. */
    private static boolean isMeant(Arn asked, Secret secret) {
        String resource = Arn.parse(secret.arn()).map(Arn::resource).orElse(asked.resource());
        Matcher whole = WHOLE.matcher(resource);
        return resource.equals(asked.resource())
                || (whole.matches() && asked.resource().equals("secret:" + whole.group(1)));
    }

    private static Stored staged(Secret secret, String stage) {
        if (secret.stages().values().stream().flatMap(Collection::stream).anyMatch(stage::equals)) {
            return new Stored.Exists(secret.arn(), secret.changed());
        }
        return stage.contains("${")
                ? new Stored.NotSeen("The version stage " + Action.quote(stage) + " is not known.", "")
                : new Stored.WithoutValue(secret.arn(), stage);
    }

    /** Versions without a staging label are not described, so that one that is not listed may still exist. */
    private static Stored versioned(Secret secret, String id) {
        return secret.stages().containsKey(id)
                ? new Stored.Exists(secret.arn(), secret.changed())
                : new Stored.NotSeen(
                        "The version " + Action.quote(id)
                                + " of the secret has no staging label, and AWS describes only"
                                + " versions that have one.",
                        "Refer to the secret by a stage, or see `aws secretsmanager list-secret-version-ids"
                                + " --include-deprecated`.");
    }
}
