package dev.envgate.aws;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK's default chain, asked one after the other. The SDK goes on after a source that fails, and in the end says that there was none:
 * here the first one that somebody meant is the last one asked, and says why it gave nothing.
 */
final class CredentialChain {
    private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";
    private static final String KEY = "AWS_ACCESS_KEY_ID";

    /** With one of these a profile says where credentials come from. */
    private static final List<String> SAID = List.of(
            "aws_access_key_id",
            "role_arn",
            "credential_process",
            "sso_session",
            "sso_start_url",
            "web_identity_token_file",
            "login_session");

    private static final List<String> OF_IDENTITY_CENTER = List.of("sso_session", "sso_start_url");

    private final ProfileFile profiles;
    private final String profile;
    private final String place;
    private final Map<String, String> environment;

    /** {@code profile} is the one that is asked where nothing else says who somebody is. */
    CredentialChain(ProfileFile profiles, String profile, String place, Map<String, String> environment) {
        this.profiles = profiles;
        this.profile = profile;
        this.place = place;
        this.environment = environment;
    }

    /**
     * Where credentials may be.
     *
     * @param meant whether somebody wants them to come from there
     */
    private record Source(
            boolean meant,
            Supplier<? extends AwsCredentialsProvider> provider,
            Function<RuntimeException, Failure> failure) {}

    /** The first that has any. */
    Answer<AwsCredentialsProvider> resolve() {
        Failure none = Failure.of(Trouble.NO_LOGIN, Action.login(List.of(), place));
        for (Source source : sources(none)) {
            Answer<AwsCredentialsProvider> answer = resolve(source);
            if (source.meant || answer instanceof Answer.Got<AwsCredentialsProvider>) {
                return answer;
            }
        }
        return new Answer.Failed<>(none);
    }

    /** The profile and nothing else. */
    Answer<AwsCredentialsProvider> resolveProfile() {
        return resolve(ofProfile());
    }

    private List<Source> sources(Failure none) {
        return List.of(
                new Source(false, SystemPropertyCredentialsProvider::create, _ -> none),
                new Source(
                        given(KEY),
                        EnvironmentVariableCredentialsProvider::create,
                        _ -> Failure.of(Trouble.HALF_LOGIN, Action.login(List.of(), place))),
                new Source(given(TOKEN_FILE), WebIdentityTokenFileCredentialsProvider::create, this::ofWebIdentity),
                ofProfile(),
                new Source(
                        given("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || given("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
                        () -> ContainerCredentialsProvider.builder().build(),
                        thrown -> Failure.ofNetwork(Action.login(List.of(), "the container's metadata"), thrown)
                                .orElse(none)),
                new Source(false, InstanceProfileCredentialsProvider::create, _ -> none));
    }

    private Source ofProfile() {
        return new Source(
                profiles.profile(profile).map(each -> says(each, SAID)).orElse(given("AWS_PROFILE")),
                () -> ProfileCredentialsProvider.builder()
                        .profileFile(profiles)
                        .profileName(profile)
                        .build(),
                this::ofProfile);
    }

    private static boolean says(Profile profile, List<String> properties) {
        return properties.stream().anyMatch(each -> profile.property(each).isPresent());
    }

    private boolean given(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private static Answer<AwsCredentialsProvider> resolve(Source source) {
        try {
            AwsCredentialsProvider provider = source.provider.get();
            try (SdkAutoCloseable _ = provider instanceof SdkAutoCloseable open ? open : () -> {}) {
                AwsCredentials credentials = provider.resolveCredentials();
                return new Answer.Got<>(StaticCredentialsProvider.create(credentials));
            }
        } catch (RuntimeException e) {
            return new Answer.Failed<>(source.failure.apply(e));
        }
    }

    private Failure ofWebIdentity(RuntimeException thrown) {
        Action action = Action.of("sts:AssumeRoleWithWebIdentity", environment.getOrDefault("AWS_ROLE_ARN", ""), place);
        return network(action, thrown)
                .orElseGet(() -> Failure.of(
                        given("AWS_ROLE_ARN") ? Trouble.NO_TOKEN_FILE : Trouble.NO_TOKEN_ROLE,
                        Action.login(List.of(environment.getOrDefault(TOKEN_FILE, "")), place)));
    }

    private Failure ofProfile(RuntimeException thrown) {
        Action action = Action.login(List.of(profile), place);
        Optional<Profile> found = profiles.profile(profile);
        Optional<Failure> answered = network(action, thrown);
        if (found.isEmpty()) {
            return Failure.of(Trouble.NO_PROFILE, action);
        }
        return says(found.get(), OF_IDENTITY_CENTER)
                        && answered.map(each -> each.trouble() == Trouble.EXPIRED)
                                .orElse(true)
                ? Failure.of(Trouble.SESSION_ENDED, action)
                : answered.orElseGet(() -> Failure.of(Trouble.EMPTY_PROFILE, action));
    }

    /** What a service or the network said; a file that is not there is neither. */
    private static Optional<Failure> network(Action action, RuntimeException thrown) {
        return Failure.causes(thrown).anyMatch(FileSystemException.class::isInstance)
                ? Optional.empty()
                : Failure.ofNetwork(action, thrown);
    }
}
