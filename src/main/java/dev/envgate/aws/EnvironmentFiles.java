package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.EnvFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The environment files in S3, each read once. Its values go no further than this class: what leaves it are names. */
final class EnvironmentFiles {
    private static final int LONGEST = 1 << 20;

    private final Map<String, CompletableFuture<EnvFile>> asked = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;

    EnvironmentFiles(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** Starts to read those that were not asked for before. */
    void ask(Collection<String> arns) {
        arns.forEach(arn -> asked.computeIfAbsent(arn, this::ask));
    }

    /** What was asked for, by its ARN. */
    Map<String, CompletableFuture<EnvFile>> answers() {
        return asked;
    }

    private CompletableFuture<EnvFile> ask(String text) {
        Optional<Arn> arn = Arn.parse(text)
                .filter(each -> each.service().equals("s3") && each.resource().matches("[^/]+/.+"));
        return arn.isEmpty()
                ? CompletableFuture.completedFuture(new EnvFile.NotSeen(
                        Action.quote(text) + " is not the ARN of an object in S3.",
                        "Write it as `arn:aws:s3:::BUCKET/KEY`."))
                : Regions.fault(clients.region())
                        .map(fault -> CompletableFuture.completedFuture(unseen(fault)))
                        .orElseGet(() -> ask(text, arn.get().resource().split("/", 2)));
    }

    private CompletableFuture<EnvFile> ask(String arn, String[] bucketAndKey) {
        Action action = Action.of("s3:GetObject", arn, clients.place(clients.region()));
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucketAndKey[0])
                .key(bucketAndKey[1])
                .build();
        ResponseTransformer<GetObjectResponse, EnvFile> names = (response, body) -> read(action, response, body);
        return calls.make(action, () -> clients.s3(clients.region()).getObject(request, names))
                .thenApply(answer -> answer.resolve(found -> found, EnvironmentFiles::failed));
    }

    /** S3 gives every object a tag, and a proxy that answers for it does not. */
    private static EnvFile read(Action action, GetObjectResponse response, InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (Names.text(response.eTag()).isEmpty()) {
                return unseen(Failure.of(Trouble.LEFT_OUT, action));
            }
            return bytes.length <= LONGEST
                    ? EnvFile.parse(new String(bytes, StandardCharsets.UTF_8), changed(response))
                    : new EnvFile.NotSeen("The environment file is longer than a megabyte.", "Take it apart.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Changed changed(GetObjectResponse response) {
        return Optional.ofNullable(response.lastModified())
                .<Changed>map(Changed.At::new)
                .orElseGet(() -> new Changed.Unknown("S3 did not say when the environment file was changed"));
    }

    private static EnvFile failed(Failure failure) {
        return switch (failure.trouble()) {
            case NOT_THERE -> new EnvFile.Missing("Its environment file");
            case NO_BUCKET -> new EnvFile.Missing("The bucket of its environment file");
            default -> unseen(failure);
        };
    }

    /** S3 says denied as well of an object that is not there, to those who may not list the bucket. */
    private static EnvFile unseen(Failure failure) {
        return failure.trouble() == Trouble.DENIED
                ? new EnvFile.NotSeen(
                        failure.why(),
                        failure.hint()
                                + " S3 answers the same when the object is missing and the identity may not `s3:ListBucket`;"
                                + " `--no-env-files` leaves the files out.")
                : new EnvFile.NotSeen(failure.why(), failure.hint());
    }
}
