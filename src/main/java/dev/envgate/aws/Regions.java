package dev.envgate.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** Which region is asked, and whether a name can be one. */
final class Regions {
    /** A region becomes part of a host's name, and it may come from a stranger's ARN: nothing else than a region may pass. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]{2,12}){1,3}-\\d{1,2}");

    private Regions() {}

    /**
     * The region of the settings, of the environment or of the profile; empty when none says one. The machine's own region is not
     * looked for: asking an instance for it takes seconds wherever there is none to answer.
     */
    static String of(AwsSettings settings, ProfileFile profiles) {
        if (!settings.region().isEmpty() || settings.login() instanceof Login.Keys) {
            return settings.region();
        }
        return first(new SystemSettingsRegionProvider())
                .or(() ->
                        Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")).filter(text -> !text.isBlank()))
                .or(() -> first(new AwsProfileRegionProvider(() -> profiles, Session.profileName(settings.login()))))
                .orElse("");
    }

    private static Optional<String> first(AwsRegionProvider provider) {
        try {
            return Optional.ofNullable(new AwsRegionProviderChain(provider).getRegion())
                    .map(region -> region.id());
        } catch (SdkClientException none) {
            return Optional.empty();
        }
    }

    /** What is wrong with a region; empty when it can be asked. */
    static Optional<Failure> fault(String region) {
        if (region.isEmpty()) {
            return Optional.of(Failure.of(Trouble.NO_REGION, Action.login(List.of(), "AWS")));
        }
        return REGION.matcher(region).matches()
                ? Optional.empty()
                : Optional.of(Failure.of(Trouble.NOT_A_REGION, Action.login(List.of(region), "AWS")));
    }

    /** Who is asked in a region, as messages say it; an address is shown without what may be a password in it. */
    static String place(AwsSettings settings, String region) {
        if (settings.endpointUrl().isEmpty()) {
            return region.isEmpty() ? "AWS" : "AWS in `" + region + "`";
        }
        URI address = URI.create(settings.endpointUrl());
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return Action.quote(address.getScheme() + "://" + address.getHost() + port);
    }
}
