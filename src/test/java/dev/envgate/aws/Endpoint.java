package dev.envgate.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
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

/**
 * A server that takes any credentials, seen with the program's clients.
 *
 * @param plain where the program asks, unless it is told to read values
 * @param deep where it asks then
 * @param free asks for what the program does not ask for as well
 */
record Endpoint(String plain, String deep, SdkClients clients, EcsClient free, SecretsManagerClient freeSecrets)
        implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "123456789012";

    static Endpoint at(String url) {
        return at(url, url, url);
    }

    /** The clients ask at the first address; the program, whose calls may be written down, at the others. */
    static Endpoint at(String url, String plain, String deep) {
        AwsSettings settings = AwsSettings.forEndpoint(url, REGION);
        SdkHttpClient http = BoundedHttp.within(settings.timeout(), Network.BARE);
        StaticCredentialsProvider anybody =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        return new Endpoint(
                plain,
                deep,
                new SdkClients(settings, REGION, ProfileFile.aggregator().build(), anybody, http, new Traffic(10_000)),
                EcsClient.builder()
                        .endpointOverride(URI.create(url))
                        .region(Region.of(REGION))
                        .credentialsProvider(anybody)
                        .httpClient(http)
                        .build(),
                SecretsManagerClient.builder()
                        .endpointOverride(URI.create(url))
                        .region(Region.of(REGION))
                        .credentialsProvider(anybody)
                        .httpClient(http)
                        .build());
    }

    Observation observe(Request request) {
        String url = request.deep() ? deep : plain;
        return new Aws(AwsSettings.forEndpoint(url, REGION).withTimeout(Duration.ofSeconds(60))).observe(request);
    }

    /** As the program has it. */
    EcsClient ecs() {
        return clients.ecs(REGION);
    }

    SecretsManagerClient secrets() {
        return clients.secretsManager(REGION);
    }

    SecretsManagerClient secretsIn(String region) {
        return clients.secretsManager(region);
    }

    SsmClient parameters() {
        return clients.ssm(REGION);
    }

    S3Client objects() {
        return clients.s3(REGION);
    }

    EventBridgeClient rules() {
        return clients.events(REGION);
    }

    SchedulerClient schedules() {
        return clients.scheduler(REGION);
    }

    EcrClient images() {
        return clients.ecr(REGION);
    }

    IamClient iam() {
        return clients.iam();
    }

    KmsClient keys() {
        return clients.kms(REGION);
    }

    StsClient sts() {
        return clients.sts();
    }

    @Override
    public void close() {
        free.close();
        freeSecrets.close();
        clients.close();
    }
}
