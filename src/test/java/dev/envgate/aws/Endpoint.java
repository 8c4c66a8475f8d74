package dev.envgate.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A server that takes any credentials, seen with the SDK's own clients and with the program's. */
record Endpoint(String url, SdkClients clients) implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "123456789012";

    static Endpoint at(String url) {
        AwsSettings settings = AwsSettings.forEndpoint(url, REGION);
        return new Endpoint(
                url,
                new SdkClients(
                        settings,
                        REGION,
                        ProfileFile.aggregator().build(),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                        BoundedHttp.within(settings.timeout()),
                        new Traffic(10_000)));
    }

    Observation observe(Request request) {
        return new Aws(AwsSettings.forEndpoint(url, REGION).withTimeout(Duration.ofSeconds(60))).observe(request);
    }

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

    StsClient sts() {
        return clients.sts();
    }

    @Override
    public void close() {
        clients.close();
    }
}
