package dev.envgate.aws;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every operation of AWS that this program may call. All of them read, and what does not stand here is not sent: {@link Guard} sees to it. */
enum Operation {
    GET_PARAMETERS(
            "ssm:GetParameters", "Whether the parameters that are referred to exist; decrypted with `--deep` only."),
    DESCRIBE_SECRET(
            "secretsmanager:DescribeSecret", "Whether the secrets that are referred to exist and have a value."),
    LIST_SECRETS(
            "secretsmanager:ListSecrets",
            "Only with `--secret-prefix` or `secret-prefixes`: which secrets there are under it."),
    DESCRIBE_PARAMETERS("ssm:DescribeParameters", "The same: which parameters there are under it."),
    LIST_SECRET_VERSION_IDS(
            "secretsmanager:ListSecretVersionIds",
            "When a secret got its value, where it was changed after a task started."),
    GET_SECRET_VALUE(
            "secretsmanager:GetSecretValue",
            "Only with `--deep`: whether a secret has the key asked for, and a value."),
    GET_RESOURCE_POLICY(
            "secretsmanager:GetResourcePolicy",
            "Whether a secret has a policy of its own, where the execution role's policies do not let it read the secret."),
    SIMULATE_PRINCIPAL_POLICY(
            "iam:SimulatePrincipalPolicy", "Whether the execution role may read what the containers are given."),
    GET_ROLE(
            "iam:GetRole",
            "Only where nothing may be simulated, or a condition of a policy asks for what is known only when ECS asks: whether the role has a permissions boundary."),
    LIST_ATTACHED_ROLE_POLICIES("iam:ListAttachedRolePolicies", "The same: the policies of the role."),
    LIST_ROLE_POLICIES("iam:ListRolePolicies", "The same: the policies of the role."),
    GET_ROLE_POLICY("iam:GetRolePolicy", "The same: what they say."),
    GET_POLICY("iam:GetPolicy", "The same: what they say."),
    GET_POLICY_VERSION("iam:GetPolicyVersion", "The same: what they say."),
    DESCRIBE_KEY("kms:DescribeKey", "Whether the key that a secret is encrypted with can be used."),
    DESCRIBE_SERVICES("ecs:DescribeServices", "Which task definition the services run, and how far a deploy has got."),
    DESCRIBE_TASK_DEFINITION("ecs:DescribeTaskDefinition", "Which names the containers get."),
    DESCRIBE_TASKS("ecs:DescribeTasks", "Which revision the tasks of a service really run, and why others stopped."),
    LIST_TASKS("ecs:ListTasks", "Which tasks a service has."),
    LIST_CLUSTERS("ecs:ListClusters", "Only where no cluster is named: the clusters in which the service may be."),
    LIST_SERVICES("ecs:ListServices", "Only with `--all`: which services a cluster has."),
    LIST_RULE_NAMES_BY_TARGET(
            "events:ListRuleNamesByTarget",
            "Only for a family without a service: which rules start tasks in a cluster."),
    LIST_TARGETS_BY_RULE("events:ListTargetsByRule", "The same: which revision a rule starts."),
    DESCRIBE_RULE("events:DescribeRule", "The same: whether a rule is on."),
    LIST_SCHEDULES("scheduler:ListSchedules", "The same: which schedules start tasks."),
    GET_SCHEDULE("scheduler:GetSchedule", "The same: which revision a schedule starts, and whether it is on."),
    GET_OBJECT("s3:GetObject", "Which names the environment files of a container give."),
    BATCH_GET_IMAGE("ecr:BatchGetImage", "Only with `--image-env`: which image a container has."),
    GET_DOWNLOAD_URL_FOR_LAYER(
            "ecr:GetDownloadUrlForLayer",
            "The same: what the image is started with, which is fetched from the address in S3 that is answered."),
    GET_CALLER_IDENTITY("sts:GetCallerIdentity", "Which account is looked at; it needs no permission."),
    ASSUME_ROLE("sts:AssumeRole", "Only with `--role-arn`, or where the profile names a role.");

    private static final Map<String, Operation> BY_CALL = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(each -> each.call.toLowerCase(Locale.ROOT), each -> each));

    private final String call;
    private final String purpose;

    Operation(String call, String purpose) {
        this.call = call;
        this.purpose = purpose;
    }

    /** As policies of IAM name it: {@code ecs:DescribeServices}. */
    String call() {
        return call;
    }

    /** What it is called for: a sentence. */
    String purpose() {
        return purpose;
    }

    /** The one that the SDK calls so. */
    static Optional<Operation> of(String service, String operation) {
        String wanted = prefix(service) + ":" + operation;
        return Optional.ofNullable(BY_CALL.get(wanted.toLowerCase(Locale.ROOT)));
    }

    /** The SDK calls some services otherwise than policies do. */
    private static String prefix(String service) {
        return service.equals("EventBridge") ? "events" : service;
    }
}
