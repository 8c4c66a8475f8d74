package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has to be allowed in an account whose services are looked for and judged, of which nobody knows before what they are and refer to. The
 * statements are called as those of {@link LeastPrivilege}, so that they can be merged.
 *
 * @param clusters patterns of names; none for all
 * @param region one of those that are looked into; it tells the partition
 * @param files whether environment files are read
 * @param deep whether values are read
 * @param images whether it is looked at what images give
 */
public record FleetPrivilege(List<String> clusters, String region, boolean files, boolean deep, boolean images) {
    private static final String ANY = "*";

    public FleetPrivilege {
        clusters = clusters.isEmpty() ? List.of(ANY) : List.copyOf(clusters);
    }

    public List<Grant> grants() {
        List<String> secrets = new ArrayList<>(List.of(
                "secretsmanager:DescribeSecret",
                "secretsmanager:GetResourcePolicy",
                "secretsmanager:ListSecretVersionIds"));
        if (deep) {
            secrets.add("secretsmanager:GetSecretValue");
        }
        return Stream.of(
                        Stream.of(
                                grant("Clusters", List.of("ecs:ListClusters", "ecs:ListServices"), List.of(ANY)),
                                grant("Services", List.of("ecs:DescribeServices"), ofClusters("service/%s/*")),
                                grant("TaskDefinitions", List.of("ecs:DescribeTaskDefinition"), List.of(ANY)),
                                new Grant(
                                        "TaskLists",
                                        List.of("ecs:ListTasks"),
                                        List.of(ANY),
                                        Map.of("ecs:cluster", ofClusters("cluster/%s"))),
                                grant("Tasks", List.of("ecs:DescribeTasks"), ofClusters("task/%s/*")),
                                grant("Secrets", secrets, List.of(arn("secretsmanager", "secret:*"))),
                                grant("Parameters", List.of("ssm:GetParameters"), List.of(arn("ssm", "parameter/*")))),
                        images
                                ? Stream.of(grant(
                                        "Images",
                                        List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                                        List.of(arn("ecr", "repository/*"))))
                                : Stream.<Grant>of(),
                        files
                                ? Stream.of(grant(
                                        "EnvironmentFiles",
                                        List.of("s3:GetObject"),
                                        List.of(new Arn(Names.partition(region), "s3", "", "", ANY).toString())))
                                : Stream.<Grant>of(),
                        Stream.of(
                                grant(
                                        "Roles",
                                        List.of(
                                                "iam:GetRole",
                                                "iam:GetRolePolicy",
                                                "iam:ListAttachedRolePolicies",
                                                "iam:ListRolePolicies",
                                                "iam:SimulatePrincipalPolicy"),
                                        List.of(new Arn(Names.partition(region), "iam", "", ANY, "role/*").toString())),
                                grant(
                                        "Policies",
                                        List.of("iam:GetPolicy", "iam:GetPolicyVersion"),
                                        List.of(new Arn(Names.partition(region), "iam", "", ANY, "policy/*")
                                                .toString())),
                                grant("Keys", List.of("kms:DescribeKey"), List.of(arn("kms", "key/*")))),
                        deep
                                ? Stream.of(new Grant(
                                        "Decryption",
                                        List.of("kms:Decrypt"),
                                        List.of(arn("kms", "key/*")),
                                        Map.of(
                                                "kms:ViaService",
                                                List.of("secretsmanager.*.amazonaws.com", "ssm.*.amazonaws.com"))))
                                : Stream.<Grant>of())
                .flatMap(each -> each)
                .toList();
    }

    /** Who takes on the roles that do this. */
    public static Grant of(List<String> roles) {
        return grant("AssumeRoles", List.of("sts:AssumeRole"), roles);
    }

    private List<String> ofClusters(String resource) {
        return clusters.stream()
                .map(each -> arn("ecs", resource.formatted(each)))
                .toList();
    }

    private String arn(String service, String resource) {
        return new Arn(Names.partition(region), service, ANY, ANY, resource).toString();
    }

    private static Grant grant(String sid, List<String> actions, List<String> resources) {
        return new Grant(sid, actions, resources, Map.of());
    }
}
