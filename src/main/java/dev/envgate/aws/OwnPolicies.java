package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.ManagedPolicies;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.Statement;
import dev.envgate.ledger.Symbolic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;

/** The policies of a role, read one by one: where one of them cannot be read, there may be more statements. */
final class OwnPolicies {
    private static final String OF_AWS = ":iam::aws:policy/";

    /** What was read of some of the policies. */
    private record Part(List<Statement> statements, List<Gap> gaps) {
        static Part gap(Failure failure) {
            return new Part(List.of(), List.of(new Gap(failure.half(), new Place.Nowhere())));
        }

        static Part joined(Stream<Part> parts) {
            List<Part> all = parts.toList();
            return new Part(
                    all.stream().flatMap(each -> each.statements.stream()).toList(),
                    all.stream().flatMap(each -> each.gaps.stream()).toList());
        }
    }

    private final Clients clients;
    private final Calls calls;

    OwnPolicies(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** The role with its statements; a failure where neither attached nor inline policies can be listed. */
    CompletableFuture<Answer<Role>> of(Arn role) {
        String name = Names.last(role.resource());
        CompletableFuture<Answer<Part>> attached = list(
                "iam:ListAttachedRolePolicies",
                name,
                () -> attached(name, Optional.empty()),
                policy -> policy(policy.policyArn()));
        CompletableFuture<Answer<Part>> inline = list(
                "iam:ListRolePolicies", name, () -> inline(name, Optional.empty()), policy -> inline(name, policy));
        CompletableFuture<List<Gap>> limits = limits(name);
        return attached.thenCombine(inline, (one, other) -> both(one, other))
                .thenCombine(
                        limits,
                        (answer, limit) -> answer.then(part -> new Answer.Got<>(new Role(
                                role.toString(),
                                Symbolic.of(name),
                                new Place.Nowhere(),
                                part.statements(),
                                part.gaps(),
                                limit))));
    }

    private static Answer<Part> both(Answer<Part> one, Answer<Part> other) {
        return one instanceof Answer.Failed<Part> && other instanceof Answer.Failed<Part>
                ? one
                : new Answer.Got<>(
                        Part.joined(Stream.of(one, other).map(each -> each.resolve(part -> part, Part::gap))));
    }

    private <P> CompletableFuture<Answer<Part>> list(
            String call, String role, Supplier<List<P>> list, Function<P, CompletableFuture<Part>> read) {
        return calls.make(action(call, role), list)
                .thenCompose(answer -> answer.thenAsk(policies -> {
                    List<CompletableFuture<Part>> parts =
                            policies.stream().map(read).toList();
                    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                            .thenApply(done ->
                                    new Answer.Got<>(Part.joined(parts.stream().map(CompletableFuture::join))));
                }));
    }

    private Action action(String call, String about) {
        return Action.of(call, about, clients.place(clients.region()));
    }

    /** At most ten policies are attached by default, and never more than a page or two. */
    private List<AttachedPolicy> attached(String role, Optional<String> marker) {
        ListAttachedRolePoliciesResponse page = clients.iam().listAttachedRolePolicies(request -> {
            request.roleName(role);
            marker.ifPresent(request::marker);
        });
        List<AttachedPolicy> all = new ArrayList<>(page.attachedPolicies());
        if (Boolean.TRUE.equals(page.isTruncated()) && page.marker() != null) {
            all.addAll(attached(role, Optional.of(page.marker())));
        }
        return all;
    }

    private List<String> inline(String role, Optional<String> marker) {
        ListRolePoliciesResponse page = clients.iam().listRolePolicies(request -> {
            request.roleName(role);
            marker.ifPresent(request::marker);
        });
        List<String> all = new ArrayList<>(page.policyNames());
        if (Boolean.TRUE.equals(page.isTruncated()) && page.marker() != null) {
            all.addAll(inline(role, Optional.of(page.marker())));
        }
        return all;
    }

    private CompletableFuture<Part> inline(String role, String policy) {
        return calls.make(
                        action("iam:GetRolePolicy", policy),
                        () -> clients.iam()
                                .getRolePolicy(request -> request.roleName(role).policyName(policy)))
                .thenApply(answer ->
                        answer.resolve(response -> part(policy, Names.text(response.policyDocument())), Part::gap));
    }

    private CompletableFuture<Part> policy(String arn) {
        Optional<List<Statement>> known = arn.contains(OF_AWS)
                ? ManagedPolicies.of(arn.substring(arn.indexOf(OF_AWS) + OF_AWS.length()))
                : Optional.empty();
        return known.map(statements -> CompletableFuture.completedFuture(new Part(statements, List.of())))
                .orElseGet(() -> calls.make(
                                action("iam:GetPolicy", arn),
                                () -> clients.iam().getPolicy(request -> request.policyArn(arn)))
                        .thenCompose(answer -> answer.thenAsk(response -> calls.make(
                                action("iam:GetPolicyVersion", arn),
                                () -> clients.iam()
                                        .getPolicyVersion(request -> request.policyArn(arn)
                                                .versionId(response.policy().defaultVersionId())))))
                        .thenApply(answer -> answer.resolve(
                                response -> part(
                                        arn, Names.text(response.policyVersion().document())),
                                Part::gap)));
    }

    private static Part part(String policy, String document) {
        return PolicyJson.read(policy, document)
                .map(statements -> new Part(statements, List.of()))
                .orElseGet(() -> new Part(
                        List.of(),
                        List.of(new Gap(
                                "the policy " + Action.quote(policy) + " could not be read", new Place.Nowhere()))));
    }

    /** A boundary takes away; so may a policy of the organization, which nobody here is told of. */
    private CompletableFuture<List<Gap>> limits(String role) {
        return calls.make(action("iam:GetRole", role), () -> clients.iam().getRole(request -> request.roleName(role)))
                .thenApply(answer -> answer.resolve(
                        OwnPolicies::boundary,
                        failure -> List.of(new Gap(
                                "whether the role has a permissions boundary could not be seen",
                                new Place.Nowhere()))));
    }

    private static List<Gap> boundary(GetRoleResponse response) {
        return response.role() == null || response.role().permissionsBoundary() == null
                ? List.of()
                : List.of(new Gap("the role has a permissions boundary", new Place.Nowhere()));
    }
}
