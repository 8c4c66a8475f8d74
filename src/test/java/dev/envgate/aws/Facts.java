package dev.envgate.aws;

import dev.envgate.cli.Ending;
import dev.envgate.ledger.Access;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.Tasks;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A world in which every operation has its own facts, so that it can be seen which of them a broken call takes with it.
 *
 * @param seen each fact by its name, as a sentence of the answer
 * @param unknown the names of those that are not known, with the reason and the hint
 */
record Facts(Map<String, String> seen, Map<String, List<String>> unknown, Observation observation) {
    static final List<String> OPERATIONS = List.of(
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "ecs:ListClusters",
            "ecs:ListTasks",
            "ecs:DescribeTasks",
            "s3:GetObject",
            "secretsmanager:DescribeSecret",
            "secretsmanager:ListSecrets",
            "ssm:DescribeParameters",
            "ssm:GetParameters",
            "sts:GetCallerIdentity");

    static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"one": {"services": {"web": {"taskDefinition": "web:1", "tasks": [{"taskDefinition": "web:1", "startedAt": 1764000000}]}}},
                          "two": {"services": {"worker": {"taskDefinition": "worker:1"}}}},
             "taskDefinitions": [
               {"family": "web", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/exec",
                "containerDefinitions": [{"name": "web",
                "environment": [{"name": "PLAIN", "value": "planted-value"}],
                "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::config/web.env"}],
                "secrets": [{"name": "DB", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"},
                            {"name": "KEY", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf"},
                            {"name": "URL", "valueFrom": "/url"}]}]},
               {"family": "worker", "revision": 1, "containerDefinitions": [{"name": "worker"}]},
               {"family": "job", "revision": 1, "containerDefinitions": [{"name": "job"}]}],
             "roles": {"exec": {"policies": {"read": {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}}}},
             "secrets": [
               {"name": "db", "arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "lastChangedDate": 1700000000,
                "versions": {"v": ["AWSCURRENT"]}},
               {"name": "key", "arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf", "lastChangedDate": 1700000000,
                "versions": {"v": ["AWSCURRENT"]}}],
             "parameters": [{"name": "/url", "type": "String", "value": "planted-value"}],
             "buckets": {"config": {"web.env": "#%s\\nNAME=planted-value"}}}
            """.formatted("a long comment ".repeat(20)));

    private static final String TASKS = "tasks of web";
    private static final String FILE = "file web";
    private static final List<String> PREFIXES = List.of("d", "/u");
    private static final Map<String, Kept.Store> LISTS = ordered(
            Map.of("list of secrets", Kept.Store.SECRETS_MANAGER, "list of parameters", Kept.Store.PARAMETER_STORE));
    private static final String ARN = "arn:aws:s3:::config/web.env";

    private static final String ACCESS = "access url";
    private static final String ROLE = "arn:aws:iam::123456789012:role/exec";
    private static final Reference URL = Reference.parse("/url");

    private static final Map<String, Query> QUERIES = ordered(Map.of(
            "service web", new Query.Service("one", "web"),
            "service worker", new Query.Service("two", "worker"),
            "service somewhere", new Query.Service("", "worker"),
            "service nobody anywhere", new Query.Service("", "nobody"),
            "family job", new Query.Family("job")));

    private static final Map<String, Reference> REFERENCES = ordered(Map.of(
            "secret db", Reference.parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf"),
            "secret key", Reference.parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf"),
            "parameter url", URL,
            "parameter abroad", Reference.parse("arn:aws:ssm:eu-central-1:123456789012:parameter/url")));

    /** All of it. */
    static final Request REQUEST = new Request(
            List.copyOf(QUERIES.values()),
            List.copyOf(REFERENCES.values()),
            new Request.Files.Asked(List.of(ARN)),
            List.of(new Request.Reader(ROLE, URL)),
            false,
            PREFIXES);

    private static <T> Map<String, T> ordered(Map<String, T> entries) {
        Map<String, T> sorted = new LinkedHashMap<>();
        entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The facts that cannot be known when an operation fails whenever it is called. */
    static Set<String> hangingOn(String operation) {
        return switch (operation) {
            case "ecs:DescribeServices" ->
                Set.of("service web", "service worker", "service somewhere", "service nobody anywhere", TASKS);
            case "ecs:DescribeTaskDefinition" ->
                Set.of("service web", "service worker", "service somewhere", "family job", TASKS);
            case "ecs:ListTasks", "ecs:DescribeTasks" -> Set.of(TASKS);
            case "s3:GetObject" -> Set.of(FILE);
            case "secretsmanager:ListSecrets" -> Set.of("list of secrets");
            case "ssm:DescribeParameters" -> Set.of("list of parameters");
            case "ecs:ListClusters" -> Set.of("service somewhere", "service nobody anywhere");
            case "secretsmanager:DescribeSecret" -> Set.of("secret db", "secret key");
            case "ssm:GetParameters" -> Set.of("parameter url", "parameter abroad", ACCESS);
            case "sts:GetCallerIdentity" -> Set.of(ACCESS);
            default -> Set.of();
        };
    }

    /** One attempt a call, so that nothing waits for a second. */
    static Facts lookedUp(String endpointUrl, Duration timeout) {
        Observation observation = new Aws(AwsSettings.forEndpoint(endpointUrl, "us-east-1")
                        .withAttempts(1)
                        .withTimeout(timeout))
                .observe(REQUEST);
        Map<String, String> seen = new LinkedHashMap<>();
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        List<Deployment> deployments = observation.deployments();
        List<String> names = List.copyOf(QUERIES.keySet());
        for (int i = 0; i < names.size(); i++) {
            if (deployments.get(i) instanceof Deployment.NotSeen(String why, String hint)) {
                unknown.put(names.get(i), List.of(why, hint));
            } else {
                seen.put(names.get(i), what(deployments.get(i)));
            }
        }
        tasks(deployments.get(names.indexOf("service web")), seen, unknown);
        if (observation.stores().file(ARN) instanceof EnvFile.NotSeen(String why, String hint)) {
            unknown.put(FILE, List.of(why, hint));
        } else {
            seen.put(FILE, observation.stores().file(ARN).toString());
        }
        REFERENCES.forEach((name, reference) -> {
            Stored stored = observation.stores().of(reference);
            if (stored instanceof Stored.NotSeen(String why, String hint)) {
                unknown.put(name, List.of(why, hint));
            } else {
                seen.put(name, stored.toString());
            }
        });
        LISTS.forEach((name, store) -> list(name, store, observation, seen, unknown));
        access(observation.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), URL), seen, unknown);
        return new Facts(seen, unknown, observation);
    }

    private static void access(Access access, Map<String, String> seen, Map<String, List<String>> unknown) {
        switch (access) {
            case Access.Allowed _, Access.Denied _ -> seen.put(ACCESS, access.toString());
            case Access.NotSeen(String why, String hint) -> unknown.put(ACCESS, List.of(why, hint));
            case Access.Undecidable(String why, String hint) -> unknown.put(ACCESS, List.of(why, hint));
            case Access.NotAsked _ -> unknown.put(ACCESS, unknown.getOrDefault("parameter url", List.of()));
        }
    }

    private static void list(
            String name,
            Kept.Store store,
            Observation observation,
            Map<String, String> seen,
            Map<String, List<String>> unknown) {
        for (String prefix : PREFIXES) {
            Kept kept = observation.stores().kept(store, prefix);
            if (kept instanceof Kept.NotSeen(String why, String hint)) {
                unknown.put(name, List.of(why, hint));
            } else {
                seen.merge(name, kept.toString(), String::concat);
            }
        }
    }

    /** Its tasks are a fact of their own. */
    private static String what(Deployment deployment) {
        return deployment instanceof Deployment.Running running
                ? running.revision() + " " + running.definition()
                : deployment.toString();
    }

    private static void tasks(Deployment web, Map<String, String> seen, Map<String, List<String>> unknown) {
        switch (web) {
            case Deployment.Running running
            when running.progress().tasks() instanceof Tasks.Seen tasks -> seen.put(TASKS, tasks.toString());
            case Deployment.Running running
            when running.progress().tasks() instanceof Tasks.NotSeen notSeen ->
                unknown.put(TASKS, List.of(notSeen.why(), notSeen.hint()));
            case Deployment.NotSeen notSeen -> unknown.put(TASKS, List.of(notSeen.why(), notSeen.hint()));
            default -> throw new AssertionError(web);
        }
    }

    Set<String> unknownNames() {
        return new LinkedHashSet<>(unknown.keySet());
    }

    /** With which code the program ends; {@code whole} is what is seen when nothing fails. */
    int exit(Facts whole) {
        return Ending.of(whole.observation.deployments(), observation, PREFIXES, List.of());
    }

    /** Everything that a report could show. */
    String shown() {
        return seen + " " + unknown + " " + observation;
    }
}
