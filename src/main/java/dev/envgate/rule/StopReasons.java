package dev.envgate.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Translates what ECS says of a task that it could not start or had to stop into the fault behind it. Nothing of the message is repeated but names. */
public final class StopReasons {
    /** The more telling ones first: the first that fits counts. */
    private static final List<StopReason> ALL = List.of(
            StopReason.of(
                    "secret name must be unique & environment variables",
                    "duplicate-name",
                    "A name of the container stands in `secrets` and in `environment`, or twice in one of them.",
                    "take one of the two out."),
            StopReason.of(
                    "environment & name & null or blank",
                    "malformed-entry",
                    "An entry of `environment` has no name.",
                    "give it a name, or take it out; a `null` in Terraform makes such an entry."),
            StopReason.of(
                    "environment & name & null or empty",
                    "malformed-entry",
                    "An entry of `environment` has no name.",
                    "give it a name, or take it out; a `null` in Terraform makes such an entry."),
            StopReason.of(
                    "specify & executionrolearn",
                    "no-execution-role",
                    "The task definition has secrets and no execution role to fetch them with.",
                    "set `execution_role_arn`."),
            StopReason.of(
                    "specify & execution role",
                    "no-execution-role",
                    "The task definition has secrets and no execution role to fetch them with.",
                    "set `execution_role_arn`."),
            StopReason.of(
                    "no valid providers in chain",
                    "no-execution-role",
                    "ECS has no credentials to fetch secrets with: the task has no execution role, or the agent cannot use it.",
                    "set `execution_role_arn`; on EC2, see that the agent may use task execution roles."),
            StopReason.of(
                    "unable to assume the role",
                    "",
                    "ECS may not assume the role{subject}.",
                    "let its trust policy name `ecs-tasks.amazonaws.com`, and see that the role exists."),
            StopReason.of(
                    "not authorized to perform: sts:assumerole",
                    "",
                    "ECS may not assume the role{subject}.",
                    "let its trust policy name `ecs-tasks.amazonaws.com`, and see that the role exists."),
            StopReason.of(
                            "did not contain json key",
                            "secret-key-missing",
                            "The secret is JSON without the key{subject}.",
                            "add the key to the value of the secret, or correct it in the `valueFrom`.")
                    .about("(?i)json key ([^\\s,;]*[^\\s,;.:])"),
            StopReason.of(
                    "looking for beginning of",
                    "secret-not-json",
                    "The `valueFrom` takes a key out of a secret that is not JSON.",
                    "store JSON in the secret, or refer to all of it."),
            StopReason.of(
                    "unexpected end of json input",
                    "secret-not-json",
                    "The `valueFrom` takes a key out of a secret that is not JSON.",
                    "store JSON in the secret, or refer to all of it."),
            StopReason.of(
                    "cannot unmarshal & go value",
                    "secret-not-json",
                    "The `valueFrom` takes a key out of a secret that is no JSON object.",
                    "store a JSON object in the secret, or refer to all of it."),
            StopReason.of(
                            "secret value for staging label",
                            "secret-without-value",
                            "The secret has no value with the staging label{subject}.",
                            "put a value into the secret, or correct the label in the `valueFrom`.")
                    .about("(?i)staging label: ?([A-Za-z0-9_+=.@/-]*[A-Za-z0-9])"),
            StopReason.of(
                            "secret value for versionid",
                            "secret-without-value",
                            "The secret has no version{subject}.",
                            "refer to the secret by a label, or to a version that it has.")
                    .about("(?i)versionid: ?([A-Za-z0-9-]+)"),
            StopReason.of(
                    "marked for deletion",
                    "secret-deleting",
                    "The secret{subject} is scheduled for deletion.",
                    "restore it with `aws secretsmanager restore-secret`, or refer to another one."),
            StopReason.of(
                    "marked deleted",
                    "secret-deleting",
                    "The secret{subject} is scheduled for deletion.",
                    "restore it with `aws secretsmanager restore-secret`, or refer to another one."),
            StopReason.of(
                    "scheduled for deletion & secret",
                    "secret-deleting",
                    "The secret{subject} is scheduled for deletion.",
                    "restore it with `aws secretsmanager restore-secret`, or refer to another one."),
            StopReason.of(
                    "can't find the specified secret",
                    "secret-not-found",
                    "There is no secret{subject} in that account and region.",
                    "make it, or correct the `valueFrom`; a secret that was deleted and made anew has other six characters at its end."),
            StopReason.of(
                    "invalid arn format & secret",
                    "malformed-reference",
                    "The `valueFrom`{subject} is no ARN of a secret as ECS takes it.",
                    "write the ARN alone, or with exactly three parts after it: `:json-key:version-stage:version-id`."),
            StopReason.of(
                    "unexpected arn format",
                    "malformed-reference",
                    "The `valueFrom`{subject} is no ARN of a secret as ECS takes it.",
                    "write the ARN alone, or with exactly three parts after it: `:json-key:version-stage:version-id`."),
            StopReason.of(
                    "arn: not enough sections",
                    "malformed-reference",
                    "The `valueFrom`{subject} is no whole ARN.",
                    "write all its parts."),
            StopReason.of(
                    "arn: invalid prefix",
                    "malformed-reference",
                    "The `valueFrom`{subject} is no ARN.",
                    "write the ARN of the secret, with all its parts."),
            StopReason.of(
                    "minimum field size of 32",
                    "malformed-reference",
                    "A staging label stands in the place of the version id in the `valueFrom`{subject}.",
                    "move it one part to the front: `:json-key:version-stage:`."),
            StopReason.of(
                    "getsecretvalueinput",
                    "malformed-reference",
                    "The `valueFrom`{subject} names no secret.",
                    "write the ARN of the secret."),
            StopReason.of(
                            "explicit deny & secretsmanager:getsecretvalue",
                            "secret-unreadable",
                            "A policy denies the execution role the secret{subject} expressly.",
                            "take it out of the statement that denies, or use another role.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                            "no resource-based policy allows & secretsmanager:getsecretvalue",
                            "secret-unreadable",
                            "The secret{subject} of another account does not let the execution role in.",
                            "allow it in the policy of the secret, and in that of a key of your own.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                            "not authorized to perform: secretsmanager:getsecretvalue",
                            "secret-unreadable",
                            "The execution role may not read the secret{subject}.",
                            "allow it `secretsmanager:GetSecretValue` on the secret.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                    "accessdenied & secretsmanager:getsecretvalue",
                    "secret-unreadable",
                    "The execution role may not read the secret{subject}.",
                    "allow it `secretsmanager:GetSecretValue` on the secret."),
            StopReason.of(
                    "access to kms is not allowed",
                    "secret-unreadable",
                    "The execution role may not use the key that encrypts the secret{subject}.",
                    "allow it `kms:Decrypt` with that key, in its own policy or in that of the key."),
            StopReason.of(
                            ":kms: & does not exist",
                            "",
                            "The key{subject} that encrypts the value does not exist, or may not be used from here.",
                            "encrypt the value with a key that exists, and allow the execution role to use it.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                            "master key that does not exist",
                            "",
                            "The key{subject} that encrypts the value does not exist, or may not be used from here.",
                            "encrypt the value with a key that exists, and allow the execution role to use it.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                            ":kms: & pending deletion",
                            "",
                            "The key{subject} that encrypts the value is being deleted.",
                            "cancel that with `aws kms cancel-key-deletion`, and enable the key.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                            "is pending deletion",
                            "",
                            "The key{subject} that encrypts the value is being deleted.",
                            "cancel that with `aws kms cancel-key-deletion`, and enable the key.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                            ":kms: & is disabled",
                            "",
                            "The key{subject} that encrypts the value is disabled.",
                            "enable it with `aws kms enable-key`.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                            "kms:decrypt",
                            "secret-unreadable",
                            "The execution role may not decrypt with the key{subject}.",
                            "allow it `kms:Decrypt` with that key, in its own policy or in that of the key.")
                    .about("(?i)(arn:aws[a-z-]*:kms:[^\\s,;']+[A-Za-z0-9])"),
            StopReason.of(
                    "decryptionfailure",
                    "secret-unreadable",
                    "The secret{subject} could not be decrypted.",
                    "see that its key is enabled, and allow the execution role `kms:Decrypt` with it."),
            StopReason.of(
                            "invalid parameters:",
                            "parameter-not-found",
                            "There is no parameter{subject} in that region.",
                            "make it, or correct the `valueFrom`; a name without an ARN is looked for in the region of the task.")
                    .about("(?i)invalid parameters: ?\\[?([^\\s\\];,]*[^\\s\\];,.])"),
            StopReason.of(
                            "invalid ssm parameter",
                            "parameter-not-found",
                            "There is no parameter{subject} in that region.",
                            "make it, or correct the `valueFrom`; a name without an ARN is looked for in the region of the task.")
                    .about("(?i)invalid ssm parameters?:? ?\\[?([^\\s\\];,]*[^\\s\\];,.])"),
            StopReason.of(
                    "parameternotfound",
                    "parameter-not-found",
                    "There is no such parameter in that region.",
                    "make it, or correct the `valueFrom`."),
            StopReason.of(
                    "parameterversionnotfound",
                    "parameter-not-found",
                    "The parameter has no such version.",
                    "refer to a version that it has, or to none."),
            StopReason.of(
                            "explicit deny & ssm:getparameters",
                            "secret-unreadable",
                            "A policy denies the execution role the parameter{subject} expressly.",
                            "take it out of the statement that denies, or use another role.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                            "ssm:getparameters",
                            "secret-unreadable",
                            "The execution role may not read the parameter{subject}.",
                            "allow it `ssm:GetParameters`, with the s, on the parameter.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                    "parameter name & is not a valid",
                    "malformed-reference",
                    "The `valueFrom` is no name of a parameter.",
                    "write the name or the ARN of a parameter; a key of a secret needs the full ARN of the secret."),
            StopReason.of(
                    "parameter name: can't be prefixed",
                    "malformed-reference",
                    "The `valueFrom` is no name of a parameter.",
                    "write the name or the ARN of a parameter; names beginning with `aws` or `ssm` are taken."),
            StopReason.of(
                    "1 validation error detected & names",
                    "malformed-reference",
                    "The `valueFrom` is no name of a parameter.",
                    "write the name or the ARN of a parameter; a key of a secret needs the full ARN of the secret."),
            StopReason.of(
                    "env file & accessdenied",
                    "env-file-unavailable",
                    "The execution role may not read the environment file{subject}.",
                    "allow it `s3:GetObject` on the object and `s3:GetBucketLocation` on the bucket."),
            StopReason.of(
                    "env file & forbidden",
                    "env-file-unavailable",
                    "The execution role may not read the environment file{subject}.",
                    "allow it `s3:GetObject` on the object and `s3:GetBucketLocation` on the bucket."),
            StopReason.of(
                    "env file & 403",
                    "env-file-unavailable",
                    "The execution role may not read the environment file{subject}.",
                    "allow it `s3:GetObject` on the object and `s3:GetBucketLocation` on the bucket."),
            StopReason.of(
                    "env file & nosuchbucket",
                    "env-file-unavailable",
                    "The bucket of the environment file{subject} does not exist.",
                    "correct the ARN in `environmentFiles`."),
            StopReason.of(
                    "env file & nosuchkey",
                    "env-file-unavailable",
                    "The environment file{subject} does not exist.",
                    "upload it, or take it out of `environmentFiles`."),
            StopReason.of(
                    "env file & 404",
                    "env-file-unavailable",
                    "The environment file{subject} does not exist.",
                    "upload it, or take it out of `environmentFiles`."),
            StopReason.of(
                    "env file & not found",
                    "env-file-unavailable",
                    "The environment file{subject} does not exist.",
                    "upload it, or take it out of `environmentFiles`."),
            StopReason.of(
                    "env file & deadline exceeded",
                    "",
                    "S3 could not be reached to fetch the environment file{subject}.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443, or a gateway endpoint for S3."),
            StopReason.of(
                    "env file & timeout",
                    "",
                    "S3 could not be reached to fetch the environment file{subject}.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443, or a gateway endpoint for S3."),
            StopReason.of(
                    "env file",
                    "env-file-unavailable",
                    "An environment file{subject} could not be fetched.",
                    "see that the object is there, that its key ends with `.env`, and that the execution role has `s3:GetObject` on it."),
            StopReason.of(
                    "environment file & .env",
                    "env-file-unavailable",
                    "The key of an environment file does not end with `.env`.",
                    "give the object a key that does."),
            StopReason.of(
                    "platform version & 1.4.0",
                    "platform-too-old",
                    "The platform version of the service is too old for what the task definition asks for.",
                    "set `platform_version` to `LATEST` or `1.4.0`."),
            StopReason.of(
                    "platformtaskdefinitionincompatibility",
                    "platform-too-old",
                    "The platform version of the service is too old for what the task definition asks for.",
                    "set `platform_version` to `LATEST` or `1.4.0`."),
            StopReason.of(
                    "platformunknown",
                    "platform-too-old",
                    "There is no such platform version.",
                    "set `platform_version` to `LATEST` or `1.4.0`."),
            StopReason.of(
                    "repositorycredentials & secret",
                    "secret-unreadable",
                    "The secret of `repositoryCredentials` could not be read.",
                    "see that it exists, and allow the execution role `secretsmanager:GetSecretValue` on it."),
            StopReason.of(
                    "ecr:getauthorizationtoken",
                    "",
                    "The execution role may not log in to ECR.",
                    "attach `AmazonECSTaskExecutionRolePolicy`, or allow it `ecr:GetAuthorizationToken`."),
            StopReason.of(
                    "ecr:batchgetimage",
                    "",
                    "The execution role may not pull from the repository{subject}.",
                    "allow it `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repository; in another account, in its policy as well."),
            StopReason.of(
                    "no basic auth credentials",
                    "",
                    "The registry wants a login, and there is none.",
                    "set `repositoryCredentials`, or an execution role that may log in to ECR."),
            StopReason.of(
                    "toomanyrequests",
                    "",
                    "The registry has had too many pulls from here.",
                    "log in with `repositoryCredentials`, or pull through a cache in ECR."),
            StopReason.of(
                    "cannotpull & not found", "", "There is no such image or tag.", "push it, or correct `image`."),
            StopReason.of(
                    "cannotpull & manifest unknown",
                    "",
                    "There is no such image or tag.",
                    "push it, or correct `image`."),
            StopReason.of(
                    "cannotpull & does not exist",
                    "",
                    "There is no such repository, or it wants a login.",
                    "correct `image`, or set `repositoryCredentials`."),
            StopReason.of(
                    "cannotpull & does not match platform",
                    "",
                    "The image is made for another processor than the task runs on.",
                    "set `runtime_platform`, or build the image for it."),
            StopReason.of(
                    "cannotpull & no space left",
                    "",
                    "There is no room for the image on the disk.",
                    "give the task more ephemeral storage, or make the image smaller."),
            StopReason.of(
                    "unable to retrieve ecr registry auth & timeout",
                    "",
                    "ECR could not be reached.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "log group does not exist",
                    "",
                    "The log group of the container does not exist.",
                    "make it, or set the option `awslogs-create-group` to `true` and allow the execution role `logs:CreateLogGroup`."),
            StopReason.of(
                            "logs:create",
                            "",
                            "The execution role may not write to the log group{subject}.",
                            "attach `AmazonECSTaskExecutionRolePolicy`, or allow it `logs:CreateLogStream` and `logs:PutLogEvents`.")
                    .about("(?i)on resource: (arn:[^\\s,;]*[^\\s,;.])"),
            StopReason.of(
                    "logging driver & splunk",
                    "",
                    "The log driver `splunk` could not be set up: its token or its address is wrong or missing.",
                    "see `secretOptions` and `options` of `logConfiguration`."),
            StopReason.of(
                    "logging driver & fluent",
                    "",
                    "The log driver cannot reach Fluent Bit.",
                    "start the log router before the container, and see `firelensConfiguration`."),
            StopReason.of(
                    "logging driver",
                    "",
                    "The log driver could not be set up.",
                    "see `secretOptions` and `options` of `logConfiguration`."),
            StopReason.of(
                    "logger args",
                    "",
                    "The log driver could not be set up.",
                    "see that the log group exists and can be reached, and `options` of `logConfiguration`."),
            StopReason.of(
                    "security token included in the request is invalid",
                    "foreign-reference",
                    "The region or partition that was asked does not know the credentials of the task.",
                    "refer to a secret in the region of the task; a region that is off in the account must be turned on."),
            StopReason.of(
                    "throttlingexception",
                    "",
                    "AWS throttled the call, because many tasks were started at once.",
                    "start fewer at once, or take several names out of one JSON secret."),
            StopReason.of(
                    "rate exceeded",
                    "",
                    "AWS throttled the call, because many tasks were started at once.",
                    "start fewer at once, or take several names out of one JSON secret."),
            StopReason.of(
                    "certificate signed by unknown authority",
                    "",
                    "A proxy stands between the task and AWS, and its certificate is not known.",
                    "let the calls to AWS pass it by, with VPC endpoints."),
            StopReason.of(
                    "no such host",
                    "",
                    "The name of the service could not be resolved.",
                    "turn on DNS in the VPC, and give the VPC endpoints private names."),
            StopReason.of(
                    "deadline exceeded & secrets manager",
                    "",
                    "Secrets Manager could not be reached.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "deadline exceeded & ssm",
                    "",
                    "Parameter Store could not be reached.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "i/o timeout",
                    "",
                    "AWS could not be reached from the task.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "deadline exceeded",
                    "",
                    "AWS could not be reached from the task.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "signal: killed",
                    "",
                    "AWS could not be reached from the task in time.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "check your task network configuration",
                    "",
                    "AWS could not be reached from the task.",
                    "give the subnet of the task a way to AWS: a NAT gateway, VPC endpoints, or a public address; and let its security group out on port 443."),
            StopReason.of(
                    "connection refused & 169.254",
                    "",
                    "The agent did not answer for the credentials of the task.",
                    "see that the agent runs, and that nothing keeps the task from 169.254.170.2."),
            StopReason.of(
                    "outofmemory",
                    "",
                    "The container took more memory than it has.",
                    "give it more memory, or see why it takes so much."),
            StopReason.of(
                    "failed elb health checks",
                    "",
                    "The load balancer took the task for dead: it answered with an error, or not at all.",
                    "read the log of the container; run `envgate check`, for a missing variable shows like this."),
            StopReason.of(
                    "failed container health checks",
                    "",
                    "The health check of the container failed.",
                    "read the log of the container; run `envgate check`, for a missing variable shows like this."),
            StopReason.of(
                    "essential container in task exited",
                    "",
                    "The application ended by itself.",
                    "read its log; run `envgate check`, for a missing variable shows like this."),
            StopReason.of(
                    "exec format error",
                    "",
                    "The image is made for another processor than the task runs on.",
                    "set `runtime_platform`, or build the image for it."),
            StopReason.of(
                    "cannotstartcontainer",
                    "",
                    "The container could not be started: its command is not in the image, or may not be run.",
                    "see `command`, `entryPoint` and the image."),
            StopReason.of(
                            "spot task was interrupted",
                            "",
                            "AWS took the Spot capacity back.",
                            "nothing is wrong with the configuration; the service starts another task.")
                    .harmlessly(),
            StopReason.of(
                            "scaling activity initiated by",
                            "",
                            "The service was scaled in, or replaced the task in a deployment.",
                            "nothing is wrong with the configuration.")
                    .harmlessly(),
            StopReason.of(
                            "task stopped by user",
                            "",
                            "Somebody stopped the task.",
                            "nothing is wrong with the configuration.")
                    .harmlessly(),
            StopReason.of(
                    "accessdenied",
                    "",
                    "The execution role may not do what the message names.",
                    "allow it that action on that resource."));

    private StopReasons() {}

    /**
     * What a message means.
     *
     * @param rule the rule that finds the fault before a deploy; empty when there is none
     * @param cause a sentence
     * @param hint what to do, a sentence
     * @param harmless whether it is no fault at all
     */
    public record Meaning(String rule, String cause, String hint, boolean harmless) {
        /** The cause as half a sentence that can follow "because". */
        String half() {
            String bare = cause.replaceFirst("\\.$", "");
            return bare.matches("[A-Z][ a-z'][\\s\\S]*")
                    ? bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1)
                    : bare;
        }
    }

    /** Empty when the message is none of those that are known. */
    public static Optional<Meaning> of(String message) {
        return ALL.stream()
                .filter(each -> each.fits(message))
                .findFirst()
                .map(each -> new Meaning(each.rule(), each.cause(message), each.hint(), each.harmless()));
    }

    /** The rules that messages lead to. */
    static List<String> rules() {
        return ALL.stream()
                .map(StopReason::rule)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
