package dev.envgate.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image in a private registry of ECR, as its reference names it.
 *
 * @param account whose registry it is
 * @param region where it is
 * @param name of the repository
 * @param tag empty where only a digest is named
 * @param digest empty where only a tag is named
 */
record Repository(String account, String region, String name, String tag, String digest) {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<account>\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.(?<region>[a-z0-9-]{1,40})\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.(?:aws|amazonwebservices\\.com\\.cn))"
                    + "/(?<name>[a-z0-9][a-z0-9._/-]{0,255})(?::(?<tag>[\\w][\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?");

    /** Empty when it is somewhere else. */
    static Optional<Repository> of(String image) {
        Matcher parts = REFERENCE.matcher(image);
        return parts.matches() ? Optional.of(of(parts)) : Optional.empty();
    }

    /** Without a tag or a digest it is {@code latest}; with both only the digest counts. */
    private static Repository of(Matcher parts) {
        String digest = Names.text(parts.group("digest"));
        String tag = digest.isEmpty() ? Optional.ofNullable(parts.group("tag")).orElse("latest") : "";
        return new Repository(parts.group("account"), parts.group("region"), parts.group("name"), tag, digest);
    }
}
