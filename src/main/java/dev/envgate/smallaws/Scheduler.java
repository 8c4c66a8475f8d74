package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The operations of EventBridge Scheduler that only read. They are told apart by their paths. */
final class Scheduler {
    /** As calls are signed for it. */
    static final String SERVICE = "scheduler";

    static final Map<String, Operation> OPERATIONS = Map.of(
            "scheduler:ListSchedules", Scheduler::listSchedules, "scheduler:GetSchedule", Scheduler::getSchedule);

    private Scheduler() {}

    static String operation(JsonNode input) {
        return input.has("Name") ? "scheduler:GetSchedule" : "scheduler:ListSchedules";
    }

    /** What stands in a path and its query: {@code /schedules/NAME?groupName=GROUP}, {@code /schedules?NextToken=TOKEN}. */
    static ObjectNode input(String target) {
        String[] parts = target.split("\\?", 2);
        ObjectNode input = World.object();
        String[] path = parts[0].split("/", -1);
        if (path.length > 2) {
            input.put("Name", decoded(path[2]));
        }
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&", -1)) {
            String[] words = pair.split("=", 2);
            input.put(words[0], words.length < 2 ? "" : decoded(words[1]));
        }
        return input;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode listSchedules(World world, Call call) {
        List<String> names = world.schedules(call.region())
                .map(each -> each.path("name").asText())
                .toList();
        Page page = Page.of(names, call, "MaxResults", "NextToken", world.page(100));
        ObjectNode answer = World.object();
        ArrayNode schedules = answer.putArray("Schedules");
        world.schedules(call.region())
                .filter(each -> page.items().contains(each.path("name").asText()))
                .forEach(each -> schedules
                        .addObject()
                        .put("Name", each.path("name").asText())
                        .put("GroupName", each.path("group").asText("default"))
                        .put("State", each.path("state").asText("ENABLED"))
                        .putObject("Target")
                        .put("Arn", arn(world, each)));
        return page.addToken(answer, "NextToken");
    }

    private static ObjectNode getSchedule(World world, Call call) {
        JsonNode found = world.schedules(call.region())
                .filter(each -> each.path("name").asText().equals(call.text("Name"))
                        && each.path("group")
                                .asText("default")
                                .equals(call.optional("groupName").orElse("default")))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404, "ResourceNotFoundException", "Schedule " + call.text("Name") + " does not exist."));
        ObjectNode answer = World.object()
                .put("Name", found.path("name").asText())
                .put("GroupName", found.path("group").asText("default"))
                .put("State", found.path("state").asText("ENABLED"));
        ObjectNode target = answer.putObject("Target").put("Arn", arn(world, found));
        found.optional("taskDefinition")
                .ifPresent(definition -> target.putObject("EcsParameters")
                        .put("TaskDefinitionArn", world.ecsArn("task-definition/" + definition.asText())));
        return answer;
    }

    /** A target without a cluster is something else than ECS. */
    private static String arn(World world, JsonNode schedule) {
        return schedule.optional("cluster")
                .map(cluster -> world.ecsArn("cluster/" + cluster.asText()))
                .orElse(schedule.path("arn").asText());
    }
}
