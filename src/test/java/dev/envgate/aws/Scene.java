package dev.envgate.aws;

import dev.envgate.cli.Ending;
import dev.envgate.ledger.Access;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.Tasks;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A world with the question that leads to operations for which {@link Facts} has none, and to further pages. */
enum Scene {
    /** Who may read what by simulation, the age and the content of a secret, and what rules and schedules start. */
    SIMULATED("\"iam:ListAttachedRolePolicies\", \"iam:ListRolePolicies\"", 100),

    /** Nothing may be simulated. */
    OWN_POLICIES("\"iam:SimulatePrincipalPolicy\"", 100),

    /** Of every list a page holds one thing. */
    PAGED("\"iam:SimulatePrincipalPolicy\"", 1),

    /** An image in ECR. */
    IMAGES("", 100),

    /** With a role that has to be assumed. */
    ASSUMED("", 100);

    /**
     * What was found out.
     *
     * @param seen each fact by its name, as a sentence
     * @param unknown those that are not known, with the reason
     * @param beside what could not be looked at besides
     */
    record Looked(
            Map<String, String> seen, Map<String, String> unknown, Observation observation, List<NotVerified> beside) {
        /** With which code the program ends; {@code whole} is what is seen when nothing fails. */
        int exit(Looked whole) {
            return Ending.of(whole.observation.deployments(), observation, List.of(PREFIX), beside);
        }

        private void put(String name, String what, String why) {
            if (why.isEmpty()) {
                seen.put(name, what);
            } else {
                unknown.put(name, why);
            }
        }
    }

    private static final String PREFIX = "lis";
    private static final String ROLE = "arn:aws:iam::123456789012:role/exec";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:%s-AbCdEf";
    private static final Reference DB = Reference.parse(SECRET.formatted("db"));
    private static final Reference OTHER = Reference.parse(SECRET.formatted("other"));

    /** What the queries are about, in their order. */
    private static final List<String> NAMES = List.of("web", "somewhere", "nightly", "hourly");

    private final String document;

    Scene(String denied, int pageSize) {
        document = """
                {"account": "123456789012", "region": "us-east-1", "denied": [%s], "pageSize": %d,
                 "clusters": {
                   "one": {"services": {
                     "web": {"taskDefinition": "web:1", "tasks": [
                       {"taskDefinition": "web:1", "startedAt": 1763900000,
                        "containers": [{"name": "web", "imageDigest": "sha256:%s"}]},
                       {"taskDefinition": "web:1", "startedAt": 1763900000,
                        "containers": [{"name": "web", "imageDigest": "sha256:%s"}]}]},
                     "further": {"taskDefinition": "web:1"}}},
                   "two": {"services": {"worker": {"taskDefinition": "worker:1"}}}},
                 "taskDefinitions": [
                   {"family": "web", "revision": 1, "executionRoleArn": "%s", "containerDefinitions": [{"name": "web",
                    "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1",
                    "secrets": [{"name": "DB", "valueFrom": "%s"}, {"name": "OTHER", "valueFrom": "%s"}]}]},
                   {"family": "worker", "revision": 1, "containerDefinitions": [{"name": "worker"}]},
                   {"family": "nightly", "revision": 1, "containerDefinitions": [{"name": "nightly"}]},
                   {"family": "hourly", "revision": 1, "containerDefinitions": [{"name": "hourly"}]}],
                 "repositories": {"123456789012.dkr.ecr.us-east-1.amazonaws.com/web":
                   [{"tags": ["1"], "digest": "sha256:%s", "env": ["SET=planted-value"]}]},
                 "rules": [
                   {"name": "first", "targets": [{"cluster": "one", "taskDefinition": "nightly:1"}, {"arn": "another"}]},
                   {"name": "second", "targets": [{"cluster": "one", "taskDefinition": "nightly:1"}]}],
                 "schedules": [
                   {"name": "first", "cluster": "one", "taskDefinition": "hourly:1"},
                   {"name": "second", "cluster": "one", "taskDefinition": "hourly:1"}],
                 "roles": {"exec": {
                   "policies": {"read": {"Statement": {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
                     "Resource": "%s"}}, "more": {"Statement": {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}}},
                   "attached": ["arn:aws:iam::123456789012:policy/decrypt", "arn:aws:iam::123456789012:policy/logs"]}},
                 "policies": {
                   "arn:aws:iam::123456789012:policy/decrypt":
                     {"Statement": {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}},
                   "arn:aws:iam::123456789012:policy/logs":
                     {"Statement": {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}}},
                 "keys": [{"arn": "arn:aws:kms:us-east-1:123456789012:key/k"}],
                 "parameters": [
                   {"name": "listed-one", "type": "String", "value": "planted-value"},
                   {"name": "listed-two", "type": "String", "value": "planted-value"}],
                 "secrets": [
                   {"name": "db", "arn": "%s", "kmsKeyId": "arn:aws:kms:us-east-1:123456789012:key/k",
                    "lastChangedDate": 1764000000, "versions": {"u": ["AWSPREVIOUS"], "v": ["AWSCURRENT"]},
                    "versionDates": {"u": 1763000000, "v": 1763800000},
                    "values": {"v": {"SecretString": "planted-value"}}},
                   {"name": "other", "arn": "%s", "lastChangedDate": 1700000000, "versions": {"v": ["AWSCURRENT"]},
                    "policy": {"Statement": []}, "values": {"v": {"SecretString": "planted-value"}}},
                   {"name": "listed-one", "arn": "%s", "versions": {"v": ["AWSCURRENT"]}},
                   {"name": "listed-two", "arn": "%s", "versions": {"v": ["AWSCURRENT"]}}]}
                """.formatted(
                        denied,
                        pageSize,
                        "a".repeat(64),
                        "a".repeat(64),
                        "arn:aws:iam::123456789012:role/exec",
                        arn("db"),
                        arn("other"),
                        "a".repeat(64),
                        arn("db"),
                        arn("db"),
                        arn("other"),
                        arn("listed-one"),
                        arn("listed-two"));
    }

    private static String arn(String secret) {
        return "arn:aws:secretsmanager:us-east-1:123456789012:secret:" + secret + "-AbCdEf";
    }

    World world() {
        return World.parse(document);
    }

    /** Everything, with one attempt a call. */
    Looked look(String endpointUrl, Duration timeout) {
        AwsSettings settings = AwsSettings.forEndpoint(endpointUrl, "us-east-1")
                .withAttempts(1)
                .withTimeout(timeout);
        Aws aws = new Aws(this == ASSUMED ? settings.withRoleArn(ROLE) : settings, new Traffic(10_000));
        Observation seen = aws.observe(request());
        Looked looked = new Looked(new LinkedHashMap<>(), new LinkedHashMap<>(), seen, new ArrayList<>());
        for (String name : NAMES) {
            deployed(looked, name, seen.deployments().get(NAMES.indexOf(name)));
        }
        if (this == IMAGES) {
            image(looked, seen.deployments().getFirst());
        }
        stored(looked, "db", seen.stores().of(DB));
        stored(looked, "other", seen.stores().of(OTHER));
        access(looked, "db", seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), DB));
        access(looked, "other", seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), OTHER));
        kept(looked, "secrets", seen.stores().kept(Kept.Store.SECRETS_MANAGER, PREFIX));
        kept(looked, "parameters", seen.stores().kept(Kept.Store.PARAMETER_STORE, PREFIX));
        if (this == PAGED) {
            services(aws, looked);
        }
        return looked;
    }

    private Request request() {
        return new Request(
                List.of(
                        new Query.Service("one", "web"),
                        new Query.Service("", "worker"),
                        new Query.Standalone("nightly"),
                        new Query.Standalone("hourly")),
                List.of(DB, OTHER),
                new Request.Files.Asked(List.of()),
                List.of(new Request.Reader(ROLE, DB), new Request.Reader(ROLE, OTHER)),
                this == SIMULATED,
                List.of(PREFIX),
                this == IMAGES);
    }

    private static void services(Aws aws, Looked looked) {
        switch (aws.services("one")) {
            case Asked.Got<Inventory>(Inventory all) -> {
                looked.beside().addAll(all.gaps());
                looked.put(
                        "all services",
                        all.services().toString(),
                        all.gaps().stream().map(NotVerified::why).collect(Collectors.joining()));
            }
            case Asked.NotSeen<Inventory>(String why, String _) ->
                looked.unknown().put("all services", why);
        }
    }

    private static void deployed(Looked looked, String name, Deployment deployment) {
        switch (deployment) {
            case Deployment.Running running -> {
                looked.seen().put("deployment " + name, what(running));
                newest(looked, name, running.progress().newest());
                tasks(looked, name, running.progress().tasks());
            }
            case Deployment.Started started -> {
                looked.seen().put("deployment " + name, what(started));
                newest(looked, name, started.newest());
                looked.put("triggers " + name, started.triggers().toString(), started.unseen());
            }
            case Deployment.Newest newest -> {
                looked.seen().put("deployment " + name, what(newest));
                looked.seen().put("newest " + name, newest.revision());
                looked.put("triggers " + name, "none", newest.unseen());
            }
            case Deployment.NotSeen(String why, String _) -> looked.unknown().put("deployment " + name, why);
            case Deployment.Missing _, Deployment.NotAsked _ -> throw new AssertionError(deployment);
        }
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
                .forEach(image -> looked.put(
                        "image web", image.toString(), image instanceof ImageEnv.NotSeen notSeen ? notSeen.why() : ""));
    }

    private static void newest(Looked looked, String name, Newest newest) {
        switch (newest) {
            case Newest.Seen(String revision, var _) -> looked.seen().put("newest " + name, revision);
            case Newest.NotSeen(String why, String _) -> looked.unknown().put("newest " + name, why);
            case Newest.None _ -> looked.seen().put("newest " + name, "none");
            case Newest.NotAsked _ -> throw new AssertionError(newest);
        }
    }

    private static void tasks(Looked looked, String name, Tasks tasks) {
        switch (tasks) {
            case Tasks.Seen seen -> looked.seen().put("tasks " + name, seen.toString());
            case Tasks.NotSeen(String why, String _) -> looked.unknown().put("tasks " + name, why);
            case Tasks.NotAsked _ -> throw new AssertionError(tasks);
        }
    }

    private static void stored(Looked looked, String name, Stored stored) {
        switch (stored) {
            case Stored.Exists(String id, Changed changed, Contents contents) -> {
                looked.seen().put("secret " + name, id);
                looked.put(
                        "age " + name,
                        changed.toString(),
                        changed instanceof Changed.NotSeen(String why, String _) ? why : "");
                looked.put(
                        "contents " + name,
                        contents.toString(),
                        contents instanceof Contents.NotSeen(String why, String _) ? why : "");
            }
            case Stored.NotSeen(String why, String _) -> looked.unknown().put("secret " + name, why);
            case Stored.Recreated _, Stored.Deleting _, Stored.WithoutValue _, Stored.Missing _, Stored.NotAsked _ ->
                throw new AssertionError(stored);
        }
    }

    /** What a policy of the secret itself may grant stays open, however well everything is seen. */
    private static void access(Looked looked, String name, Access access) {
        String why = switch (access) {
            case Access.NotSeen(String unseen, String _) -> unseen;
            case Access.Undecidable(String open, String _) -> open.contains("a policy of its own") ? "" : open;
            case Access.NotAsked(String unasked) -> unasked;
            case Access.Allowed _, Access.Denied _ -> "";
        };
        looked.put("access " + name, access.toString(), why);
    }

    private static void kept(Looked looked, String name, Kept kept) {
        looked.put("list of " + name, kept.toString(), kept instanceof Kept.NotSeen(String why, String _) ? why : "");
    }
}
