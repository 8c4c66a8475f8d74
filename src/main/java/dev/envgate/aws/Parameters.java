package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.Stored;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Which parameters SSM has, each asked for once. SSM answers with values, in clear where they are not secure: they are dropped
 * before anything else is done.
 */
final class Parameters {
    /** Where a parameter is looked for, by name or by ARN. */
    private record Wanted(String region, String id) {}

    /** The names that SSM has and those that it does not have, of one answer. */
    private record Seen(Map<String, Changed> there, Set<String> missing) {}

    private final Map<Target, CompletableFuture<Stored>> asked = new LinkedHashMap<>();
    private final Clients clients;
    private final Calls calls;
    private final Account account;

    Parameters(Clients clients, Calls calls, Account account) {
        this.clients = clients;
        this.calls = calls;
        this.account = account;
    }

    /** Asks for those that were not asked for before, ten at a time; those that must wait for the account hold up no others. */
    void ask(Collection<Target> targets) {
        Map<Boolean, Set<Target>> fresh = targets.stream()
                .filter(target -> !asked.containsKey(target))
                .collect(Collectors.partitioningBy(Parameters::waits, Collectors.toCollection(LinkedHashSet::new)));
        fresh.values().stream().filter(group -> !group.isEmpty()).forEach(this::askGroup);
    }

    private static boolean waits(Target target) {
        return target instanceof Target.ParameterArn(Arn arn) && arn.account().isEmpty();
    }

    private void askGroup(Set<Target> group) {
        Map<Target, CompletableFuture<Answer<Wanted>>> wanted = new LinkedHashMap<>();
        group.forEach(target -> wanted.put(target, wanted(target)));
        CompletableFuture<Map<Target, CompletableFuture<Stored>>> answers = CompletableFuture.allOf(
                        wanted.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> askNow(wanted));
        group.forEach(
                target -> asked.put(target, answers.thenCompose(each -> Objects.requireNonNull(each.get(target)))));
    }

    private CompletableFuture<Answer<Wanted>> wanted(Target target) {
        return switch (target) {
            case Target.ParameterArn(Arn arn) ->
                account.complete(arn)
                        .thenApply(
                                answer -> answer.then(whole -> checked(new Wanted(whole.region(), whole.toString()))));
            case Target.ParameterName(String name, String block) ->
                CompletableFuture.completedFuture(checked(new Wanted(clients.region(), name)));
            case Target.SecretArn other -> throw new IllegalArgumentException("not a parameter: " + other);
            case Target.SecretName other -> throw new IllegalArgumentException("not a parameter: " + other);
            case Target.Unclear other -> throw new IllegalArgumentException("not a parameter: " + other);
            case Target.Malformed other -> throw new IllegalArgumentException("not a parameter: " + other);
        };
    }

    private static Answer<Wanted> checked(Wanted wanted) {
        Optional<Failure> fault = Regions.fault(wanted.region());
        return fault.isPresent() ? new Answer.Failed<>(fault.get()) : new Answer.Got<>(wanted);
    }

    private Map<Target, CompletableFuture<Stored>> askNow(Map<Target, CompletableFuture<Answer<Wanted>>> wanted) {
        Map<String, Set<String>> byRegion = new LinkedHashMap<>();
        wanted.values()
                .forEach(each -> each.join().then(found -> {
                    byRegion.computeIfAbsent(found.region(), region -> new LinkedHashSet<>())
                            .add(found.id());
                    return new Answer.Got<>(found);
                }));
        Map<Wanted, CompletableFuture<Answer<Seen>>> seen = new LinkedHashMap<>();
        byRegion.forEach((region, ids) -> Batches.ask(ids, batch -> get(region, batch))
                .forEach((id, answer) -> seen.put(new Wanted(region, id), answer)));
        Map<Target, CompletableFuture<Stored>> stored = new LinkedHashMap<>();
        wanted.forEach((target, answer) -> stored.put(
                target,
                answer.join()
                        .resolve(
                                found -> Objects.requireNonNull(seen.get(found)).thenApply(got -> stored(found, got)),
                                failure -> CompletableFuture.completedFuture(failure.stored()))));
        return stored;
    }

    private CompletableFuture<Answer<Seen>> get(String region, List<String> ids) {
        Action action = Action.of("ssm:GetParameters", ids, clients.place(region));
        return calls.make(
                action,
                () -> seen(clients.ssm(region)
                        .getParameters(GetParametersRequest.builder().names(ids).build())));
    }

    private static Seen seen(GetParametersResponse response) {
        return new Seen(
                response.parameters().stream()
                        .flatMap(each -> names(each).map(name -> Map.entry(name, changed(each))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first)),
                new HashSet<>(response.invalidParameters()));
    }

    /** Every way in which it can have been asked for. */
    static Stream<String> names(Parameter parameter) {
        String selector = Names.text(parameter.selector());
        return Stream.of(Names.text(parameter.name()), Names.text(parameter.arn()))
                .flatMap(name -> Stream.of(name, name + selector));
    }

    /** Every change of a parameter makes a version, and nothing else does. */
    private static Changed changed(Parameter parameter) {
        return Optional.ofNullable(parameter.lastModifiedDate())
                .<Changed>map(Changed.At::new)
                .orElseGet(() -> new Changed.Unknown("AWS did not say when it was changed"));
    }

    private Stored stored(Wanted wanted, Answer<Seen> answer) {
        return answer.resolve(
                seen -> seen.there().containsKey(wanted.id())
                        ? new Stored.Exists(
                                wanted.id(), Objects.requireNonNull(seen.there().get(wanted.id())))
                        : seen.missing().contains(wanted.id()) ? new Stored.Missing() : leftOut(wanted),
                Failure::stored);
    }

    private Stored leftOut(Wanted wanted) {
        return Failure.of(Trouble.LEFT_OUT, Action.of("ssm:GetParameters", wanted.id(), clients.place(wanted.region())))
                .stored();
    }

    /** The ARN of a parameter that was found by its name or its ARN, without version; empty where the account is not known. */
    Optional<String> arn(String id) {
        String resource = id.startsWith("/") ? "parameter" + id : "parameter/" + id;
        CompletableFuture<Answer<Arn>> arn =
                account.complete(Arn.parse(id).orElseGet(() -> new Arn("", "ssm", "", "", resource)));
        return arn.isDone()
                ? arn.join()
                        .resolve(Optional::of, failure -> Optional.<Arn>empty())
                        .map(Parameters::unversioned)
                : Optional.empty();
    }

    private static String unversioned(Arn arn) {
        return new Arn(
                        arn.partition(),
                        arn.service(),
                        arn.region(),
                        arn.account(),
                        arn.resource().split(":", 2)[0])
                .toString();
    }

    /** The answers so far and to come. */
    Map<Target, CompletableFuture<Stored>> answers() {
        return asked;
    }
}
