package dev.envgate.smallaws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What exists in the small AWS, as one JSON document:
 *
 * <pre>{@code
 * {
 *   "account": "123456789012",
 *   "region": "us-east-1",
 *   "clusters": {
 *     "shop": {
 *       "services": {
 *         "web": {"taskDefinition": "web:7"},
 *         "old": {"status": "INACTIVE", "deployments": [{"status": "PRIMARY", "taskDefinition": "old:1"}],
 *                 "tasks": [{"taskDefinition": "old:1", "lastStatus": "RUNNING"}]}
 *       }
 *     }
 *   },
 *   "taskDefinitions": [{"family": "web", "revision": 7, "containerDefinitions": []}],
 *   "secrets": [{"name": "db", "arn": "arn:…:secret:db-AbCdEf", "createdDate": 1, "deletedDate": 2, "lastChangedDate": 3,
 *                "versions": {"v1": ["AWSCURRENT"]}, "versionDates": {"v1": 1}, "values": {"v1": {"SecretString": "x"}}}],
 *   "parameters": [{"name": "/shop/url", "type": "String", "value": "x", "version": 1, "labels": ["live"], "modifiedDate": 1}],
 *   "rules": [{"name": "nightly", "state": "DISABLED", "targets": [{"cluster": "shop", "taskDefinition": "web:7"}]}],
 *   "schedules": [{"name": "weekly", "group": "default", "cluster": "shop", "taskDefinition": "web"}],
 *   "buckets": {"shop-config": {"web.env": "LOG_LEVEL=info\n", "old.env": {"body": "A=b\n", "lastModified": 1}, "secret.env": null}},
 *   "roles": {"web": {"policies": {"read": {"Statement": []}}, "attached": ["arn:…:policy/x"], "boundary": "arn:…"}},
 *   "policies": {"arn:…:policy/x": {"Statement": []}},
 *   "repositories": {"123456789012.dkr.ecr.us-east-1.amazonaws.com/web": [
 *     {"tags": ["1.0"], "env": ["LOG_LEVEL=info"]}, {"digest": "sha256:…", "env": []},
 *     {"tags": ["all"], "platforms": {"linux/amd64": ["LOG_LEVEL=info"], "linux/arm64": []}}]},
 *   "keys": [{"arn": "arn:…:key/1", "manager": "CUSTOMER", "state": "Enabled", "aliases": ["alias/shop"]}],
 *   "simulation": "together",
 *   "denied": ["iam:*", "kms:DescribeKey"],
 *   "pageSize": 100
 * }
 * }</pre>
 *
 * A service is written as {@code DescribeServices} answers it, a task definition as {@code DescribeTaskDefinition} does; what can
 * be worked out (ARNs, the only deployment) may be left out. {@code clusters}, {@code taskDefinitions} and {@code parameters} are
 * in the world's region, a secret in the one of its ARN. An object that is {@code null} may be read by nobody. A page of a list is
 * never longer than {@code pageSize}: AWS, too, may send less than it was asked for. IAM answers a simulation of several resources with a
 * result for each, or with one that holds those of each where {@code simulation} is {@code together}: AWS documents both.
 */
public final class World {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final Map<String, List<JsonNode>> secrets = new ConcurrentHashMap<>();
    private final Map<String, Map<String, JsonNode>> secretsById = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> tasks = new ConcurrentHashMap<>();

    private World(JsonNode document) {
        this.document = document;
    }

    /** Reads a world; an {@link IllegalArgumentException} says what is wrong with it. */
    public static World parse(String json) {
        try {
            return new World(JSON.readTree(json)).checked();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A world is a JSON document: " + e.getOriginalMessage(), e);
        }
    }

    /** A world that is complete already. */
    static World of(JsonNode document) {
        return new World(document).checked();
    }

    private World checked() {
        if (account().isEmpty() || region().isEmpty()) {
            throw new IllegalArgumentException("A world has an `account` and a `region`.");
        }
        return this;
    }

    public String account() {
        return document.path("account").asText();
    }

    public String region() {
        return document.path("region").asText();
    }

    /** How much a page of a list holds that may hold so much. */
    int page(int most) {
        return Math.min(most, document.path("pageSize").asInt(most));
    }

    List<String> clusterNames() {
        return document.path("clusters")
                .propertyStream()
                .map(entry -> entry.getKey())
                .toList();
    }

    /** The services of a cluster by their names; empty when there is no such cluster. */
    Optional<JsonNode> services(String cluster) {
        return document.path("clusters").optional(cluster).map(found -> found.path("services"));
    }

    Stream<JsonNode> taskDefinitions() {
        return document.path("taskDefinitions").valueStream();
    }

    /** By {@code family:revision}, or the newest ACTIVE one by {@code family}. */
    Optional<JsonNode> taskDefinition(String wanted) {
        return wanted.contains(":")
                ? taskDefinitions()
                        .filter(each -> revision(each).equals(wanted))
                        .findFirst()
                : taskDefinitions()
                        .filter(each -> each.path("family").asText().equals(wanted) && active(each))
                        .max(Comparator.comparingInt(
                                each -> each.path("revision").asInt()));
    }

    static String revision(JsonNode taskDefinition) {
        return taskDefinition.path("family").asText()
                + ":"
                + taskDefinition.path("revision").asInt();
    }

    static boolean active(JsonNode taskDefinition) {
        return taskDefinition.path("status").asText("ACTIVE").equals("ACTIVE");
    }

    /** The secrets of a region. */
    Stream<JsonNode> secrets(String inRegion) {
        return secrets.computeIfAbsent(inRegion, this::secretsOf).stream();
    }

    private List<JsonNode> secretsOf(String inRegion) {
        return document.path("secrets")
                .valueStream()
                .filter(secret -> region(secret).equals(inRegion))
                .toList();
    }

    /** By name, by ARN, or by ARN without the six characters that Secrets Manager adds. */
    Optional<JsonNode> secret(String inRegion, String id) {
        return Optional.ofNullable(
                secretsById.computeIfAbsent(inRegion, this::secretsById).get(id));
    }

    private Map<String, JsonNode> secretsById(String inRegion) {
        Map<String, JsonNode> byId = new HashMap<>();
        secrets(inRegion).forEach(secret -> {
            String arn = secret.path("arn").asText();
            byId.putIfAbsent(secret.path("name").asText(), secret);
            byId.putIfAbsent(arn, secret);
            byId.putIfAbsent(arn.substring(0, Math.max(0, arn.length() - "-AbCdEf".length())), secret);
        });
        return byId;
    }

    /** The tasks of a cluster, made when they are first asked for. */
    List<ObjectNode> tasks(String cluster, Function<JsonNode, List<ObjectNode>> making) {
        return services(cluster)
                .map(services -> tasks.computeIfAbsent(cluster, _ -> making.apply(services)))
                .orElse(List.of());
    }

    private static String region(JsonNode named) {
        return named.path("arn").asText().split(":", 5)[3];
    }

    boolean hasRoles() {
        return document.has("roles");
    }

    Optional<JsonNode> role(String name) {
        return document.path("roles").optional(name);
    }

    /** Whether one result of a simulation holds those of all resources. */
    boolean simulatesTogether() {
        return document.path("simulation").asText().equals("together");
    }

    /** The document of a policy by its ARN; missing when there is none. */
    JsonNode policy(String arn) {
        return document.path("policies").path(arn);
    }

    /** The keys of a region. */
    Stream<JsonNode> keys(String inRegion) {
        return document.path("keys").valueStream().filter(key -> region(key).equals(inRegion));
    }

    /** Whether the caller may not call an operation. */
    boolean denies(String operation) {
        return document.path("denied")
                .valueStream()
                .map(JsonNode::asText)
                .anyMatch(
                        each -> each.equals(operation) || each.equals(operation.split(":", 2)[0] + ":*"));
    }

    Stream<JsonNode> parameters() {
        return document.path("parameters").valueStream();
    }

    /** The rules of EventBridge, which are all in the world's region. */
    Stream<JsonNode> rules(String inRegion) {
        return inRegion.equals(region()) ? document.path("rules").valueStream() : Stream.of();
    }

    /** The schedules of EventBridge Scheduler, likewise. */
    Stream<JsonNode> schedules(String inRegion) {
        return inRegion.equals(region()) ? document.path("schedules").valueStream() : Stream.of();
    }

    /** The objects of a bucket by their keys. */
    Optional<JsonNode> bucket(String name) {
        return document.path("buckets").optional(name);
    }

    /** The repositories of ECR with their images, by the names that references begin with. */
    Stream<Map.Entry<String, JsonNode>> repositories() {
        return document.path("repositories").propertyStream();
    }

    /** The ARN of something of ECS in this world. */
    String ecsArn(String resource) {
        return "arn:aws:ecs:" + region() + ":" + account() + ":" + resource;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            return object();
        }
    }

    /** The account and region only: a world may hold values. */
    @Override
    public String toString() {
        return "World[" + account() + " " + region() + "]";
    }
}
