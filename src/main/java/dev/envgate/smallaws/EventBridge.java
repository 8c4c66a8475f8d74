package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The operations of EventBridge that tell what a rule starts. */
final class EventBridge {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "events:ListRuleNamesByTarget", EventBridge::listRuleNamesByTarget,
            "events:ListTargetsByRule", EventBridge::listTargetsByRule,
            "events:DescribeRule", EventBridge::describeRule);

    private EventBridge() {}

    private static ObjectNode listRuleNamesByTarget(World world, Call call) {
        List<String> names = world.rules(call.region())
                .filter(rule -> rule.path("targets")
                        .valueStream()
                        .anyMatch(target -> arn(world, target).equals(call.text("TargetArn"))))
                .map(rule -> rule.path("name").asText())
                .toList();
        Page page = Page.of(names, call, "Limit", "NextToken", world.page(100));
        ObjectNode answer = World.object();
        page.items().forEach(answer.putArray("RuleNames")::add);
        return page.addToken(answer, "NextToken");
    }

    private static ObjectNode listTargetsByRule(World world, Call call) {
        JsonNode written = rule(world, call, "Rule").path("targets");
        Page page = Page.of(
                IntStream.range(0, written.size()).mapToObj(String::valueOf).toList(),
                call,
                "Limit",
                "NextToken",
                world.page(100));
        ObjectNode answer = World.object();
        ArrayNode targets = answer.putArray("Targets");
        for (String id : page.items()) {
            JsonNode each = written.path(Integer.parseInt(id));
            ObjectNode target = targets.addObject().put("Id", id).put("Arn", arn(world, each));
            each.optional("taskDefinition")
                    .ifPresent(definition -> target.putObject("EcsParameters")
                            .put("TaskDefinitionArn", world.ecsArn("task-definition/" + definition.asText())));
        }
        return page.addToken(answer, "NextToken");
    }

    private static ObjectNode describeRule(World world, Call call) {
        JsonNode rule = rule(world, call, "Name");
        return World.object()
                .put("Name", rule.path("name").asText())
                .put(
                        "Arn",
                        "arn:aws:events:%s:%s:rule/%s"
                                .formatted(
                                        world.region(),
                                        world.account(),
                                        rule.path("name").asText()))
                .put("State", rule.path("state").asText("ENABLED"))
                .put("EventBusName", "default");
    }

    private static JsonNode rule(World world, Call call, String field) {
        return world.rules(call.region())
                .filter(rule -> rule.path("name").asText().equals(call.text(field)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "ResourceNotFoundException",
                        "Rule " + call.text(field) + " does not exist on EventBus default."));
    }

    /** A target without a cluster is something else than ECS. */
    private static String arn(World world, JsonNode target) {
        return target.optional("cluster")
                .map(cluster -> world.ecsArn("cluster/" + cluster.asText()))
                .orElse(target.path("arn").asText());
    }
}
