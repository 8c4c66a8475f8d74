package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.ManagedPolicies;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.Statement;
import dev.envgate.ledger.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** The policies of a role, read one by one: where one of them cannot be read, there may be more statements. */
final class OwnPolicies {
    private static final String OF_AWS = ":iam::aws:policy/";

    /**
     * A role as far as it could be read.
     *
     * @param statements those of the role, with their conditions
     * @param boundary those of its boundary; none when it has none
     * @param unread why there may be more of either
     * @param failures the answers that did not come, those left out that the caller may not ask for
     */
    record Own(
            Role role,
            List<Conditioned> statements,
            List<Conditioned> boundary,
            List<Gap> unread,
            List<Failure> failures) {
        Own {
            statements = List.copyOf(statements);
            boundary = List.copyOf(boundary);
            unread = List.copyOf(unread);
            failures = List.copyOf(failures);
        }
    }

    /** What a boundary takes away is not weighed where nothing may be simulated. */
    private static final Gap BOUNDARY = new Gap("the role has a permissions boundary", new Place.Nowhere());

    /** What was read of some of the policies. */
    private record Part(List<Conditioned> statements, List<Gap> gaps, List<Failure> failures) {
        static final Part NOTHING = new Part(List.of(), List.of(), List.of());

        static Part gap(Failure failure) {
            return gap(failure.half(), failure);
        }

        static Part gap(String why, Failure failure) {
            return new Part(
                    List.of(),
                    List.of(new Gap(why, new Place.Nowhere())),
                    failure.trouble() == Trouble.DENIED ? List.of() : List.of(failure));
        }

        static Part joined(Stream<Part> parts) {
            List<Part> all = parts.toList();
            return new Part(
                    all.stream().flatMap(each -> each.statements.stream()).toList(),
                    all.stream().flatMap(each -> each.gaps.stream()).toList(),
                    all.stream().flatMap(each -> each.failures.stream()).toList());
        }
    }

    private final Clients clients;
    private final Calls calls;

    OwnPolicies(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** The role with its statements; a failure where neither attached nor inline policies can be listed. */
    CompletableFuture<Answer<Own>> of(Arn role) {
        String name = Names.last(role.resource());
        CompletableFuture<Answer<Part>> attached = list(
                "iam:ListAttachedRolePolicies",
                name,
                () -> attached(name, Optional.empty()),
                policy -> policy(policy.policyArn()));
        CompletableFuture<Answer<Part>> inline = list(
                "iam:ListRolePolicies", name, () -> inline(name, Optional.empty()), policy -> inline(name, policy));
        CompletableFuture<Part> limits = limits(name);
        return attached.thenCombine(inline, (one, other) -> both(one, other))
                .thenCombine(
                        limits, (answer, limit) -> answer.then(part -> new Answer.Got<>(own(role, name, part, limit))));
    }

    private static Own own(Arn role, String name, Part part, Part limit) {
        Part both = Part.joined(Stream.of(part, limit));
        return new Own(
                new Role(
                        role.toString(),
                        Symbolic.of(name),
                        new Place.Nowhere(),
                        part.statements().stream().map(Conditioned::statement).toList(),
                        part.gaps(),
                        limit.gaps()),
                part.statements(),
                limit.statements(),
                both.gaps().stream().filter(each -> !each.equals(BOUNDARY)).toList(),
                both.failures());
    }

    /** Of two failures the one that is not the caller's lack of a permission. */
    private static Answer<Part> both(Answer<Part> one, Answer<Part> other) {
        return one instanceof Answer.Failed<Part>(Failure failure) && other instanceof Answer.Failed<Part>
                ? failure.trouble() == Trouble.DENIED ? other : one
                : new Answer.Got<>(
                        Part.joined(Stream.of(one, other).map(each -> each.resolve(part -> part, Part::gap))));
    }

    private <P> CompletableFuture<Answer<Part>> list(
            String call, String role, Supplier<Optional<List<P>>> list, Function<P, CompletableFuture<Part>> read) {
        Action action = action(call, role);
        return calls.make(action, list)
                .thenApply(answer -> answer.then(policies -> said(action, policies)))
                .thenCompose(answer -> answer.thenAsk(policies -> {
                    List<CompletableFuture<Part>> parts =
                            policies.stream().map(read).toList();
                    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                            .thenApply(done ->
                                    new Answer.Got<>(Part.joined(parts.stream().map(CompletableFuture::join))));
                }));
    }

    /** What an answer has not is a failure: it does not say that there is nothing. */
    private static <T> Answer<T> said(Action action, Optional<T> found) {
        return found.<Answer<T>>map(Answer.Got::new)
                .orElseGet(() -> new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action)));
    }

    private Action action(String call, String about) {
        return Action.of(call, about, clients.place(clients.region()));
    }

    /** At most ten policies are attached by default, and never more than a page or two. Empty when a page does not say whether it is the last. */
    private Optional<List<AttachedPolicy>> attached(String role, Optional<String> marker) {
        ListAttachedRolePoliciesResponse page = clients.iam().listAttachedRolePolicies(request -> {
            request.roleName(role);
            marker.ifPresent(request::marker);
        });
        return whole(
                page.attachedPolicies(), page.isTruncated(), page.marker(), next -> attached(role, Optional.of(next)));
    }

    /** IAM says with every page whether more come; an answer that does not is not from IAM. */
    private static <P> Optional<List<P>> whole(
            List<P> page,
            @Nullable Boolean truncated,
            @Nullable String marker,
            Function<String, Optional<List<P>>> next) {
        if (truncated == null) {
            return Optional.empty();
        }
        if (!truncated) {
            return Optional.of(page);
        }
        return Optional.ofNullable(marker)
                .flatMap(next)
                .map(rest -> Stream.concat(page.stream(), rest.stream()).toList());
    }

    private Optional<List<String>> inline(String role, Optional<String> marker) {
        ListRolePoliciesResponse page = clients.iam().listRolePolicies(request -> {
            request.roleName(role);
            marker.ifPresent(request::marker);
        });
        return whole(page.policyNames(), page.isTruncated(), page.marker(), next -> inline(role, Optional.of(next)));
    }

    private CompletableFuture<Part> inline(String role, String policy) {
        Action action = action("iam:GetRolePolicy", policy);
        return calls.make(
                        action,
                        () -> clients.iam()
                                .getRolePolicy(request -> request.roleName(role).policyName(policy)))
                .thenApply(answer -> answer.then(
                                response -> said(action, Optional.ofNullable(response.policyDocument())))
                        .resolve(document -> part(policy, document), Part::gap));
    }

    private CompletableFuture<Part> policy(String arn) {
        Optional<List<Statement>> known = arn.contains(OF_AWS)
                ? ManagedPolicies.of(arn.substring(arn.indexOf(OF_AWS) + OF_AWS.length()))
                : Optional.empty();
        return known.map(statements -> CompletableFuture.completedFuture(part(statements.stream()
                        .map(each -> new Conditioned(each, Set.of()))
                        .toList())))
                .orElseGet(() -> defaultVersion(arn)
                        .thenCompose(answer -> answer.thenAsk(version -> document(arn, version)))
                        .thenApply(answer -> answer.resolve(document -> part(arn, document), Part::gap)));
    }

    private CompletableFuture<Answer<String>> defaultVersion(String arn) {
        Action action = action("iam:GetPolicy", arn);
        return calls.make(action, () -> clients.iam().getPolicy(request -> request.policyArn(arn)))
                .thenApply(answer -> answer.then(response ->
                        said(action, Optional.ofNullable(response.policy()).map(Policy::defaultVersionId))));
    }

    private CompletableFuture<Answer<String>> document(String arn, String version) {
        Action action = action("iam:GetPolicyVersion", arn);
        return calls.make(
                        action,
                        () -> clients.iam()
                                .getPolicyVersion(
                                        request -> request.policyArn(arn).versionId(version)))
                .thenApply(answer -> answer.then(response -> said(
                        action, Optional.ofNullable(response.policyVersion()).map(PolicyVersion::document))));
    }

    private static Part part(List<Conditioned> statements) {
        return new Part(statements, List.of(), List.of());
    }

    private static Part part(String policy, String document) {
        return PolicyJson.read(policy, document)
                .map(OwnPolicies::part)
                .orElseGet(() -> new Part(
                        List.of(),
                        List.of(new Gap(
                                "the policy " + Action.quote(policy) + " could not be read", new Place.Nowhere())),
                        List.of()));
    }

    /** A boundary takes away; so may a policy of the organization, which nobody here is told of. */
    private CompletableFuture<Part> limits(String role) {
        Action action = action("iam:GetRole", role);
        return calls.make(action, () -> clients.iam().getRole(request -> request.roleName(role)))
                .thenApply(answer -> answer.then(response -> said(action, Optional.ofNullable(response.role()))))
                .thenCompose(answer -> answer.resolve(
                        this::boundary,
                        failure -> CompletableFuture.completedFuture(Part.gap(
                                "whether the role has a permissions boundary could not be seen (" + failure.half()
                                        + ")",
                                failure))));
    }

    private CompletableFuture<Part> boundary(software.amazon.awssdk.services.iam.model.Role role) {
        String arn = role.permissionsBoundary() == null
                ? ""
                : Names.text(role.permissionsBoundary().permissionsBoundaryArn());
        return role.permissionsBoundary() == null
                ? CompletableFuture.completedFuture(Part.NOTHING)
                : policy(arn)
                        .thenApply(part ->
                                Part.joined(Stream.of(new Part(List.of(), List.of(BOUNDARY), List.of()), part)));
    }
}
