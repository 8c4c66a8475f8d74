package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The operations of IAM that say what a role may do. Simulation weighs the role's policies and its boundary; a world without {@code roles}
 * has no IAM: every role is there and may do everything.
 */
final class Iam {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "iam:SimulatePrincipalPolicy", Iam::simulate,
            "iam:GetRole", Iam::getRole,
            "iam:ListAttachedRolePolicies", Iam::listAttached,
            "iam:ListRolePolicies", Iam::listInline,
            "iam:GetRolePolicy", Iam::getRolePolicy,
            "iam:GetPolicy", Iam::getPolicy,
            "iam:GetPolicyVersion", Iam::getPolicyVersion);

    /** The worst comes last. */
    private static final List<String> DECISIONS = List.of("allowed", "implicitDeny", "explicitDeny");

    private static final String ONLY_VERSION = "v1";
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/.+");

    private Iam() {}

    private static ObjectNode simulate(World world, Call call) {
        String source = call.text("PolicySourceArn");
        if (!ROLE.matcher(source).matches()) {
            throw new Refusal("InvalidInput", "Invalid Entity Arn: " + source);
        }
        ObjectNode answer = World.object();
        ArrayNode results = answer.putArray("EvaluationResults");
        for (String action : members(call, "ActionNames.member.")) {
            List<ObjectNode> each = members(call, "ResourceArns.member.").stream()
                    .map(resource -> world.hasRoles()
                            ? evaluated(world, role(world, lastPart(source)), action, resource, context(call))
                            : result(action, resource, "allowed"))
                    .toList();
            results.addAll(world.simulatesTogether() ? List.of(together(each)) : each);
        }
        return answer.put("IsTruncated", false);
    }

    /** One result that holds those of all: what it says itself is true of the worst of them. */
    private static ObjectNode together(List<ObjectNode> each) {
        ObjectNode whole = each.stream()
                .max(Comparator.comparingInt(
                        one -> DECISIONS.indexOf(one.path("EvalDecision").asText())))
                .orElseThrow()
                .deepCopy();
        whole.putArray("MissingContextValues");
        ArrayNode specific = whole.putArray("ResourceSpecificResults");
        for (ObjectNode one : each) {
            ObjectNode ofOne = one.deepCopy();
            ofOne.remove("EvalActionName");
            ofOne.set("EvalResourceDecision", ofOne.remove("EvalDecision"));
            specific.add(ofOne);
        }
        return whole;
    }

    private static Collection<String> members(Call call, String prefix) {
        return call.input()
                .propertyStream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> each.getValue().asText())
                .toList();
    }

    private static Map<String, String> context(Call call) {
        Map<String, String> context = new LinkedHashMap<>();
        for (int i = 1; call.input().has("ContextEntries.member." + i + ".ContextKeyName"); i++) {
            context.put(
                    call.text("ContextEntries.member." + i + ".ContextKeyName"),
                    call.text("ContextEntries.member." + i + ".ContextKeyValues.member.1"));
        }
        return context;
    }

    private static ObjectNode result(String action, String resource, String decision) {
        ObjectNode result = World.object()
                .put("EvalActionName", action)
                .put("EvalResourceName", resource)
                .put("EvalDecision", decision);
        result.putArray("MatchedStatements");
        result.putArray("MissingContextValues");
        return result;
    }

    private static ObjectNode evaluated(
            World world, JsonNode role, String action, String resource, Map<String, String> context) {
        Set<String> missing = new TreeSet<>();
        List<PolicyMatch> matches = policies(world, role)
                .flatMap(each -> PolicyMatch.in(each.getKey(), each.getValue(), action, resource, context, missing))
                .toList();
        boolean denied = matches.stream().anyMatch(PolicyMatch::denies);
        boolean bounded = boundary(world, role, action, resource, context, missing);
        boolean allowed = !denied && bounded && !matches.isEmpty();
        ObjectNode result = result(action, resource, denied ? "explicitDeny" : allowed ? "allowed" : "implicitDeny");
        matches.stream()
                .filter(each -> each.denies() == denied)
                .forEach(each -> ((ArrayNode) result.path("MatchedStatements"))
                        .addObject()
                        .put("SourcePolicyId", each.policy()));
        missing.forEach(((ArrayNode) result.path("MissingContextValues"))::add);
        if (role.has("boundary")) {
            result.putObject("PermissionsBoundaryDecisionDetail").put("AllowedByPermissionsBoundary", bounded);
        }
        return result;
    }

    private static boolean boundary(
            World world,
            JsonNode role,
            String action,
            String resource,
            Map<String, String> context,
            Set<String> missing) {
        return role.optional("boundary")
                .map(arn -> PolicyMatch.in(arn.asText(), world.policy(arn.asText()), action, resource, context, missing)
                        .toList())
                .map(found -> !found.isEmpty() && found.stream().noneMatch(PolicyMatch::denies))
                .orElse(true);
    }

    private static Stream<Map.Entry<String, JsonNode>> policies(World world, JsonNode role) {
        return Stream.concat(
                role.path("policies").propertyStream(),
                role.path("attached").valueStream().map(arn -> Map.entry(arn.asText(), world.policy(arn.asText()))));
    }

    private static ObjectNode getRole(World world, Call call) {
        String name = call.text("RoleName");
        JsonNode found = role(world, name);
        ObjectNode answer = World.object();
        ObjectNode role = answer.putObject("Role")
                .put("RoleName", name)
                .put("Path", "/")
                .put("RoleId", "AROAEXAMPLE")
                .put("Arn", "arn:aws:iam::" + world.account() + ":role/" + name)
                .put("CreateDate", "2026-01-01T00:00:00Z");
        found.optional("boundary")
                .ifPresent(arn -> role.putObject("PermissionsBoundary").set("PermissionsBoundaryArn", arn));
        return answer;
    }

    private static ObjectNode listAttached(World world, Call call) {
        Page page = page(
                world,
                call,
                role(world, call.text("RoleName"))
                        .path("attached")
                        .valueStream()
                        .map(JsonNode::asText));
        ObjectNode answer = answer(page);
        ArrayNode list = answer.putArray("AttachedPolicies");
        page.items()
                .forEach(
                        arn -> list.addObject().put("PolicyName", lastPart(arn)).put("PolicyArn", arn));
        return answer;
    }

    private static ObjectNode listInline(World world, Call call) {
        Page page = page(
                world,
                call,
                role(world, call.text("RoleName"))
                        .path("policies")
                        .propertyStream()
                        .map(Map.Entry::getKey));
        ObjectNode answer = answer(page);
        page.items().forEach(answer.putArray("PolicyNames")::add);
        return answer;
    }

    private static Page page(World world, Call call, Stream<String> all) {
        return Page.of(all.toList(), call, "MaxItems", "Marker", world.page(100));
    }

    private static ObjectNode answer(Page page) {
        return page.addToken(World.object().put("IsTruncated", !page.nextToken().isEmpty()), "Marker");
    }

    private static ObjectNode getRolePolicy(World world, Call call) {
        JsonNode document = role(world, call.text("RoleName"))
                .path("policies")
                .optional(call.text("PolicyName"))
                .orElseThrow(() -> missing("The role policy with name " + call.text("PolicyName")));
        return World.object()
                .put("RoleName", call.text("RoleName"))
                .put("PolicyName", call.text("PolicyName"))
                .put("PolicyDocument", encoded(document));
    }

    private static ObjectNode getPolicy(World world, Call call) {
        known(world, call);
        ObjectNode answer = World.object();
        answer.putObject("Policy").put("Arn", call.text("PolicyArn")).put("DefaultVersionId", ONLY_VERSION);
        return answer;
    }

    /** A policy of a world has one version. */
    private static ObjectNode getPolicyVersion(World world, Call call) {
        JsonNode document = known(world, call);
        if (!call.text("VersionId").equals(ONLY_VERSION)) {
            throw missing("Policy " + call.text("PolicyArn") + " version " + call.text("VersionId"));
        }
        ObjectNode answer = World.object();
        answer.putObject("PolicyVersion").put("VersionId", ONLY_VERSION).put("Document", encoded(document));
        return answer;
    }

    private static JsonNode known(World world, Call call) {
        JsonNode document = world.policy(call.text("PolicyArn"));
        if (document.isMissingNode()) {
            throw missing("Policy " + call.text("PolicyArn"));
        }
        return document;
    }

    private static JsonNode role(World world, String name) {
        return world.role(name).orElseThrow(() -> missing("The role with name " + name));
    }

    private static Refusal missing(String what) {
        return new Refusal(404, "NoSuchEntity", what + " cannot be found.");
    }

    /** Documents come in the form of addresses. */
    private static String encoded(JsonNode document) {
        return URLEncoder.encode(document.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
