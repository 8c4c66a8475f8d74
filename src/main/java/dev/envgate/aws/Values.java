package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Looks at values, in deep mode and in no other. Each is read once, and is gone before the call returns: all that leaves it is a verdict
 * for each reference.
 */
final class Values {
    /** One version of a secret; stage and id are empty where the reference has none. */
    private record Version(String arn, String stage, String id) {}

    private final Map<Reference, CompletableFuture<Contents>> asked = new LinkedHashMap<>();
    private final Clients clients;
    private final Calls calls;

    Values(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** Asks for the values of references, each given with the ARN or the name of what was found. */
    void ask(Map<Reference, String> found) {
        Map<Version, List<Reference>> secrets = new LinkedHashMap<>();
        Map<String, List<Reference>> parameters = new LinkedHashMap<>();
        found.forEach((reference, id) -> {
            switch (reference.target()) {
                case Reference.Target.SecretArn secret -> add(secrets, version(reference, id), reference);
                case Reference.Target.SecretName secret -> add(secrets, version(reference, id), reference);
                case Reference.Target.ParameterArn parameter -> add(parameters, id, reference);
                case Reference.Target.ParameterName parameter -> add(parameters, id, reference);
                case Reference.Target.Unclear nothing -> {}
                case Reference.Target.Malformed nothing -> {}
            }
        });
        secrets.forEach(this::askSecret);
        askParameters(parameters);
    }

    private static <K> void add(Map<K, List<Reference>> all, K key, Reference reference) {
        all.computeIfAbsent(key, none -> new ArrayList<>()).add(reference);
    }

    private static Version version(Reference reference, String arn) {
        return new Version(arn, reference.versionStage(), reference.versionId());
    }

    private void askSecret(Version version, List<Reference> references) {
        String region = Names.region(version.arn(), clients.region());
        Action action = Action.of("secretsmanager:GetSecretValue", version.arn(), clients.place(region));
        CompletableFuture<Answer<Map<Reference, Contents>>> looks = calls.make(
                action, () -> looks(clients.secretsManager(region).getSecretValue(request(version)), references));
        references.forEach(each -> asked.put(each, contents(looks, each, action)));
    }

    private static GetSecretValueRequest request(Version version) {
        GetSecretValueRequest.Builder request = GetSecretValueRequest.builder().secretId(version.arn());
        if (!version.stage().isEmpty()) {
            request.versionStage(version.stage());
        }
        return (version.id().isEmpty() ? request : request.versionId(version.id())).build();
    }

    private static Map<Reference, Contents> looks(GetSecretValueResponse response, List<Reference> references) {
        Map<Reference, Contents> looks = new HashMap<>();
        for (Reference each : references) {
            if (response.secretString() != null) {
                looks.put(
                        each,
                        each.jsonKey().isEmpty()
                                ? ValueLooks.of(response.secretString())
                                : ValueLooks.member(response.secretString(), each.jsonKey()));
            } else if (response.secretBinary() != null) {
                looks.put(
                        each,
                        each.jsonKey().isEmpty() ? new Contents.Changed(Contents.Form.BINARY) : new Contents.NotJson());
            }
        }
        return looks;
    }

    private void askParameters(Map<String, List<Reference>> parameters) {
        Map<String, Set<String>> byRegion = new LinkedHashMap<>();
        parameters
                .keySet()
                .forEach(id -> byRegion.computeIfAbsent(region(id), region -> new LinkedHashSet<>())
                        .add(id));
        byRegion.forEach((region, ids) -> Batches.ask(ids, batch -> decrypt(region, batch))
                .forEach((id, looks) -> parameters
                        .getOrDefault(id, List.of())
                        .forEach(each -> asked.put(
                                each,
                                contents(
                                        looks.thenApply(answer -> answer.then(by -> new Answer.Got<>(
                                                by.containsKey(id)
                                                        ? Map.of(each, by.get(id))
                                                        : Map.<Reference, Contents>of()))),
                                        each,
                                        action(region, List.of(id)))))));
    }

    private String region(String id) {
        return Arn.parse(id).map(Arn::region).orElse(clients.region());
    }

    private Action action(String region, List<String> ids) {
        return Action.of("ssm:GetParameters", ids, clients.place(region));
    }

    private CompletableFuture<Answer<Map<String, Contents>>> decrypt(String region, List<String> ids) {
        return calls.make(
                action(region, ids),
                () -> looks(clients.ssm(region)
                        .getParameters(GetParametersRequest.builder()
                                .names(ids)
                                .withDecryption(true)
                                .build())
                        .parameters()));
    }

    private static Map<String, Contents> looks(List<Parameter> parameters) {
        Map<String, Contents> looks = new HashMap<>();
        parameters.stream().filter(each -> each.value() != null).forEach(each -> {
            Contents look = ValueLooks.of(each.value());
            Parameters.names(each).forEach(name -> looks.put(name, look));
        });
        return looks;
    }

    private static CompletableFuture<Contents> contents(
            CompletableFuture<Answer<Map<Reference, Contents>>> looks, Reference reference, Action action) {
        return looks.thenApply(answer -> answer.resolve(
                seen -> Optional.ofNullable(seen.get(reference))
                        .orElseGet(() -> notSeen(Failure.of(Trouble.LEFT_OUT, action))),
                Values::notSeen));
    }

    private static Contents notSeen(Failure failure) {
        return new Contents.NotSeen(failure.why(), failure.hint());
    }

    /** What was asked for. */
    Map<Reference, CompletableFuture<Contents>> answers() {
        return asked;
    }
}
