package dev.envgate.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the policies that AWS manages and that roles of ECS tasks often have say of Secrets Manager, SSM, KMS, ECR and CloudWatch Logs; about
 * other services they may say more. From the AWS Managed Policy Reference Guide. A policy that is not listed is not known.
 */
public final class ManagedPolicies {
    private static final Map<String, Statement.Elements> ALLOWED = Map.ofEntries(
            Map.entry("AdministratorAccess", Statement.Elements.of("*")),
            Map.entry("PowerUserAccess", allBut("iam:*", "organizations:*", "account:*")),
            Map.entry(
                    "service-role/AmazonECSTaskExecutionRolePolicy",
                    Statement.Elements.of(
                            "ecr:GetAuthorizationToken",
                            "ecr:BatchCheckLayerAvailability",
                            "ecr:GetDownloadUrlForLayer",
                            "ecr:BatchGetImage",
                            "logs:CreateLogStream",
                            "logs:PutLogEvents")),
            Map.entry(
                    "service-role/AmazonEC2ContainerServiceforEC2Role",
                    Statement.Elements.of(
                            "ecr:GetAuthorizationToken",
                            "ecr:BatchCheckLayerAvailability",
                            "ecr:GetDownloadUrlForLayer",
                            "ecr:BatchGetImage",
                            "logs:CreateLogStream",
                            "logs:PutLogEvents")),
            Map.entry(
                    "SecretsManagerReadWrite",
                    Statement.Elements.of("secretsmanager:*", "kms:DescribeKey", "kms:ListAliases", "kms:ListKeys")),
            Map.entry("AmazonSSMReadOnlyAccess", Statement.Elements.of("ssm:Describe*", "ssm:Get*", "ssm:List*")),
            Map.entry("AmazonSSMFullAccess", Statement.Elements.of("ssm:*", "logs:*")),
            Map.entry(
                    "AmazonSSMManagedInstanceCore",
                    Statement.Elements.of(
                            "ssm:Describe*",
                            "ssm:GetDeployablePatchSnapshotForInstance",
                            "ssm:GetDocument",
                            "ssm:GetManifest",
                            "ssm:GetParameter",
                            "ssm:GetParameters",
                            "ssm:List*",
                            "ssm:Put*",
                            "ssm:Update*")),
            Map.entry("CloudWatchLogsFullAccess", Statement.Elements.of("logs:*")),
            Map.entry(
                    "AmazonEC2ContainerRegistryReadOnly",
                    Statement.Elements.of("ecr:Get*", "ecr:Describe*", "ecr:List*", "ecr:Batch*")),
            Map.entry("AmazonEC2ContainerRegistryFullAccess", Statement.Elements.of("ecr:*")),
            Map.entry("AmazonEC2ContainerRegistryPowerUser", Statement.Elements.of("ecr:*")),
            Map.entry("AmazonS3ReadOnlyAccess", Statement.Elements.of()),
            Map.entry("AmazonS3FullAccess", Statement.Elements.of()),
            Map.entry("AmazonSQSFullAccess", Statement.Elements.of()),
            Map.entry("AmazonSESFullAccess", Statement.Elements.of()),
            Map.entry("AWSXRayDaemonWriteAccess", Statement.Elements.of()),
            Map.entry("AWSXrayWriteOnlyAccess", Statement.Elements.of()));

    private ManagedPolicies() {}

    /**
     * The statements of a policy.
     *
     * @param path what follows {@code :iam::aws:policy/} in its ARN
     */
    public static Optional<List<Statement>> of(String path) {
        return Optional.ofNullable(ALLOWED.get(path))
                .map(actions -> List.of(new Statement(
                        Statement.Effect.ALLOW,
                        actions,
                        Statement.Elements.of("*"),
                        List.of(),
                        path,
                        new Place.Nowhere())));
    }

    private static Statement.Elements allBut(String... actions) {
        return new Statement.Elements(true, Statement.Elements.of(actions).patterns(), List.of());
    }
}
