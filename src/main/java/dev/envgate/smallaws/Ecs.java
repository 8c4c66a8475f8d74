package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of ECS that only read. */
final class Ecs {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "ecs:DescribeServices", Ecs::describeServices,
            "ecs:DescribeTaskDefinition", Ecs::describeTaskDefinition,
            "ecs:ListServices", Ecs::listServices,
            "ecs:ListClusters", Ecs::listClusters,
            "ecs:ListTaskDefinitions", Ecs::listTaskDefinitions,
            "ecs:DescribeClusters", Ecs::describeClusters,
            "ecs:ListTasks", Ecs::listTasks,
            "ecs:DescribeTasks", Ecs::describeTasks);

    private static final List<String> TIMES = List.of("createdAt", "startedAt", "stoppedAt");

    private Ecs() {}

    private static ObjectNode describeServices(World world, Call call) {
        List<String> wanted = call.texts("services");
        if (wanted.isEmpty() || wanted.size() > 10) {
            throw new Refusal("InvalidParameterException", "Between 1 and 10 services can be described.");
        }
        String cluster = cluster(call);
        JsonNode services = services(world, call, cluster);
        ObjectNode answer = World.object();
        ArrayNode found = answer.putArray("services");
        ArrayNode failures = answer.putArray("failures");
        for (String each : wanted) {
            String name = lastPart(each);
            services.optional(name)
                    .ifPresentOrElse(
                            service -> found.add(service(world, cluster, name, service)),
                            () -> missing(failures, world.ecsArn("service/" + cluster + "/" + name)));
        }
        return answer;
    }

    private static ObjectNode service(World world, String cluster, String name, JsonNode written) {
        ObjectNode service = World.object()
                .put("serviceName", name)
                .put("serviceArn", world.ecsArn("service/" + cluster + "/" + name))
                .put("clusterArn", world.ecsArn("cluster/" + cluster))
                .put("status", "ACTIVE")
                .put("desiredCount", 1)
                .put("runningCount", 1)
                .put("pendingCount", 0);
        service.setAll((ObjectNode) written.deepCopy());
        service.remove("tasks");
        service.path("events").valueStream().forEach(event -> asNumber((ObjectNode) event, "createdAt"));
        service.optional("taskDefinition").ifPresent(definition -> addOnlyDeployment(service, definition));
        Stream.of("deployments", "taskSets")
                .flatMap(field -> service.path(field).valueStream())
                .forEach(deployment -> completeArn(world, (ObjectNode) deployment));
        return completeArn(world, service);
    }

    private static void addOnlyDeployment(ObjectNode service, JsonNode definition) {
        if (!service.has("deployments")) {
            service.putArray("deployments")
                    .addObject()
                    .put("id", "ecs-svc/1")
                    .put("status", "PRIMARY")
                    .put("rolloutState", "COMPLETED")
                    .set("taskDefinition", definition);
        }
    }

    private static ObjectNode completeArn(World world, ObjectNode node) {
        String definition = node.path("taskDefinition").asText();
        if (!definition.isEmpty() && !definition.startsWith("arn:")) {
            node.put("taskDefinition", world.ecsArn("task-definition/" + definition));
        }
        return node;
    }

    private static ObjectNode describeTaskDefinition(World world, Call call) {
        ObjectNode answer = World.object();
        answer.set(
                "taskDefinition",
                world.taskDefinition(lastPart(call.text("taskDefinition")))
                        .map(found -> taskDefinition(world, found))
                        .orElseThrow(() -> new Refusal("ClientException", "Unable to describe task definition.")));
        answer.putArray("tags");
        return answer;
    }

    private static ObjectNode taskDefinition(World world, JsonNode written) {
        ObjectNode definition = World.object()
                .put("taskDefinitionArn", world.ecsArn("task-definition/" + World.revision(written)))
                .put("status", "ACTIVE");
        definition.setAll((ObjectNode) written);
        Stream.of("registeredAt", "deregisteredAt").forEach(field -> asNumber(definition, field));
        return definition;
    }

    /** The command line tool of AWS shows a time as text; on the wire it is a number of seconds. */
    private static void asNumber(ObjectNode definition, String field) {
        if (definition.path(field).isTextual()) {
            definition.put(
                    field,
                    OffsetDateTime.parse(definition.path(field).asText())
                                    .toInstant()
                                    .toEpochMilli()
                            / 1000.0);
        }
    }

    private static ObjectNode listClusters(World world, Call call) {
        List<String> arns = world.clusterNames().stream()
                .map(name -> world.ecsArn("cluster/" + name))
                .toList();
        return page(world, arns, call).as("clusterArns");
    }

    private static ObjectNode listServices(World world, Call call) {
        String cluster = cluster(call);
        List<String> arns = services(world, call, cluster)
                .propertyStream()
                .filter(entry -> !entry.getValue().path("status").asText().equals("INACTIVE"))
                .map(entry -> world.ecsArn("service/" + cluster + "/" + entry.getKey()))
                .toList();
        return page(world, arns, call).as("serviceArns");
    }

    private static ObjectNode listTaskDefinitions(World world, Call call) {
        Comparator<JsonNode> order = Comparator.<JsonNode, String>comparing(
                        each -> each.path("family").asText())
                .thenComparingInt(each -> each.path("revision").asInt());
        List<String> arns = world.taskDefinitions()
                .filter(each -> each.path("family").asText().startsWith(call.text("familyPrefix")))
                .filter(each -> each.path("status")
                        .asText("ACTIVE")
                        .equals(call.optional("status").orElse("ACTIVE")))
                .sorted(call.text("sort").equals("DESC") ? order.reversed() : order)
                .map(each -> world.ecsArn("task-definition/" + World.revision(each)))
                .toList();
        return page(world, arns, call).as("taskDefinitionArns");
    }

    private static ObjectNode describeClusters(World world, Call call) {
        ObjectNode answer = World.object();
        ArrayNode found = answer.putArray("clusters");
        ArrayNode failures = answer.putArray("failures");
        for (String each : call.texts("clusters").isEmpty() ? List.of("default") : call.texts("clusters")) {
            String arn = world.ecsArn("cluster/" + lastPart(each));
            world.services(lastPart(each))
                    .ifPresentOrElse(
                            services -> found.addObject()
                                    .put("clusterArn", arn)
                                    .put("clusterName", lastPart(each))
                                    .put("status", "ACTIVE")
                                    .put("activeServicesCount", services.size()),
                            () -> missing(failures, arn));
        }
        return answer;
    }

    private static ObjectNode listTasks(World world, Call call) {
        String status = call.optional("desiredStatus").orElse("RUNNING");
        Optional<String> group = call.optional("serviceName").map(name -> "service:" + lastPart(name));
        List<String> arns = tasks(world, call).stream()
                .filter(task -> task.path("desiredStatus").asText().equals(status))
                .filter(task -> group.map(task.path("group").asText()::equals).orElse(true))
                .map(task -> task.path("taskArn").asText())
                .toList();
        return page(world, arns, call).as("taskArns");
    }

    private static ObjectNode describeTasks(World world, Call call) {
        if (call.texts("tasks").size() > 100) {
            throw new Refusal("InvalidParameterException", "At most 100 tasks can be described.");
        }
        List<ObjectNode> all = tasks(world, call);
        ObjectNode answer = World.object();
        ArrayNode found = answer.putArray("tasks");
        ArrayNode failures = answer.putArray("failures");
        for (String each : call.texts("tasks")) {
            all.stream()
                    .filter(task -> lastPart(task.path("taskArn").asText()).equals(lastPart(each)))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> missing(failures, each));
        }
        return answer;
    }

    private static List<ObjectNode> tasks(World world, Call call) {
        String cluster = cluster(call);
        services(world, call, cluster);
        return world.tasks(cluster, services -> tasks(world, cluster, services));
    }

    private static List<ObjectNode> tasks(World world, String cluster, JsonNode services) {
        List<ObjectNode> tasks = new ArrayList<>();
        services.propertyStream().forEach(service -> {
            for (JsonNode written : service.getValue().path("tasks")) {
                ObjectNode task = World.object()
                        .put("taskArn", world.ecsArn("task/" + cluster + "/" + service.getKey() + "-" + tasks.size()))
                        .put("clusterArn", world.ecsArn("cluster/" + cluster))
                        .put("group", "service:" + service.getKey())
                        .put("lastStatus", "RUNNING");
                task.setAll((ObjectNode) written);
                task.put("desiredStatus", task.path("lastStatus").asText().equals("STOPPED") ? "STOPPED" : "RUNNING");
                TIMES.forEach(field -> asNumber(task, field));
                task.set("taskDefinitionArn", completeArn(world, task).remove("taskDefinition"));
                tasks.add(task);
            }
        });
        return List.copyOf(tasks);
    }

    private static Page page(World world, List<String> arns, Call call) {
        return Page.of(arns, call, "maxResults", "nextToken", world.page(100));
    }

    private static JsonNode services(World world, Call call, String cluster) {
        if (!call.region().equals(world.region())) {
            throw noCluster();
        }
        return world.services(cluster).orElseThrow(Ecs::noCluster);
    }

    private static Refusal noCluster() {
        return new Refusal("ClusterNotFoundException", "Cluster not found.");
    }

    private static String cluster(Call call) {
        return call.optional("cluster").map(Ecs::lastPart).orElse("default");
    }

    private static void missing(ArrayNode failures, String arn) {
        failures.addObject().put("arn", arn).put("reason", "MISSING");
    }

    private static String lastPart(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
