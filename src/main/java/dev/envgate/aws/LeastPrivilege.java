package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the identity of a run has to be allowed for exactly what a request asks. {@code sts:GetCallerIdentity} needs no permission.
 *
 * @param region where the services are; empty when that is not known, and any region is allowed
 * @param account likewise
 */
public record LeastPrivilege(Request request, String region, String account) {
    private static final String ANY = "*";

    /** The hyphen and the six characters that Secrets Manager adds to a name. */
    private static final String SUFFIX = "-??????";

    /** The statements, each for one part of AWS. */
    public List<Grant> grants() {
        return Stream.of(
                        services(),
                        definitions(),
                        images(),
                        tasks(),
                        schedules(),
                        secrets(),
                        parameters(),
                        listings(),
                        files(),
                        roles(),
                        keys())
                .flatMap(each -> each)
                .toList();
    }

    /** What it takes to list every service of a cluster, or of all clusters where none is named, and to look at each. */
    public static Stream<Grant> everyService(String cluster, String region, String account) {
        Request each = new Request(List.of(new Query.Service(cluster, ANY)), List.of());
        LeastPrivilege all = new LeastPrivilege(each, region, account);
        String clusters = all.ecs("cluster/" + (cluster.isEmpty() ? ANY : Names.last(cluster)));
        return Stream.concat(
                all.grants().stream(),
                Stream.of(new Grant(
                        "ServiceLists",
                        List.of("ecs:ListServices"),
                        List.of(ANY),
                        Map.of("ecs:cluster", List.of(clusters)))));
    }

    private Stream<Grant> services() {
        SortedSet<String> wanted = new TreeSet<>();
        boolean searched = false;
        for (Query each : request.queries()) {
            if (each instanceof Query.Service(String cluster, String service)) {
                String inCluster =
                        cluster.isEmpty() ? Names.last(Names.clusterOfService(service)) : Names.last(cluster);
                searched |= inCluster.isEmpty();
                wanted.add(ecs("service/%s/%s".formatted(inCluster.isEmpty() ? ANY : inCluster, Names.last(service))));
            }
        }
        return Stream.concat(
                grant("Services", List.of("ecs:DescribeServices"), wanted),
                searched ? grant("Clusters", List.of("ecs:ListClusters"), List.of(ANY)) : Stream.of());
    }

    /** AWS knows no permission for some task definitions only. */
    private Stream<Grant> definitions() {
        return request.queries().isEmpty()
                ? Stream.of()
                : grant("TaskDefinitions", List.of("ecs:DescribeTaskDefinition"), List.of(ANY));
    }

    /** Which images run is not known before it is looked, and another account may keep them. */
    private Stream<Grant> images() {
        return request.images() && !request.queries().isEmpty()
                ? grant(
                        "Images",
                        List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                        List.of(new Arn(partition(), "ecr", ANY, ANY, "repository/*").toString()))
                : Stream.of();
    }

    private Stream<Grant> tasks() {
        SortedSet<String> clusters = new TreeSet<>();
        SortedSet<String> tasks = new TreeSet<>();
        for (Query each : request.queries()) {
            if (each instanceof Query.Service(String cluster, String service)) {
                String named = cluster.isEmpty() ? Names.last(Names.clusterOfService(service)) : Names.last(cluster);
                clusters.add(ecs("cluster/" + (named.isEmpty() ? ANY : named)));
                tasks.add(ecs("task/%s/*".formatted(named.isEmpty() ? ANY : named)));
            }
        }
        return Stream.concat(
                clusters.isEmpty()
                        ? Stream.of()
                        : Stream.of(new Grant(
                                "TaskLists",
                                List.of("ecs:ListTasks"),
                                List.of(ANY),
                                Map.of("ecs:cluster", List.copyOf(clusters)))),
                grant("Tasks", List.of("ecs:DescribeTasks"), tasks));
    }

    /** Which rules and schedules start a family is not known before they are listed. */
    private Stream<Grant> schedules() {
        return request.queries().stream().anyMatch(Query.Standalone.class::isInstance)
                ? grant(
                        "Schedules",
                        List.of(
                                "events:DescribeRule",
                                "events:ListRuleNamesByTarget",
                                "events:ListTargetsByRule",
                                "scheduler:GetSchedule",
                                "scheduler:ListSchedules"),
                        List.of(ANY))
                : Stream.of();
    }

    private Stream<Grant> secrets() {
        List<String> actions = new ArrayList<>(List.of(
                "secretsmanager:DescribeSecret",
                "secretsmanager:GetResourcePolicy",
                "secretsmanager:ListSecretVersionIds"));
        if (request.deep()) {
            actions.add("secretsmanager:GetSecretValue");
        }
        return grant(
                "Secrets",
                actions,
                arns("secretsmanager").stream()
                        .flatMap(arn -> Stream.of(arn, arn + SUFFIX))
                        .toList());
    }

    private Stream<Grant> parameters() {
        return grant("Parameters", List.of("ssm:GetParameters"), arns("ssm"));
    }

    /** AWS knows no permission to list some of them only. */
    private Stream<Grant> listings() {
        return request.prefixes().isEmpty()
                ? Stream.of()
                : grant("Listings", List.of("secretsmanager:ListSecrets", "ssm:DescribeParameters"), List.of(ANY));
    }

    private List<String> arns(String service) {
        return request.references().stream()
                .flatMap(each -> arn(each).stream())
                .filter(arn -> arn.service().equals(service))
                .map(Arn::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** Without the suffix of a secret: it is another one when the secret was made anew, and none when it is not there, which is to be seen. */
    private Optional<Arn> arn(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) ->
                Optional.of(placed(arn, arn.resource().replaceFirst("-[A-Za-z0-9]{6}$", "")));
            case Reference.Target.SecretName(String name, String block) ->
                Optional.of(placed(new Arn("", "secretsmanager", "", "", ""), "secret:" + name));
            case Reference.Target.ParameterArn(Arn arn) ->
                Optional.of(placed(arn, arn.resource().split(":", 2)[0]));
            case Reference.Target.ParameterName(String name, String block) ->
                Optional.of(placed(
                        new Arn("", "ssm", "", "", ""),
                        "parameter" + (name.startsWith("/") ? "" : "/") + name.split(":", 2)[0]));
            case Reference.Target.Unclear unclear -> Optional.empty();
            case Reference.Target.Malformed malformed -> Optional.empty();
        };
    }

    private Arn placed(Arn arn, String resource) {
        String where = arn.region().isEmpty() ? region : arn.region();
        return new Arn(
                arn.partition().isEmpty() ? partition() : arn.partition(),
                arn.service(),
                where.isEmpty() ? ANY : where,
                arn.account().isEmpty() ? any(account) : arn.account(),
                resource);
    }

    private Stream<Grant> files() {
        return request.files() instanceof Request.Files.Asked(List<String> arns)
                ? grant("EnvironmentFiles", List.of("s3:GetObject"), new TreeSet<>(arns))
                : Stream.of();
    }

    private Stream<Grant> roles() {
        SortedSet<String> roles = new TreeSet<>();
        request.readers().forEach(each -> roles.add(role(each.role())));
        boolean files = request.files() instanceof Request.Files.Asked(List<String> arns) && !arns.isEmpty();
        boolean unknown = roles.isEmpty() && (files || !request.references().isEmpty());
        Collection<String> wanted = unknown ? List.of(role(ANY)) : roles;
        return Stream.concat(
                grant(
                        "Roles",
                        List.of(
                                "iam:GetRole",
                                "iam:GetRolePolicy",
                                "iam:ListAttachedRolePolicies",
                                "iam:ListRolePolicies",
                                "iam:SimulatePrincipalPolicy"),
                        wanted),
                wanted.isEmpty() ? Stream.of() : policies());
    }

    /** Which policies are attached to a role is not known before it is looked at, and AWS keeps some in an account of its own. */
    private Stream<Grant> policies() {
        return grant(
                "Policies",
                List.of("iam:GetPolicy", "iam:GetPolicyVersion"),
                Stream.of(any(account), "aws")
                        .map(each -> new Arn(partition(), "iam", "", each, "policy/*").toString())
                        .distinct()
                        .toList());
    }

    private String role(String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : new Arn(partition(), "iam", "", any(account), "role/" + nameOrArn).toString();
    }

    /** Which key encrypts a secret is not known before the secret is looked at. */
    private Stream<Grant> keys() {
        boolean secrets = !arns("secretsmanager").isEmpty();
        boolean parameters = !arns("ssm").isEmpty();
        List<String> keys =
                List.of(placed(new Arn("", "kms", "", "", ""), "key/*").toString());
        List<String> through = Stream.concat(
                        secrets ? Stream.of("secretsmanager") : Stream.of(),
                        parameters ? Stream.of("ssm") : Stream.of())
                .map(service -> "%s.%s.amazonaws.com".formatted(service, any(region)))
                .toList();
        return Stream.concat(
                secrets ? grant("Keys", List.of("kms:DescribeKey"), keys) : Stream.of(),
                request.deep() && !through.isEmpty()
                        ? Stream.of(new Grant(
                                "Decryption", List.of("kms:Decrypt"), keys, Map.of("kms:ViaService", through)))
                        : Stream.of());
    }

    private static Stream<Grant> grant(String sid, List<String> actions, Collection<String> resources) {
        return resources.isEmpty() ? Stream.of() : Stream.of(new Grant(sid, actions, List.copyOf(resources), Map.of()));
    }

    private String ecs(String resource) {
        return new Arn(partition(), "ecs", any(region), any(account), resource).toString();
    }

    private String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static String any(String known) {
        return known.isEmpty() ? ANY : known;
    }
}
