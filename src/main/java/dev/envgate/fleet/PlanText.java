package dev.envgate.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** A plan as text: for the shards that go by it, and for the engines that start them. */
public final class PlanText {
    private static final int SCHEMA_VERSION = 1;

    private PlanText() {}

    /** The whole plan. */
    public static String of(Plan plan) {
        ObjectNode node = FleetJson.object();
        node.put("schemaVersion", SCHEMA_VERSION);
        node.put("version", plan.version());
        node.put("options", plan.options());
        node.put("day", plan.day());
        node.put("shards", plan.shards());
        FleetJson.list(node, "units", plan.parts(), PlanText::part);
        FleetJson.list(node, "gaps", plan.gaps(), FleetJson::unseen);
        return FleetJson.page(node);
    }

    private static void part(Plan.Part part, ObjectNode node) {
        FleetJson.task(part.task(), node);
        node.put("shard", part.shard());
        node.put("cost", part.cost());
    }

    /** Reads what {@link #of} wrote; {@code name} is what messages call it. */
    public static Plan read(String name, String text) throws Refusal {
        try {
            JsonNode node = FleetJson.parse(text);
            if (FleetJson.number(node, "schemaVersion") != SCHEMA_VERSION) {
                throw new IllegalArgumentException("another version");
            }
            Plan plan = new Plan(
                    FleetJson.text(node, "version"),
                    FleetJson.text(node, "options"),
                    FleetJson.text(node, "day"),
                    FleetJson.number(node, "shards"),
                    FleetJson.list(
                            node,
                            "units",
                            each -> new Plan.Part(
                                    FleetJson.task(each),
                                    FleetJson.number(each, "shard"),
                                    FleetJson.large(each, "cost"))),
                    FleetJson.list(node, "gaps", FleetJson::unseen));
            if (plan.parts().stream().anyMatch(each -> each.shard() < 1 || each.shard() > plan.shards())) {
                throw new IllegalArgumentException("a shard that is not there");
            }
            LocalDate.parse(plan.day());
            return plan;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Refusal(
                    "`%s` is not a plan of `envgate fleet plan`.".formatted(name),
                    "write one with `envgate fleet plan --shards N --output FILE`.");
        }
    }

    /** The matrix of a job of GitHub Actions, in one line, as its outputs have to be. */
    public static String github(Plan plan) {
        ObjectNode node = FleetJson.object();
        rows(plan, node.putArray("include"));
        return FleetJson.line(node) + "\n";
    }

    /** The items of a Distributed Map of Step Functions. */
    public static String stepFunctions(Plan plan) {
        ObjectNode node = FleetJson.object();
        rows(plan, node.putArray("items"));
        return FleetJson.page(node);
    }

    private static void rows(Plan plan, ArrayNode rows) {
        for (Map.Entry<Integer, Plan.Load> each : plan.loads().entrySet()) {
            rows.addObject()
                    .put("shard", new Shard(each.getKey(), plan.shards()).toString())
                    .put("number", each.getKey())
                    .put("units", each.getValue().units())
                    .put("cost", each.getValue().cost());
        }
    }

    /** The matrix of a job of GitLab, which it includes as YAML; JSON is YAML. */
    public static String gitlab(Plan plan) {
        ObjectNode node = FleetJson.object();
        ArrayNode shards = node.putObject(".envgate-fleet")
                .putObject("parallel")
                .putArray("matrix")
                .addObject()
                .putArray("ENVGATE_SHARD");
        plan.loads().keySet().forEach(number -> shards.add(new Shard(number, plan.shards()).toString()));
        return FleetJson.page(node);
    }
}
