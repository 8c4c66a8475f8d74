package dev.envgate.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One fault, of one name where it is about a name.
 *
 * @param rule the rule's id
 * @param service empty when the fault is the contract's alone
 * @param container empty when the fault is the whole service's
 * @param name empty when the fault is not about one name
 * @param message one sentence, without any value
 * @param hint the next action, one sentence or command
 * @param place the line to look at
 */
public record Finding(
        String rule,
        Severity severity,
        String service,
        String container,
        String name,
        String message,
        String hint,
        Place place) {
    private static final int FINGERPRINT_BYTES = 16;

    /** Names the fault for baselines and trackers, 32 hexadecimal digits: of rule, service, container and name; a line number never enters it. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (String part : new String[] {rule, service, container, name}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    (bytes.length + ":").getBytes(StandardCharsets.UTF_8)); // no text can look like the end of another
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
