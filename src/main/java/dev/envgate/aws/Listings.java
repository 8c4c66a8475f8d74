package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Kept;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;

/** What the stores keep under prefixes, each listed once, in the region of the run. Neither list holds a value. */
final class Listings {
    private static final int SECRETS = 100;
    private static final int PARAMETERS = 50;

    private final Map<Place, CompletableFuture<Kept>> asked = new LinkedHashMap<>();
    private final Clients clients;
    private final Calls calls;

    private record Place(Kept.Store store, String prefix) {}

    Listings(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** Starts to list what was not asked for before. */
    void ask(Collection<String> prefixes) {
        prefixes.forEach(prefix -> {
            asked.computeIfAbsent(
                    new Place(Kept.Store.SECRETS_MANAGER, prefix),
                    place -> checked(() -> secrets(prefix, List.of(), "")));
            asked.computeIfAbsent(
                    new Place(Kept.Store.PARAMETER_STORE, prefix),
                    place -> checked(() -> parameters(prefix, List.of(), "")));
        });
    }

    Optional<CompletableFuture<Kept>> answer(Kept.Store store, String prefix) {
        return Optional.ofNullable(asked.get(new Place(store, prefix)));
    }

    Collection<CompletableFuture<Kept>> answers() {
        return asked.values();
    }

    private CompletableFuture<Kept> checked(Supplier<CompletableFuture<Kept>> list) {
        return Regions.fault(clients.region()).map(Listings::notSeen).orElseGet(list);
    }

    private CompletableFuture<Kept> secrets(String prefix, List<Kept.Item> before, String token) {
        Action action = Action.of("secretsmanager:ListSecrets", prefix, clients.place(clients.region()));
        ListSecretsRequest.Builder request = ListSecretsRequest.builder()
                .maxResults(SECRETS)
                .filters(filter -> filter.key(FilterNameStringType.NAME).values(prefix));
        return calls.make(
                        action,
                        () -> clients.secretsManager(clients.region())
                                .listSecrets((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.resolve(
                        page -> page.hasSecretList()
                                ? goOn(prefix, before, page)
                                : notSeen(Failure.of(Trouble.LEFT_OUT, action)),
                        Listings::notSeen));
    }

    /** A secret that a service of AWS made for itself is none that somebody forgot to wire up. */
    private CompletableFuture<Kept> goOn(String prefix, List<Kept.Item> before, ListSecretsResponse page) {
        List<Kept.Item> all = Stream.concat(
                        before.stream(),
                        page.secretList().stream()
                                .filter(each -> Names.text(each.owningService()).isEmpty())
                                .filter(each -> Names.text(each.name()).startsWith(prefix))
                                .flatMap(each -> item(each).stream()))
                .toList();
        String next = Names.text(page.nextToken());
        return next.isEmpty() ? listed(all) : secrets(prefix, all, next);
    }

    private static Optional<Kept.Item> item(SecretListEntry secret) {
        return Arn.parse(Names.text(secret.arn()))
                .map(arn -> new Kept.Item(Kept.Store.SECRETS_MANAGER, secret.name(), arn));
    }

    private CompletableFuture<Kept> parameters(String prefix, List<Kept.Item> before, String token) {
        Action action = Action.of("ssm:DescribeParameters", prefix, clients.place(clients.region()));
        DescribeParametersRequest.Builder request = DescribeParametersRequest.builder()
                .maxResults(PARAMETERS)
                .parameterFilters(
                        filter -> filter.key("Name").option("BeginsWith").values(prefix));
        return calls.make(
                        action,
                        () -> clients.ssm(clients.region())
                                .describeParameters((token.isEmpty() ? request : request.nextToken(token)).build()))
                .thenCompose(answer -> answer.resolve(
                        page -> page.hasParameters()
                                ? goOn(prefix, before, page)
                                : notSeen(Failure.of(Trouble.LEFT_OUT, action)),
                        Listings::notSeen));
    }

    private CompletableFuture<Kept> goOn(String prefix, List<Kept.Item> before, DescribeParametersResponse page) {
        List<Kept.Item> all = Stream.concat(
                        before.stream(),
                        page.parameters().stream()
                                .map(each -> Names.text(each.name()))
                                .filter(name -> name.startsWith(prefix))
                                .map(this::parameter))
                .toList();
        String next = Names.text(page.nextToken());
        return next.isEmpty() ? listed(all) : parameters(prefix, all, next);
    }

    /** Not every answer has its ARN, and of the account nothing but the caller's can be listed. */
    private Kept.Item parameter(String name) {
        return new Kept.Item(
                Kept.Store.PARAMETER_STORE,
                name,
                new Arn("", "ssm", clients.region(), "", "parameter" + (name.startsWith("/") ? "" : "/") + name));
    }

    private static CompletableFuture<Kept> listed(List<Kept.Item> items) {
        return CompletableFuture.completedFuture(new Kept.Listed(items));
    }

    private static CompletableFuture<Kept> notSeen(Failure failure) {
        return CompletableFuture.completedFuture(new Kept.NotSeen(failure.why(), failure.hint()));
    }
}
