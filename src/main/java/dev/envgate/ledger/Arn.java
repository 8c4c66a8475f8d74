package dev.envgate.ledger;

import java.util.Optional;

/**
 * The name of a resource of AWS, {@code arn:partition:service:region:account:resource}.
 *
 * @param resource all that follows the account, colons included
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    /** Reads an ARN; empty when the text is none. */
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        return parts.length == 6 && parts[0].equals("arn")
                ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
