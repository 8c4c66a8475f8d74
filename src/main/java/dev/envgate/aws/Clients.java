package dev.envgate.aws;

import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The services of AWS after the login, each in any region. */
interface Clients extends AutoCloseable {
    /** Where things are asked for that do not say where they are; empty when that is not known. */
    String region();

    /** How messages name whoever is asked in a region. */
    String place(String region);

    EcsClient ecs(String region);

    SecretsManagerClient secretsManager(String region);

    SsmClient ssm(String region);

    S3Client s3(String region);

    IamClient iam();

    KmsClient kms(String region);

    EventBridgeClient events(String region);

    SchedulerClient scheduler(String region);

    EcrClient ecr(String region);

    /** What ECR gives addresses for. */
    Layers layers();

    StsClient sts();

    @Override
    void close();
}
