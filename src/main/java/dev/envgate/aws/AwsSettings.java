package dev.envgate.aws;

import java.time.Duration;

/**
 * How AWS is reached. An empty text means that it was not set, and that the SDK's own order of environment and profile decides.
 *
 * @param roleArn the role to assume; empty for none
 * @param endpointUrl where every service is asked instead of its own address
 * @param timeout the time for the whole run
 * @param attempts how often a call is tried at most
 */
public record AwsSettings(
        Login login, String region, String roleArn, String endpointUrl, Duration timeout, int attempts) {
    /** Everything from environment and profile, thirty seconds, three attempts. */
    public static final AwsSettings DEFAULT = new AwsSettings(new Login.Chain(), "", "", "", Duration.ofSeconds(30), 3);

    public AwsSettings {
        if (timeout.isNegative() || timeout.isZero() || attempts < 1) {
            throw new IllegalArgumentException("a run needs some time and at least one attempt");
        }
    }

    /** For a server that takes any credentials, such as the small AWS: nothing of the user's environment or profile is read. */
    public static AwsSettings forEndpoint(String endpointUrl, String region) {
        return new AwsSettings(
                new Login.Keys("envgate", "envgate"), region, "", endpointUrl, DEFAULT.timeout(), DEFAULT.attempts());
    }

    public AwsSettings withLogin(Login newLogin) {
        return new AwsSettings(newLogin, region, roleArn, endpointUrl, timeout, attempts);
    }

    public AwsSettings withRegion(String newRegion) {
        return new AwsSettings(login, newRegion, roleArn, endpointUrl, timeout, attempts);
    }

    public AwsSettings withRoleArn(String newRoleArn) {
        return new AwsSettings(login, region, newRoleArn, endpointUrl, timeout, attempts);
    }

    public AwsSettings withEndpointUrl(String newEndpointUrl) {
        return new AwsSettings(login, region, roleArn, newEndpointUrl, timeout, attempts);
    }

    public AwsSettings withTimeout(Duration newTimeout) {
        return new AwsSettings(login, region, roleArn, endpointUrl, newTimeout, attempts);
    }

    public AwsSettings withAttempts(int newAttempts) {
        return new AwsSettings(login, region, roleArn, endpointUrl, timeout, newAttempts);
    }
}
