package dev.envgate.smallaws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often AWS lets an account ask, as far as its documents say: a bucket of so many calls for each account and region, which fills again
 * at so many a second. Operations that stand together share a bucket.
 */
public enum Quota {
    ECS_CLUSTER_READ(Source.ECS, 50, 20, "ecs:DescribeClusters", "ecs:ListClusters"),
    ECS_TASK_DEFINITION_READ(Source.ECS, 50, 20, "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"),
    ECS_CLUSTER_RESOURCE_READ(Source.ECS, 100, 20, "ecs:DescribeTasks", "ecs:ListTasks"),
    ECS_SERVICE_READ(Source.ECS, 100, 20, "ecs:DescribeServices", "ecs:ListServices"),
    SECRETS_READ(
            Source.SECRETS_MANAGER, 10_000, 10_000, "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"),
    SECRETS_LIST(Source.SECRETS_MANAGER, 100, 100, "secretsmanager:ListSecrets"),
    SECRETS_VERSIONS(Source.SECRETS_MANAGER, 50, 50, "secretsmanager:ListSecretVersionIds"),
    SECRETS_POLICIES(Source.SECRETS_MANAGER, 50, 50, "secretsmanager:GetResourcePolicy"),
    PARAMETERS(Source.SSM, 40, 40, "ssm:GetParameters"),
    STS(Source.IAM, 600, 600, "sts:AssumeRole", "sts:GetCallerIdentity"),
    KEYS(Source.KMS, 2_000, 2_000, "kms:DescribeKey"),
    /** No document of AWS has a number for IAM: this is a guess on the safe side of what users tell of. */
    IAM(
            Source.NONE,
            100,
            10,
            "iam:SimulatePrincipalPolicy",
            "iam:GetRole",
            "iam:ListAttachedRolePolicies",
            "iam:ListRolePolicies",
            "iam:GetRolePolicy",
            "iam:GetPolicy",
            "iam:GetPolicyVersion");

    private static final Map<String, Quota> BY_OPERATION = byOperation();

    private final String source;
    private final int burst;
    private final int perSecond;
    private final String operations;

    Quota(String source, int burst, int perSecond, String... operations) {
        this.source = source;
        this.burst = burst;
        this.perSecond = perSecond;
        this.operations = String.join(" ", operations);
    }

    private static Map<String, Quota> byOperation() {
        Map<String, Quota> all = new HashMap<>();
        for (Quota quota : values()) {
            quota.operations().forEach(operation -> all.put(operation, quota));
        }
        return Map.copyOf(all);
    }

    /** That of an operation; none where nothing is known and nothing is limited here. */
    static Optional<Quota> of(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }

    /** The page that says so; empty for a guess. */
    public String source() {
        return source;
    }

    /** How many calls a full bucket has. */
    public int burst() {
        return burst;
    }

    /** How many calls a second come back. */
    public int perSecond() {
        return perSecond;
    }

    /** As policies of IAM name them. */
    public List<String> operations() {
        return List.of(operations.split(" ", -1));
    }

    /** What such a call is answered when the bucket is empty. */
    Refusal refusal() {
        String code = this == IAM || this == STS ? "Throttling" : "ThrottlingException";
        return new Refusal(code, "Rate exceeded");
    }

    /** IAM has one bucket for all regions. */
    String place(String region) {
        return this == IAM ? "" : region;
    }

    private static final class Source {
        private static final String ECS =
                "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html";
        private static final String SECRETS_MANAGER =
                "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html";
        private static final String SSM = "https://docs.aws.amazon.com/general/latest/gr/ssm.html";
        private static final String IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
        private static final String KMS =
                "https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html";
        private static final String NONE = "";
    }
}
