package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** What Secrets Manager says of secrets without ever showing a value, each asked for once. */
final class Secrets {
    /**
     * A secret.
     *
     * @param deleted the day from which it is gone, as {@code 2026-11-24}; empty when it stays
     * @param stages the staging labels of each version
     * @param changed when anything about it was changed, a tag included; {@link Instant#MAX} when AWS does not say
     * @param key what encrypts it, as AWS names it; empty for the key that AWS manages
     */
    record Secret(String arn, String deleted, Map<String, List<String>> stages, Instant changed, String key) {
        private Optional<String> version(String stage) {
            return stages.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(stage))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /** When each version of a secret was made, by its id. */
    record Versions(Map<String, Instant> created) {}

    private static final String CURRENT = "AWSCURRENT";

    /** The name of a secret, and the six characters that Secrets Manager adds. */
    private static final Pattern WHOLE = Pattern.compile("secret:(.+)-[A-Za-z0-9]{6}");

    private final Map<String, CompletableFuture<Answer<Secret>>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Answer<Versions>>> versions = new ConcurrentHashMap<>();
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
                arn.toString(), key -> account.complete(arn).thenCompose(answer -> answer.thenAsk(this::ofNameOrArn)));
    }

    /** A secret that Terraform gives by its name is the one that runs by its ARN, as a rule: it is asked for once. */
    private CompletableFuture<Answer<Secret>> ofNameOrArn(Arn arn) {
        Matcher parts = WHOLE.matcher(arn.resource());
        Optional<CompletableFuture<Answer<Secret>>> named = arn.region().equals(clients.region()) && parts.matches()
                ? Optional.ofNullable(asked.get(parts.group(1)))
                : Optional.empty();
        return named.map(found -> found.thenCompose(answer -> answer.resolve(
                        secret -> secret.arn().equals(arn.toString())
                                ? CompletableFuture.completedFuture(new Answer.Got<>(secret))
                                : ofArn(arn),
                        nothing -> ofArn(arn))))
                .orElseGet(() -> ofArn(arn));
    }

    private CompletableFuture<Answer<Secret>> ofArn(Arn arn) {
        return ask(arn.region(), arn.toString())
                .thenCompose(found -> found.resolve(
                        secret -> CompletableFuture.completedFuture(new Answer.Got<>(secret)),
                        failure -> instead(arn, failure)));
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
                        Optional.ofNullable(response.lastChangedDate()).orElse(Instant.MAX),
                        Names.text(response.kmsKeyId())));
    }

    /** Asked only where the day of a version matters: it takes a permission of its own. */
    CompletableFuture<Answer<Versions>> versions(Secret secret) {
        return versions.computeIfAbsent(secret.arn(), arn -> list(arn, Map.of(), ""));
    }

    private CompletableFuture<Answer<Versions>> list(String arn, Map<String, Instant> before, String token) {
        String region = Names.region(arn, clients.region());
        Action action = Action.of("secretsmanager:ListSecretVersionIds", arn, clients.place(region));
        ListSecretVersionIdsRequest.Builder request =
                ListSecretVersionIdsRequest.builder().secretId(arn).maxResults(100);
        return calls.make(
                        action,
                        () -> clients.secretsManager(region)
                                .listSecretVersionIds((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.thenAsk(page -> goOn(action, arn, before, page)));
    }

    private CompletableFuture<Answer<Versions>> goOn(
            Action action, String arn, Map<String, Instant> before, ListSecretVersionIdsResponse page) {
        if (!page.hasVersions()) {
            return Answer.failed(Failure.of(Trouble.LEFT_OUT, action));
        }
        Map<String, Instant> created = new HashMap<>(before);
        for (SecretVersionsListEntry each : page.versions()) {
            if (each.versionId() != null && each.createdDate() != null) {
                created.put(each.versionId(), each.createdDate());
            }
        }
        String next = Names.text(page.nextToken());
        if (!next.isEmpty()) {
            return list(arn, created, next);
        }
        return created.isEmpty()
                ? Answer.failed(Failure.of(Trouble.LEFT_OUT, action))
                : CompletableFuture.completedFuture(new Answer.Got<>(new Versions(created)));
    }

    /** When the version that a reference stands for was made, as far as the versions tell. */
    static Changed changed(Reference reference, Secret secret, Answer<Versions> answer) {
        String id = reference.versionId().isEmpty()
                ? secret.version(stage(reference)).orElse("")
                : reference.versionId();
        return answer.resolve(
                versions -> Optional.ofNullable(versions.created().get(id))
                        .<Changed>map(Changed.At::new)
                        .orElseGet(() -> new Changed.Unknown("AWS did not say when its version was made")),
                Failure::changed);
    }

    private static String stage(Reference reference) {
        return reference.versionStage().isEmpty() ? CURRENT : reference.versionStage();
    }

    /** What is known of a secret without its versions. */
    private static Stored.Exists exists(Secret secret) {
        return new Stored.Exists(
                secret.arn(),
                secret.changed().equals(Instant.MAX)
                        ? new Changed.Unknown("AWS did not say when it was changed")
                        : new Changed.NoLaterThan(secret.changed()));
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
                ? staged(secret, stage(reference))
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
        if (secret.version(stage).isPresent()) {
            return exists(secret);
        }
        return stage.contains("${")
                ? new Stored.NotSeen("The version stage " + Action.quote(stage) + " is not known.", "")
                : new Stored.WithoutValue(secret.arn(), stage);
    }

    /** Versions without a staging label are not described, so that one that is not listed may still exist. */
    private static Stored versioned(Secret secret, String id) {
        return secret.stages().containsKey(id)
                ? exists(secret)
                : new Stored.NotSeen(
                        "The version " + Action.quote(id)
                                + " of the secret has no staging label, and AWS describes only"
                                + " versions that have one.",
                        "Refer to the secret by a stage, or see `aws secretsmanager list-secret-version-ids"
                                + " --include-deprecated`.");
    }
}
