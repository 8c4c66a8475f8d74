package dev.envgate.aws;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A world with the question that leads to operations for which {@link Facts} has none. */
enum Scene {
    /** Who may read what by simulation, the age and the content of a secret, and what rules and schedules start. */
    SIMULATED(world("\"iam:ListAttachedRolePolicies\", \"iam:ListRolePolicies\"", 1, 1, 1)),

    /** Nothing may be simulated. */
    OWN_POLICIES(world("\"iam:SimulatePrincipalPolicy\"", 1, 1, 1)),

    /** An image in ECR. */
    IMAGES(world("", 1, 1, 1)),

    /** More services of a cluster than a page has. */
    MANY_SERVICES(world("", 101, 1, 1)),

    /** More rules. */
    MANY_RULES(world("", 1, 101, 1)),

    /** More schedules. */
    MANY_SCHEDULES(world("", 1, 1, 101)),

    /** With a role that has to be assumed. */
    ASSUMED(world("", 1, 1, 1));

    /** What was found out: each fact by its name, as a sentence or as the reason why it is not known. */
    record Looked(Map<String, String> seen, Map<String, String> unknown) {
        Looked() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private static final String DIGEST = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String ROLE = "arn:aws:iam::123456789012:role/exec";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:%s-AbCdEf";
    private static final Reference DB = Reference.parse(SECRET.formatted("db"));
    private static final Reference OTHER = Reference.parse(SECRET.formatted("other"));

    private final String document;

    Scene(String document) {
        this.document = document;
    }

    World world() {
        return World.parse(document);
    }

    private static String world(String denied, int services, int rules, int schedules) {
        String statement = """
                {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "%s"}}""";
        String read = statement.formatted("secretsmanager:GetSecretValue", SECRET.formatted("db"));
        String decrypt = statement.formatted("kms:Decrypt", "*");
        return """
                {"account": "123456789012", "region": "us-east-1", "denied": [%s],
                 "clusters": {"one": {"services": {"web": {"taskDefinition": "web:1",
                   "tasks": [{"taskDefinition": "web:1", "startedAt": 1763900000, "containers": [{"name": "web", "imageDigest": "sha256:%s"}]}]}%s}}},
                 "taskDefinitions": [
                   {"family": "web", "revision": 1, "containerDefinitions": [{"name": "web",
                    "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1",
                    "secrets": [{"name": "DB", "valueFrom": "%s"}]}]},
                   {"family": "nightly", "revision": 1, "containerDefinitions": [{"name": "nightly"}]},
                   {"family": "hourly", "revision": 1, "containerDefinitions": [{"name": "hourly"}]}],
                 "repositories": {"123456789012.dkr.ecr.us-east-1.amazonaws.com/web": [{"tags": ["1"], "digest": "sha256:%s", "env": ["SET=planted-value"]}]},
                 "rules": [%s],
                 "schedules": [%s],
                 "roles": {"exec": {"policies": {"read": %s}, "attached": ["arn:aws:iam::123456789012:policy/decrypt"]}},
                 "policies": {"arn:aws:iam::123456789012:policy/decrypt": %s},
                 "keys": [{"arn": "arn:aws:kms:us-east-1:123456789012:key/k"}],
                 "secrets": [
                   {"name": "db", "arn": "%s", "kmsKeyId": "arn:aws:kms:us-east-1:123456789012:key/k",
                    "lastChangedDate": 1764000000, "versions": {"v": ["AWSCURRENT"]},
                    "versionDates": {"v": 1763990000}, "values": {"v": {"SecretString": "planted-value"}}},
                   {"name": "other", "arn": "%s", "lastChangedDate": 1700000000, "versions": {"v": ["AWSCURRENT"]},
                    "values": {"v": {"SecretString": "planted-value"}}}]}
                """.formatted(
                        denied,
                        DIGEST,
                        many(services - 1, ", \"further-%d\": {\"taskDefinition\": \"web:1\"}", ""),
                        SECRET.formatted("db"),
                        DIGEST,
                        many(
                                rules,
                                "{\"name\": \"rule-%d\", \"targets\": [{\"cluster\": \"one\", \"taskDefinition\": \"nightly:1\"}]}",
                                ", "),
                        many(
                                schedules,
                                "{\"name\": \"schedule-%d\", \"cluster\": \"one\", \"taskDefinition\": \"hourly:1\"}",
                                ", "),
                        read,
                        decrypt,
                        SECRET.formatted("db"),
                        SECRET.formatted("other"));
    }

    private static String many(int count, String each, String between) {
        return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(between));
    }

    /** Everything, with one attempt a call. */
    Looked look(String endpointUrl, Duration timeout) {
        AwsSettings settings = AwsSettings.forEndpoint(endpointUrl, "us-east-1")
                .withAttempts(1)
                .withTimeout(timeout);
        Looked looked = new Looked();
        if (this == MANY_SERVICES) {
            services(settings, looked);
            return looked;
        }
        observe(this == ASSUMED ? settings.withRoleArn(ROLE) : settings, looked);
        return looked;
    }

    private static void services(AwsSettings settings, Looked looked) {
        switch (aws(settings).services("one")) {
            case Asked.Got<Inventory>(Inventory all) -> {
                all.services().stream()
                        .filter(each -> each.service().equals("web"))
                        .forEach(each -> looked.seen().put("service of the first page", each.service()));
                put(
                        looked,
                        "all services",
                        "listed",
                        all.gaps().stream().map(NotVerified::why).collect(Collectors.joining()));
            }
            case Asked.NotSeen<Inventory>(String why, String _) ->
                looked.unknown().put("all services", why);
        }
    }

    private static Aws aws(AwsSettings settings) {
        return new Aws(settings, new Traffic(10_000));
    }

    private void observe(AwsSettings settings, Looked looked) {
        Request request = new Request(
                List.of(
                        new Query.Service("one", "web"),
                        new Query.Standalone("nightly"),
                        new Query.Standalone("hourly")),
                List.of(DB, OTHER),
                new Request.Files.Asked(List.of()),
                List.of(new Request.Reader(ROLE, DB), new Request.Reader(ROLE, OTHER)),
                this == SIMULATED,
                List.of(),
                this == IMAGES);
        Observation seen = aws(settings).observe(request);
        started(looked, "web", seen.deployments().get(0));
        if (this == IMAGES) {
            image(looked, seen.deployments().getFirst());
        }
        started(looked, "nightly", seen.deployments().get(1));
        started(looked, "hourly", seen.deployments().get(2));
        stored(looked, "db", seen.stores().of(DB));
        stored(looked, "other", seen.stores().of(OTHER));
        access(looked, "db", seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), DB));
        access(looked, "other", seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), OTHER));
    }

    private static void started(Looked looked, String name, Deployment deployment) {
        String why = switch (deployment) {
            case Deployment.NotSeen notSeen -> notSeen.why();
            case Deployment.Newest newest -> newest.unseen();
            case Deployment.Running _, Deployment.Started _ -> "";
            case Deployment.Missing _, Deployment.NotAsked _ -> throw new AssertionError(deployment);
        };
        put(looked, "deployment " + name, what(deployment), why);
    }

    /** What its images set is a fact of its own. */
    private static String what(Deployment deployment) {
        return deployment
                .with(container -> container.with(new ImageEnv.NotAsked()))
                .definitions()
                .toString();
    }

    private static void image(Looked looked, Deployment deployment) {
        deployment.definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .map(ContainerDefinition::image)
                .forEach(image -> put(
                        looked,
                        "image web",
                        image.toString(),
                        image instanceof ImageEnv.NotSeen notSeen ? notSeen.why() : ""));
    }

    private static void stored(Looked looked, String name, Stored stored) {
        switch (stored) {
            case Stored.Exists(String id, Changed changed, Contents contents) -> {
                looked.seen().put("secret " + name, id);
                put(
                        looked,
                        "age " + name,
                        changed.toString(),
                        changed instanceof Changed.Unknown(String why) ? why : "");
                put(
                        looked,
                        "contents " + name,
                        contents.toString(),
                        contents instanceof Contents.NotSeen(String why, String _) ? why : "");
            }
            case Stored.NotSeen(String why, String _) ->
                List.of("secret ", "age ", "contents ")
                        .forEach(each -> looked.unknown().put(each + name, why));
            case Stored.Recreated _, Stored.Deleting _, Stored.WithoutValue _, Stored.Missing _, Stored.NotAsked _ ->
                throw new AssertionError(stored);
        }
    }

    private static void access(Looked looked, String name, Access access) {
        String why = switch (access) {
            case Access.Undecidable undecidable -> undecidable.why();
            case Access.NotAsked notAsked -> notAsked.why();
            case Access.Allowed _, Access.Denied _ -> "";
        };
        put(looked, "access " + name, access.toString(), why);
    }

    private static void put(Looked looked, String name, String what, String why) {
        if (why.isEmpty()) {
            looked.seen().put(name, what);
        } else {
            looked.unknown().put(name, why);
        }
    }
}
