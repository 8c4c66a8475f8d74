package dev.envgate.aws;

import java.time.Duration;

/**
 * How AWS is reached. An empty text means that it was not set, and that the SDK's own order of environment and profile decides.
 *
 * @param account the account that is to be looked at; where another one answers, nothing more is asked; empty for any
 * @param timeout the time for the whole run
 * @param attempts how often a call is tried at most
 */
public record AwsSettings(
        Login login, String region, Role role, Address address, String account, Duration timeout, int attempts) {
    /** Everything from environment and profile, thirty seconds, three attempts. */
    public static final AwsSettings DEFAULT = new AwsSettings(
            new Login.Chain(), "", Role.NONE, new Address("", false, false), "", Duration.ofSeconds(30), 3);

    public AwsSettings {
        if (timeout.isNegative() || timeout.isZero() || attempts < 1) {
            throw new IllegalArgumentException("a run needs some time and at least one attempt");
        }
    }

    /**
     * The role to assume before anything is asked.
     *
     * @param arn empty for none
     * @param externalId what the role's trust policy asks for; empty for nothing
     * @param sessionName what CloudTrail calls the run; empty for the usual name
     */
    public record Role(String arn, String externalId, String sessionName) {
        /** Nobody else. */
        public static final Role NONE = new Role("", "", "");
    }

    /**
     * Where AWS is.
     *
     * @param url where every service is asked instead of its own address
     * @param fips whether only endpoints with validated cryptography are asked
     * @param dualStack whether endpoints are asked that have an IPv6 address too
     */
    public record Address(String url, boolean fips, boolean dualStack) {}

    /** For a server that takes any credentials, such as the small AWS: nothing of the user's environment or profile is read. */
    public static AwsSettings forEndpoint(String endpointUrl, String region) {
        return DEFAULT.withLogin(new Login.Keys("envgate", "envgate"))
                .withRegion(region)
                .withEndpointUrl(endpointUrl);
    }

    /** Whom these settings ask, as far as they say it: account or login, and role. */
    public String whose() {
        return String.join(" ", account, role.arn(), Session.profileName(login));
    }

    String endpointUrl() {
        return address.url();
    }

    public AwsSettings withLogin(Login newLogin) {
        return new AwsSettings(newLogin, region, role, address, account, timeout, attempts);
    }

    public AwsSettings withRegion(String newRegion) {
        return new AwsSettings(login, newRegion, role, address, account, timeout, attempts);
    }

    public AwsSettings withRole(Role newRole) {
        return new AwsSettings(login, region, newRole, address, account, timeout, attempts);
    }

    /** The same role settings for another role. */
    public AwsSettings withRoleArn(String newRoleArn) {
        return withRole(new Role(newRoleArn, role.externalId(), role.sessionName()));
    }

    public AwsSettings withAddress(Address newAddress) {
        return new AwsSettings(login, region, role, newAddress, account, timeout, attempts);
    }

    public AwsSettings withEndpointUrl(String newEndpointUrl) {
        return withAddress(new Address(newEndpointUrl, address.fips(), address.dualStack()));
    }

    public AwsSettings withAccount(String newAccount) {
        return new AwsSettings(login, region, role, address, newAccount, timeout, attempts);
    }

    public AwsSettings withTimeout(Duration newTimeout) {
        return new AwsSettings(login, region, role, address, account, newTimeout, attempts);
    }

    public AwsSettings withAttempts(int newAttempts) {
        return new AwsSettings(login, region, role, address, account, timeout, newAttempts);
    }
}
