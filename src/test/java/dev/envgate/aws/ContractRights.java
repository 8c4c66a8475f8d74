package dev.envgate.aws;

import static dev.envgate.aws.Contract.refused;
import static dev.envgate.aws.Endpoint.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.aws.Contract.Check;
import dev.envgate.ledger.Access;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/** More of the contract: who may read, as IAM, KMS and the policies of secrets say it. */
final class ContractRights {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:" + ACCOUNT + ":secret:";
    private static final String DB = SECRET + "shop/db-AbCdEf";
    private static final String LICENCE = SECRET + "shop/licence-LiCeNs";
    private static final String READ = "secretsmanager:GetSecretValue";
    private static final String POLICY = "arn:aws:iam::" + ACCOUNT + ":policy/";

    private ContractRights() {}

    static List<Check> checks() {
        List<Check> all = new ArrayList<>(roles());
        all.addAll(policies());
        all.addAll(simulations());
        all.addAll(keys());
        all.addAll(policiesOfSecrets());
        all.addAll(facts());
        return all;
    }

    private static List<Check> roles() {
        return List.of(
                new Check(
                        "a role says its ARN, and has no boundary unless it was given one",
                        at -> assertThat(role(at, "web-execution"))
                                .returns(roleArn("web-execution"), Role::arn)
                                .returns(null, Role::permissionsBoundary)),
                new Check(
                        "a role says its boundary",
                        at -> assertThat(role(at, "bounded")
                                        .permissionsBoundary()
                                        .permissionsBoundaryArn())
                                .isEqualTo(POLICY + "shop-boundary")),
                new Check("a role that is not there is refused", refused("NoSuchEntity", at -> role(at, "nobody"))),
                new Check(
                        "the policies that are attached to a role are listed by their ARNs",
                        at -> assertThat(at.iam()
                                        .listAttachedRolePolicies(request -> request.roleName("web-execution"))
                                        .attachedPolicies())
                                .extracting(AttachedPolicy::policyArn)
                                .containsExactlyInAnyOrder(POLICY + "shop-licences", POLICY + "shop-empty")),
                new Check("the policies that are attached to a role are listed in pages", at -> {
                    var first = at.iam()
                            .listAttachedRolePolicies(
                                    request -> request.roleName("web-execution").maxItems(1));
                    assertThat(first.attachedPolicies()).hasSize(1);
                    assertThat(first.isTruncated()).isTrue();
                    var second = at.iam()
                            .listAttachedRolePolicies(
                                    request -> request.roleName("web-execution").marker(first.marker()));
                    assertThat(second.attachedPolicies())
                            .hasSize(1)
                            .doesNotContainAnyElementsOf(first.attachedPolicies());
                    assertThat(second.isTruncated()).isFalse();
                }),
                new Check(
                        "a role to which nothing is attached has an empty list",
                        at -> assertThat(at.iam()
                                        .listAttachedRolePolicies(request -> request.roleName("bare"))
                                        .attachedPolicies())
                                .isEmpty()),
                new Check(
                        "the attached policies of a role that is not there are refused",
                        refused(
                                "NoSuchEntity",
                                at -> at.iam().listAttachedRolePolicies(request -> request.roleName("nobody")))),
                new Check(
                        "the policies inside of a role are listed by their names",
                        at -> assertThat(at.iam()
                                        .listRolePolicies(request -> request.roleName("web-execution"))
                                        .policyNames())
                                .containsExactlyInAnyOrder("read", "keys")),
                new Check("the policies inside of a role are listed in pages", at -> {
                    var first = at.iam()
                            .listRolePolicies(
                                    request -> request.roleName("web-execution").maxItems(1));
                    assertThat(first.policyNames()).hasSize(1);
                    assertThat(first.isTruncated()).isTrue();
                    assertThat(at.iam()
                                    .listRolePolicies(request ->
                                            request.roleName("web-execution").marker(first.marker()))
                                    .policyNames())
                            .hasSize(1)
                            .doesNotContainAnyElementsOf(first.policyNames());
                }),
                new Check(
                        "the policies inside of a role that is not there are refused",
                        refused(
                                "NoSuchEntity",
                                at -> at.iam().listRolePolicies(request -> request.roleName("nobody")))));
    }

    private static List<Check> policies() {
        return List.of(
                new Check(
                        "a policy inside of a role comes in the form of an address",
                        at -> assertThat(at.iam()
                                        .getRolePolicy(request ->
                                                request.roleName("refused").policyName("not-this"))
                                        .policyDocument())
                                .startsWith("%7B")
                                .satisfies(document ->
                                        assertThat(decoded(document)).contains("\"Deny\"", "shop/db-*"))),
                new Check(
                        "a policy that a role does not have is refused",
                        refused(
                                "NoSuchEntity",
                                at -> at.iam()
                                        .getRolePolicy(request ->
                                                request.roleName("bare").policyName("read")))),
                new Check(
                        "a managed policy says which version counts",
                        at -> assertThat(at.iam()
                                        .getPolicy(request -> request.policyArn(POLICY + "shop-licences"))
                                        .policy())
                                .returns(POLICY + "shop-licences", each -> each.arn())
                                .returns("v1", each -> each.defaultVersionId())),
                new Check(
                        "a version of a managed policy comes in the form of an address",
                        at -> assertThat(at.iam()
                                        .getPolicyVersion(request -> request.policyArn(POLICY + "shop-licences")
                                                .versionId("v1"))
                                        .policyVersion()
                                        .document())
                                .startsWith("%7B")
                                .satisfies(document ->
                                        assertThat(decoded(document)).contains("\"Allow\"", "shop/licence-*"))),
                new Check(
                        "a managed policy that is not there is refused",
                        refused(
                                "NoSuchEntity",
                                at -> at.iam().getPolicy(request -> request.policyArn(POLICY + "nobody")))),
                new Check(
                        "a version that a managed policy does not have is refused",
                        refused(
                                "NoSuchEntity",
                                at -> at.iam()
                                        .getPolicyVersion(request -> request.policyArn(POLICY + "shop-licences")
                                                .versionId("v7")))),
                new Check(
                        "IAM says 404 of what is not there",
                        at -> assertThat(catchThrowableOfType(IamException.class, () -> role(at, "nobody")))
                                .returns(404, IamException::statusCode)));
    }

    private static List<Check> simulations() {
        return List.of(
                new Check(
                        "a role may read what a policy inside of it allows",
                        at -> assertThat(simulated(at, "web-execution", DB))
                                .returns(PolicyEvaluationDecisionType.ALLOWED, EvaluationResult::evalDecision)
                                .returns(READ, EvaluationResult::evalActionName)
                                .returns(DB, EvaluationResult::evalResourceName)),
                new Check(
                        "a role may read what an attached policy allows",
                        at -> assertThat(simulated(at, "web-execution", LICENCE).evalDecision())
                                .isEqualTo(PolicyEvaluationDecisionType.ALLOWED)),
                new Check(
                        "a role may not read what no policy of it names",
                        at -> assertThat(simulated(at, "bare", DB))
                                .returns(PolicyEvaluationDecisionType.IMPLICIT_DENY, EvaluationResult::evalDecision)
                                .returns(List.of(), EvaluationResult::missingContextValues)),
                new Check(
                        "a role may not read what a policy of it denies, and the policy is named",
                        at -> assertThat(simulated(at, "refused", DB))
                                .returns(PolicyEvaluationDecisionType.EXPLICIT_DENY, EvaluationResult::evalDecision)
                                .satisfies(result -> assertThat(result.matchedStatements())
                                        .singleElement()
                                        .satisfies(statement -> assertThat(statement.sourcePolicyId())
                                                .contains("not-this")))),
                new Check(
                        "a boundary takes away what the policies of a role allow",
                        at -> assertThat(simulated(at, "bounded", DB))
                                .returns(PolicyEvaluationDecisionType.IMPLICIT_DENY, EvaluationResult::evalDecision)
                                .returns(
                                        false,
                                        result -> result.permissionsBoundaryDecisionDetail()
                                                .allowedByPermissionsBoundary())),
                new Check(
                        "a condition on something that is not given is missing",
                        at -> assertThat(simulated(at, "careful", DB))
                                .returns(PolicyEvaluationDecisionType.IMPLICIT_DENY, EvaluationResult::evalDecision)
                                .returns(List.of("aws:RequestedRegion"), EvaluationResult::missingContextValues)),
                new Check(
                        "a condition on something that is given is weighed",
                        at -> assertThat(at.iam()
                                        .simulatePrincipalPolicy(request -> request.policySourceArn(roleArn("careful"))
                                                .actionNames(READ)
                                                .resourceArns(DB)
                                                .contextEntries(ContextEntry.builder()
                                                        .contextKeyName("aws:RequestedRegion")
                                                        .contextKeyType(ContextKeyTypeEnum.STRING)
                                                        .contextKeyValues("us-east-1")
                                                        .build()))
                                        .evaluationResults())
                                .singleElement()
                                .returns(PolicyEvaluationDecisionType.ALLOWED, EvaluationResult::evalDecision)),
                new Check(
                        "each thing that a role is to read has an answer of its own",
                        at -> assertThat(at.iam()
                                        .simulatePrincipalPolicy(
                                                request -> request.policySourceArn(roleArn("web-execution"))
                                                        .actionNames(READ)
                                                        .resourceArns(DB, LICENCE, SECRET + "shop/shared-ShArEd"))
                                        .evaluationResults())
                                .extracting(EvaluationResult::evalResourceName, EvaluationResult::evalDecisionAsString)
                                .containsExactlyInAnyOrder(
                                        tuple(DB, "allowed"),
                                        tuple(LICENCE, "allowed"),
                                        tuple(SECRET + "shop/shared-ShArEd", "implicitDeny"))),
                new Check(
                        "what a role that is not there may do is refused",
                        refused("NoSuchEntity", at -> simulated(at, "nobody", DB))));
    }

    private static List<Check> keys() {
        return List.of(
                new Check(
                        "a key is described by its alias",
                        at -> assertThat(key(at, "alias/shop"))
                                .returns(KeyManagerType.CUSTOMER, KeyMetadata::keyManager)
                                .returns(KeyState.ENABLED, KeyMetadata::keyState)
                                .satisfies(each -> assertThat(each.arn())
                                        .startsWith("arn:aws:kms:us-east-1:" + ACCOUNT + ":key/")
                                        .endsWith(each.keyId()))),
                new Check(
                        "a key is described by the ARN of its alias",
                        at -> assertThat(key(at, "arn:aws:kms:us-east-1:" + ACCOUNT + ":alias/shop"))
                                .isEqualTo(key(at, "alias/shop"))),
                new Check("a key is described by its id and by its ARN", at -> {
                    KeyMetadata key = key(at, "alias/shop");
                    assertThat(key(at, key.keyId())).isEqualTo(key);
                    assertThat(key(at, key.arn())).isEqualTo(key);
                }),
                new Check(
                        "a key that is switched off says so",
                        at -> assertThat(key(at, "alias/shop-off"))
                                .returns(KeyState.DISABLED, KeyMetadata::keyState)
                                .returns(false, KeyMetadata::enabled)),
                new Check(
                        "a key that is to be deleted says so",
                        at -> assertThat(key(at, "alias/shop-doomed").keyState())
                                .isEqualTo(KeyState.PENDING_DELETION)),
                new Check(
                        "a key of AWS says that it is one",
                        at -> assertThat(key(at, "alias/aws/secretsmanager").keyManager())
                                .isEqualTo(KeyManagerType.AWS)),
                new Check(
                        "a key that is not there is refused",
                        refused(
                                "NotFoundException",
                                at -> key(
                                        at,
                                        "arn:aws:kms:us-east-1:" + ACCOUNT
                                                + ":key/99999999-aaaa-4999-8999-999999999999"))),
                new Check(
                        "an alias that is not there is refused",
                        refused("NotFoundException", at -> key(at, "alias/nobody"))));
    }

    private static List<Check> policiesOfSecrets() {
        return List.of(
                new Check(
                        "a secret with a policy of its own shows it",
                        at -> assertThat(policyOf(at, "shop/shared")).contains("210987654321")),
                new Check(
                        "a secret without a policy of its own shows none",
                        at -> assertThat(policyOf(at, DB)).isNull()),
                new Check(
                        "the policy of a secret that is not there is refused",
                        refused("ResourceNotFoundException", at -> policyOf(at, "shop/nobody"))),
                new Check(
                        "a secret names the key that it is encrypted with",
                        at -> assertThat(at.secrets()
                                        .describeSecret(request -> request.secretId("shop/sealed"))
                                        .kmsKeyId())
                                .isEqualTo("arn:aws:kms:us-east-1:" + ACCOUNT + ":alias/shop")),
                new Check(
                        "a secret under the key of AWS names none",
                        at -> assertThat(at.secrets()
                                        .describeSecret(request -> request.secretId("shop/db"))
                                        .kmsKeyId())
                                .isNull()));
    }

    /** The same as the program sees it. */
    private static List<Check> facts() {
        return List.of(
                new Check("the program sees that a role may read a secret and a parameter", at -> {
                    assertThat(access(at, "web-execution", DB)).isEqualTo(new Access.Allowed());
                    assertThat(access(at, "web-execution", "/shop/token")).isEqualTo(new Access.Allowed());
                }),
                new Check(
                        "the program sees that a role may read by a policy that is attached",
                        at -> assertThat(access(at, "web-execution", LICENCE)).isEqualTo(new Access.Allowed())),
                new Check(
                        "the program sees that no policy of a role allows it",
                        at -> assertThat(access(at, "bare", DB))
                                .isEqualTo(new Access.Denied(READ, DB, new Access.Reason.NotGranted()))),
                new Check(
                        "the program sees that a policy denies it",
                        at -> assertThat(access(at, "refused", DB))
                                .isInstanceOfSatisfying(
                                        Access.Denied.class,
                                        denied ->
                                                assertThat(denied.reason()).isInstanceOf(Access.Reason.Refused.class))),
                new Check(
                        "the program sees that a boundary takes it away",
                        at -> assertThat(access(at, "bounded", DB))
                                .isEqualTo(new Access.Denied(READ, DB, new Access.Reason.Boundary()))),
                new Check(
                        "the program gives the region to a condition that asks for it",
                        at -> assertThat(access(at, "careful", DB)).isEqualTo(new Access.Allowed())),
                new Check(
                        "the program sees that a role is missing",
                        at -> assertThat(access(at, "nobody", DB))
                                .isEqualTo(new Access.Denied(READ, DB, new Access.Reason.NoRole()))),
                new Check(
                        "the program does not decide where the secret has a policy of its own",
                        at -> assertThat(access(at, "bare", SECRET + "shop/shared-ShArEd"))
                                .isInstanceOfSatisfying(
                                        Access.Undecidable.class,
                                        undecidable ->
                                                assertThat(undecidable.why()).contains("a policy of its own"))),
                new Check(
                        "the program sees that a role may use the key of a secret",
                        at -> assertThat(access(at, "web-execution", SECRET + "shop/sealed-SeAlEd"))
                                .isEqualTo(new Access.Allowed())));
    }

    private static Access access(Endpoint at, String role, String valueFrom) {
        Reference reference = Reference.parse(valueFrom);
        Request request = new Request(
                List.of(),
                List.of(reference),
                new Request.Files.Asked(List.of()),
                List.of(new Request.Reader(roleArn(role), reference)),
                false,
                List.of());
        return at.observe(request).stores().access(new RoleReference.Named(Symbolic.of(roleArn(role))), reference);
    }

    private static String roleArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    private static Role role(Endpoint at, String name) {
        return at.iam().getRole(request -> request.roleName(name)).role();
    }

    private static EvaluationResult simulated(Endpoint at, String role, String secret) {
        return at.iam()
                .simulatePrincipalPolicy(request ->
                        request.policySourceArn(roleArn(role)).actionNames(READ).resourceArns(secret))
                .evaluationResults()
                .getFirst();
    }

    private static KeyMetadata key(Endpoint at, String id) {
        return at.keys().describeKey(request -> request.keyId(id)).keyMetadata();
    }

    private static String policyOf(Endpoint at, String secret) {
        return at.secrets()
                .getResourcePolicy(request -> request.secretId(secret))
                .resourcePolicy();
    }

    private static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }
}
