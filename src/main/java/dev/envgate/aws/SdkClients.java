package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
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
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's clients, each made when it is first needed, all on one HTTP client. */
final class SdkClients implements Clients {
    private final AwsSettings settings;
    private final String region;
    private final ProfileFile profiles;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Traffic traffic;
    private final Map<String, SdkAutoCloseable> made = new ConcurrentHashMap<>();

    SdkClients(
            AwsSettings settings,
            String region,
            ProfileFile profiles,
            AwsCredentialsProvider credentials,
            SdkHttpClient http,
            Traffic traffic) {
        this.settings = settings;
        this.region = region;
        this.profiles = profiles;
        this.credentials = credentials;
        this.http = http;
        this.traffic = traffic;
    }

    /** The same for somebody else. */
    SdkClients as(AwsCredentialsProvider other) {
        return new SdkClients(settings, region, profiles, other, http, traffic);
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public String place(String inRegion) {
        return Regions.place(settings, inRegion);
    }

    @Override
    public EcsClient ecs(String inRegion) {
        return once(EcsClient.class, inRegion, () -> build(EcsClient.builder(), inRegion));
    }

    @Override
    public SecretsManagerClient secretsManager(String inRegion) {
        return once(SecretsManagerClient.class, inRegion, () -> build(SecretsManagerClient.builder(), inRegion));
    }

    @Override
    public SsmClient ssm(String inRegion) {
        return once(SsmClient.class, inRegion, () -> build(SsmClient.builder(), inRegion));
    }

    @Override
    public EventBridgeClient events(String inRegion) {
        return once(EventBridgeClient.class, inRegion, () -> build(EventBridgeClient.builder(), inRegion));
    }

    @Override
    public SchedulerClient scheduler(String inRegion) {
        return once(SchedulerClient.class, inRegion, () -> build(SchedulerClient.builder(), inRegion));
    }

    @Override
    public EcrClient ecr(String inRegion) {
        return once(EcrClient.class, inRegion, () -> build(EcrClient.builder(), inRegion));
    }

    @Override
    public Layers layers() {
        return new Layers(http, traffic, settings.endpointUrl());
    }

    /** A bucket may be in any region, and its ARN does not say which; an address that is given has no hosts named for buckets. */
    @Override
    public S3Client s3(String inRegion) {
        boolean given = !settings.endpointUrl().isEmpty();
        return once(
                S3Client.class,
                inRegion,
                () -> build(S3Client.builder().crossRegionAccessEnabled(!given).forcePathStyle(given), inRegion));
    }

    /** Every region knows every caller, so that any will do when none is set. */
    @Override
    public StsClient sts() {
        String any = region.isEmpty() ? "us-east-1" : region;
        return once(StsClient.class, any, () -> build(StsClient.builder(), any));
    }

    /** IAM is one for all regions. */
    @Override
    public IamClient iam() {
        String any = region.isEmpty() ? "us-east-1" : region;
        return once(IamClient.class, any, () -> build(IamClient.builder(), any));
    }

    @Override
    public KmsClient kms(String inRegion) {
        return once(KmsClient.class, inRegion, () -> build(KmsClient.builder(), inRegion));
    }

    private <C extends SdkAutoCloseable> C once(Class<C> type, String inRegion, Supplier<C> client) {
        return type.cast(made.computeIfAbsent(type.getSimpleName() + " " + inRegion, key -> client.get()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, String inRegion) {
        builder.region(Region.of(inRegion))
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration(new Guard(traffic, where(inRegion))))
                .httpClient(http);
        if (!settings.endpointUrl().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpointUrl()));
        }
        boolean alone = settings.login() instanceof Login.Keys;
        if (alone || settings.address().fips()) {
            builder.fipsEnabled(settings.address().fips());
        }
        if (alone || settings.address().dualStack()) {
            builder.dualstackEnabled(settings.address().dualStack());
        }
        return builder.build();
    }

    /** Who AWS counts the requests of: the account as far as it is said, else whoever logs in. */
    private Pacers.Where where(String inRegion) {
        String said = settings.account().isEmpty() ? accountOfRole() : settings.account();
        return new Pacers.Where(said.isEmpty() ? Session.profileName(settings.login()) : said, inRegion);
    }

    private String accountOfRole() {
        return Arn.parse(settings.role().arn()).map(Arn::account).orElse("");
    }

    private ClientOverrideConfiguration configuration(Guard guard) {
        return ClientOverrideConfiguration.builder()
                .defaultProfileFile(profiles)
                .defaultProfileName(Session.profileName(settings.login()))
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(settings.attempts())
                        .treatAsThrottling(thrown -> throttled(thrown, guard))
                        .build())
                .addExecutionInterceptor(guard)
                .build();
    }

    /** Asked by the SDK of each attempt that failed: the attempts wait longer each time, and the whole run sends less. */
    private static boolean throttled(Throwable thrown, Guard guard) {
        boolean throttled = Trouble.isThrottling(thrown);
        if (throttled) {
            guard.throttled();
        }
        return throttled;
    }

    @Override
    public void close() {
        List.copyOf(made.values()).forEach(SdkAutoCloseable::close);
    }
}
