package dev.envgate.aws;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.PolicyPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyResponse;

/**
 * Whether roles may fetch secrets and parameters. IAM is asked to simulate the role's policies; where the caller may not ask that, the
 * policies are read and weighed here. What others than the role's policies may grant is looked at, or said to be undecided.
 */
final class Readers {
    /** Something to fetch, by its ARN; {@code key} is what encrypts it, empty for the key that AWS manages. */
    record Resource(String arn, String key) {
        String action() {
            return isFile()
                    ? "s3:GetObject"
                    : arn.contains(":ssm:") ? "ssm:GetParameters" : "secretsmanager:GetSecretValue";
        }

        /** The ARN of an object of S3 says neither where nor whose it is. */
        private boolean isFile() {
            return arn.contains(":s3:::");
        }
    }

    /** A role with something that it is to fetch. */
    private record Wanted(String role, Resource resource) {}

    private static final String ALIAS_OF_AWS = "alias/aws/";

    /** What an answer of IAM has room for. */
    private static final int SIZE = 50;

    private final Map<Wanted, CompletableFuture<Access>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Answer<OwnPolicies.Own>>> roles = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Answer<DescribeKeyResponse>>> keys = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;
    private final Account account;
    private final OwnPolicies policies;

    Readers(Clients clients, Calls calls, Account account) {
        this.clients = clients;
        this.calls = calls;
        this.account = account;
        policies = new OwnPolicies(clients, calls);
    }

    /** Starts to ask for one role; it is a name, an ARN, or the ARN of a session in the role. */
    void ask(String role, Set<Resource> resources) {
        Map<List<String>, List<Resource>> together = new LinkedHashMap<>();
        for (Resource each : new LinkedHashSet<>(resources)) {
            if (!asked.containsKey(new Wanted(role, each))) {
                together.computeIfAbsent(List.of(each.action(), region(each.arn())), first -> new ArrayList<>())
                        .add(each);
            }
        }
        together.values().forEach(each -> {
            for (int from = 0; from < each.size(); from += SIZE) {
                askTogether(role, each.subList(from, Math.min(each.size(), from + SIZE)));
            }
        });
    }

    private void askTogether(String role, List<Resource> resources) {
        CompletableFuture<Answer<Arn>> whole = arn(role);
        CompletableFuture<Answer<Map<String, Access>>> simulated = whole.thenCompose(answer ->
                answer.thenAsk(arn -> simulate(arn, resources.getFirst().action(), resources, Map.of())));
        resources.forEach(each -> asked.put(
                new Wanted(role, each),
                simulated.thenCompose(answer -> answer.resolve(
                        found -> granted(whole.join(), each, found.getOrDefault(each.arn(), leftOut(each))),
                        failure -> CompletableFuture.completedFuture(failure.access())))));
    }

    /** The role itself, also where a session in it is given. */
    private CompletableFuture<Answer<Arn>> arn(String role) {
        Optional<Arn> whole = Arn.parse(role);
        String name = whole.isPresent() && whole.get().resource().startsWith("assumed-role/")
                ? whole.get().resource().split("/", -1)[1]
                : role;
        return whole.isPresent() && whole.get().resource().startsWith("role/")
                ? CompletableFuture.completedFuture(new Answer.Got<>(whole.get()))
                : account.complete(new Arn(
                                whole.map(Arn::partition).orElse(""),
                                "iam",
                                "",
                                whole.map(Arn::account).orElse(""),
                                "role/" + name))
                        .thenApply(answer -> answer.then(each -> new Answer.Got<>(
                                new Arn(each.partition(), "iam", "", each.account(), each.resource()))));
    }

    private CompletableFuture<Answer<Map<String, Access>>> simulate(
            Arn role, String action, List<Resource> resources, Map<String, String> context) {
        Action simulation = Action.of("iam:SimulatePrincipalPolicy", role.toString(), clients.place(clients.region()));
        List<String> arns = resources.stream().map(Resource::arn).toList();
        Map<String, String> given = new LinkedHashMap<>(context);
        if (!region(arns.getFirst()).isEmpty()) {
            given.put("aws:RequestedRegion", region(arns.getFirst()));
        }
        return ask(simulation, role, action, arns, given)
                .thenCompose(answer -> answer.resolve(
                        response -> worth(role, action, read(response), given.keySet()),
                        failure -> instead(role, action, arns, failure)));
    }

    /** Where conditions ask for what IAM was not given, the role's policies tell whether that matters. */
    private CompletableFuture<Answer<Map<String, Access>>> worth(
            Arn role, String action, Map<String, Verdict> verdicts, Set<String> given) {
        return verdicts.values().stream().allMatch(Verdict::certain)
                ? CompletableFuture.completedFuture(new Answer.Got<>(each(verdicts, (_, verdict) -> verdict.access())))
                : own(role)
                        .thenApply(answer -> new Answer.Got<>(each(
                                verdicts,
                                (arn, verdict) -> verdict.certain()
                                        ? verdict.access()
                                        : answer.resolve(
                                                own -> verdict.by(own, given, action, arn),
                                                failure -> verdict.unread(failure)))));
    }

    private CompletableFuture<Answer<OwnPolicies.Own>> own(Arn role) {
        return roles.computeIfAbsent(role.toString(), _ -> policies.of(role));
    }

    private static Map<String, Access> each(Map<String, Verdict> verdicts, BiFunction<String, Verdict, Access> access) {
        Map<String, Access> each = new LinkedHashMap<>();
        verdicts.forEach((arn, verdict) -> each.put(arn, access.apply(arn, verdict)));
        return each;
    }

    private CompletableFuture<Answer<SimulatePrincipalPolicyResponse>> ask(
            Action simulation, Arn role, String action, List<String> arns, Map<String, String> context) {
        List<ContextEntry> entries = new ArrayList<>();
        context.forEach((name, value) -> entries.add(entry(name, value)));
        return calls.make(
                simulation,
                () -> clients.iam()
                        .simulatePrincipalPolicy(request -> request.policySourceArn(role.toString())
                                .actionNames(action)
                                .resourceArns(arns)
                                .contextEntries(entries)));
    }

    private static ContextEntry entry(String name, String value) {
        return ContextEntry.builder()
                .contextKeyName(name)
                .contextKeyType(ContextKeyTypeEnum.STRING)
                .contextKeyValues(value)
                .build();
    }

    /** What is said of each resource; two answers that differ about one are none. */
    private static Map<String, Verdict> read(SimulatePrincipalPolicyResponse response) {
        Map<String, Set<Verdict>> found = new LinkedHashMap<>();
        response.evaluationResults().stream()
                .flatMap(Readers::each)
                .filter(each -> !Names.text(each.evalDecisionAsString()).isEmpty())
                .forEach(each -> found.computeIfAbsent(Names.text(each.evalResourceName()), _ -> new LinkedHashSet<>())
                        .add(read(each)));
        found.values().removeIf(each -> each.size() > 1);
        Map<String, Verdict> agreed = new LinkedHashMap<>();
        found.forEach((name, each) -> agreed.put(name, each.iterator().next()));
        return agreed;
    }

    /** IAM gives a result for each resource, or one for all of them that holds those of each: the verdict over all is of none then. */
    private static Stream<EvaluationResult> each(EvaluationResult whole) {
        return whole.resourceSpecificResults().isEmpty()
                ? Stream.of(whole)
                : whole.resourceSpecificResults().stream().map(one -> ofOne(whole, one));
    }

    private static EvaluationResult ofOne(EvaluationResult whole, ResourceSpecificResult one) {
        return whole.toBuilder()
                .evalResourceName(one.evalResourceName())
                .evalDecision(one.evalResourceDecisionAsString())
                .matchedStatements(one.matchedStatements())
                .missingContextValues(one.missingContextValues())
                .permissionsBoundaryDecisionDetail(
                        one.permissionsBoundaryDecisionDetail() == null
                                ? whole.permissionsBoundaryDecisionDetail()
                                : one.permissionsBoundaryDecisionDetail())
                .build();
    }

    private static Verdict read(EvaluationResult result) {
        Access access = Names.text(result.evalDecisionAsString()).equals("allowed")
                ? new Access.Allowed()
                : new Access.Denied(
                        Names.text(result.evalActionName()), Names.text(result.evalResourceName()), reason(result));
        return new Verdict(access, new HashSet<>(result.missingContextValues()));
    }

    private static Access.Reason reason(EvaluationResult result) {
        if (Names.text(result.evalDecisionAsString()).equals("explicitDeny")) {
            return new Access.Reason.Refused(result.matchedStatements().stream()
                    .map(Statement::sourcePolicyId)
                    .map(Names::text)
                    .findFirst()
                    .orElse(""));
        }
        if (result.permissionsBoundaryDecisionDetail() != null
                && Boolean.FALSE.equals(
                        result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())) {
            return new Access.Reason.Boundary();
        }
        return result.organizationsDecisionDetail() != null
                        && Boolean.FALSE.equals(
                                result.organizationsDecisionDetail().allowedByOrganizations())
                ? new Access.Reason.Organization()
                : new Access.Reason.NotGranted();
    }

    /** A role that is not there, or policies that are read one by one because nothing may be simulated. */
    private CompletableFuture<Answer<Map<String, Access>>> instead(
            Arn role, String action, List<String> arns, Failure failure) {
        if (failure.trouble() == Trouble.NOT_THERE) {
            return CompletableFuture.completedFuture(
                    new Answer.Got<>(all(arns, arn -> new Access.Denied(action, arn, new Access.Reason.NoRole()))));
        }
        return failure.trouble() == Trouble.DENIED
                ? own(role)
                        .thenApply(answer -> answer.resolve(
                                own -> new Answer.Got<>(all(arns, arn -> access(own, action, arn))),
                                nothing ->
                                        new Answer.Failed<>(nothing.trouble() == Trouble.DENIED ? failure : nothing)))
                : Answer.failed(failure);
    }

    private static Map<String, Access> all(List<String> arns, Function<String, Access> access) {
        Map<String, Access> all = new LinkedHashMap<>();
        arns.forEach(arn -> all.put(arn, access.apply(arn)));
        return all;
    }

    private static Access access(OwnPolicies.Own own, String action, String arn) {
        return switch (own.role().may(action, PolicyPattern.of(arn))) {
            case Decision.Allowed allowed -> new Access.Allowed();
            case Decision.NotGranted nothing -> new Access.Denied(action, arn, new Access.Reason.NotGranted());
            case Decision.Refused(var by) -> new Access.Denied(action, arn, new Access.Reason.Refused(by.policy()));
            case Decision.Undecidable(String why, var cause) ->
                undecided("It could not be decided: " + why + ".", own.failures());
        };
    }

    /** A policy that could not be read for want of an answer may be the one that decides. */
    private static Access undecided(String why, List<Failure> failures) {
        return failures.isEmpty()
                ? new Access.Undecidable(why, "")
                : new Access.NotSeen(why, failures.getFirst().hint());
    }

    /** What the role's own policies say is the beginning: others may grant it too, and a key has to open it. */
    private CompletableFuture<Access> granted(Answer<Arn> role, Resource resource, Access own) {
        boolean abroad = !resource.isFile()
                && role.resolve(arn -> !arn.account().equals(Names.account(resource.arn())), unknown -> false);
        return switch (own) {
            case Access.Allowed allowed
            when abroad ->
                done(new Access.Undecidable(
                        "The secret is of another account, where its own policy and the policy of its key decide too.",
                        ""));
            case Access.Allowed allowed
            when !resource.key().isEmpty() && !resource.key().contains(ALIAS_OF_AWS) ->
                role.resolve(arn -> opened(arn, resource), unknown -> done(own));
            case Access.Denied(String action, String arn, Access.Reason.NotGranted nothing)
            when action.startsWith("secretsmanager:") -> resourcePolicy(resource, own);
            case Access.Denied(String action, String arn, Access.Reason.NotGranted nothing)
            when resource.isFile() ->
                done(new Access.Undecidable(
                        "No policy of the role allows `s3:GetObject` on %s, and the policy of the bucket may."
                                .formatted(Action.quote(arn)),
                        "Allow it in a policy of the role, with `s3:GetBucketLocation` on the bucket."));
            case Access.Allowed allowed -> done(own);
            case Access.Denied denied -> done(own);
            case Access.Undecidable undecidable -> done(own);
            case Access.NotSeen notSeen -> done(own);
            case Access.NotAsked notAsked -> done(own);
        };
    }

    private CompletableFuture<Access> resourcePolicy(Resource secret, Access denied) {
        String region = region(secret.arn());
        Action action = Action.of("secretsmanager:GetResourcePolicy", secret.arn(), clients.place(region));
        return calls.make(
                        action,
                        () -> clients.secretsManager(region)
                                .getResourcePolicy(request -> request.secretId(secret.arn())))
                .thenApply(
                        answer -> answer.resolve(response -> byOwnPolicy(action, response, denied), Failure::access));
    }

    /** An answer without the ARN of the secret is not about it, and does not say that it has no policy. */
    private static Access byOwnPolicy(Action action, GetResourcePolicyResponse response, Access denied) {
        if (Names.text(response.arn()).isEmpty()) {
            return Failure.of(Trouble.LEFT_OUT, action).access();
        }
        return Names.text(response.resourcePolicy()).isEmpty()
                ? denied
                : new Access.Undecidable(
                        "No policy of the role allows it, and the secret has a policy of its own, which may.", "");
    }

    /** Whether the key that a secret is encrypted with can be used, and by the role. */
    private CompletableFuture<Access> opened(Arn role, Resource secret) {
        String region = region(secret.arn());
        return keys.computeIfAbsent(region + " " + secret.key(), each -> describe(region, secret.key()))
                .thenCompose(answer -> answer.resolve(
                        response -> opened(role, secret, response),
                        failure -> CompletableFuture.completedFuture(failure.access())));
    }

    private CompletableFuture<Answer<DescribeKeyResponse>> describe(String region, String key) {
        return calls.make(
                Action.of("kms:DescribeKey", key, clients.place(region)),
                () -> clients.kms(region).describeKey(request -> request.keyId(key)));
    }

    private CompletableFuture<Access> opened(Arn role, Resource secret, DescribeKeyResponse response) {
        if (response.keyMetadata() == null || response.keyMetadata().keyStateAsString() == null) {
            return done(Failure.of(
                            Trouble.LEFT_OUT,
                            Action.of("kms:DescribeKey", secret.key(), clients.place(clients.region())))
                    .access());
        }
        String key = Names.text(response.keyMetadata().arn());
        String state = Names.text(response.keyMetadata().keyStateAsString());
        if (!state.equals("Enabled")) {
            return done(new Access.Denied("kms:Decrypt", key, new Access.Reason.KeyState(state)));
        }
        return response.keyMetadata().keyManager() == KeyManagerType.AWS
                ? done(new Access.Allowed())
                : simulate(role, "kms:Decrypt", List.of(new Resource(key, "")), context(secret))
                        .thenApply(answer -> answer.resolve(
                                found -> byKey(found.getOrDefault(key, leftOut(secret))), Failure::access));
    }

    private static Map<String, String> context(Resource secret) {
        return Map.of(
                "kms:ViaService",
                "secretsmanager.%s.amazonaws.com".formatted(region(secret.arn())),
                "kms:EncryptionContext:SecretARN",
                secret.arn());
    }

    /** The policy of a key may let a role use it that has no policy for it. */
    private static Access byKey(Access own) {
        return own instanceof Access.Denied(String action, String key, Access.Reason.NotGranted nothing)
                ? new Access.Undecidable(
                        "No policy of the role allows `kms:Decrypt` with the key %s, and the policy of the key may."
                                .formatted(Action.quote(key)),
                        "")
                : own;
    }

    private Access leftOut(Resource resource) {
        return Failure.of(
                        Trouble.LEFT_OUT,
                        Action.of("iam:SimulatePrincipalPolicy", resource.arn(), clients.place(clients.region())))
                .access();
    }

    private static CompletableFuture<Access> done(Access access) {
        return CompletableFuture.completedFuture(access);
    }

    private static String region(String arn) {
        return Names.region(arn, "");
    }

    /** What is known of a role and something that was asked for. */
    Optional<CompletableFuture<Access>> answer(String role, Resource resource) {
        return Optional.ofNullable(asked.get(new Wanted(role, resource)));
    }

    List<CompletableFuture<?>> answers() {
        return List.copyOf(asked.values());
    }
}
