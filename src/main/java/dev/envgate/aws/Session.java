package dev.envgate.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Logs in, once for a run: a login that fails is asked for once and not by each of sixteen threads. */
final class Session {
    /** What CloudTrail calls a run. */
    private static final String USUAL_NAME = "envgate";

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final Traffic traffic;

    Session(AwsSettings settings, SdkHttpClient http, Traffic traffic) {
        this.settings = settings;
        this.http = http;
        this.traffic = traffic;
    }

    /** The profile that a login reads its settings from. */
    static String profileName(Login login) {
        return switch (login) {
            case Login.Profile(String name) -> name;
            case Login.Chain() -> ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
            case Login.Keys keys -> "none";
        };
    }

    /** Logs in and, where there is a role, becomes it. */
    Answer<Clients> open() {
        if (!isAddress(settings.endpointUrl())) {
            return failed(Trouble.NOT_AN_ADDRESS, settings.endpointUrl());
        }
        return profiles().then(this::open);
    }

    private Answer<ProfileFile> profiles() {
        try {
            return new Answer.Got<>(
                    settings.login() instanceof Login.Keys
                            ? ProfileFile.aggregator().build()
                            : ProfileFile.defaultProfileFile());
        } catch (RuntimeException e) {
            return failed(Trouble.BAD_PROFILES, "");
        }
    }

    private Answer<Clients> open(ProfileFile profiles) {
        if (settings.login() instanceof Login.Profile(String name)
                && profiles.profile(name).isEmpty()) {
            return failed(Trouble.NO_PROFILE, name);
        }
        String region = Regions.of(settings, profiles);
        return credentials(profiles)
                .then(found -> become(new SdkClients(settings, region, profiles, found, http, traffic)));
    }

    /** Empty is fine: it means AWS itself. */
    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return url.isEmpty()
                    || (address.getHost() != null && List.of("http", "https").contains(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Answer<AwsCredentialsProvider> credentials(ProfileFile profiles) {
        if (settings.login() instanceof Login.Keys(String id, String secret)) {
            return new Answer.Got<>(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)));
        }
        LoginHttp.offer();
        CredentialChain chain = new CredentialChain(
                profiles, profileName(settings.login()), Regions.place(settings, settings.region()), System.getenv());
        return settings.login() instanceof Login.Profile ? chain.resolveProfile() : chain.resolve();
    }

    private Answer<Clients> become(SdkClients caller) {
        if (settings.role().arn().isEmpty()) {
            return new Answer.Got<>(caller);
        }
        Action action = Action.of("sts:AssumeRole", settings.role().arn(), caller.place(caller.region()));
        try (caller) {
            Credentials role = caller.sts().assumeRole(this::asked).credentials();
            return role == null
                    ? new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action))
                    : new Answer.Got<>(caller.as(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                            role.accessKeyId(), role.secretAccessKey(), role.sessionToken()))));
        } catch (RuntimeException e) {
            return new Answer.Failed<>(Failure.of(action, e));
        }
    }

    private void asked(AssumeRoleRequest.Builder request) {
        AwsSettings.Role role = settings.role();
        request.roleArn(role.arn()).roleSessionName(role.sessionName().isEmpty() ? USUAL_NAME : role.sessionName());
        if (!role.externalId().isEmpty()) {
            request.externalId(role.externalId());
        }
    }

    private <T> Answer<T> failed(Trouble trouble, String about) {
        return new Answer.Failed<>(Failure.of(trouble, Action.login(List.of(about), "AWS")));
    }
}
