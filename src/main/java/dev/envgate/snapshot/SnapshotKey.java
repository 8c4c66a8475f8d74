package dev.envgate.snapshot;

import dev.envgate.ledger.Digester;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the digests of values are made with. Whoever has key and digest can try values until one fits; so a key that lies in the file
 * itself keeps so little of each digest that very many values fit.
 *
 * @param salt random, so that the same value looks otherwise in every snapshot; in hexadecimal digits
 * @param check the digest of a text that everybody knows, by which the right key is known
 */
public record SnapshotKey(Where where, String salt, String check) {
    private static final String KNOWN = "envgate snapshot";
    private static final int SHORT = 3;
    private static final int WHOLE = 16;
    private static final int SALT = 16;

    /** Where the key is. */
    public enum Where {
        /** The salt is the key. */
        FILE,
        /** In the environment of whoever may compare values. */
        ENVIRONMENT
    }

    /** A new one; {@code secret} is the key of the environment, empty when there is none. */
    public static SnapshotKey make(String secret) {
        byte[] random = new byte[SALT];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        Where where = secret.isEmpty() ? Where.FILE : Where.ENVIRONMENT;
        return new SnapshotKey(where, salt, digester(where, salt, secret).of(KNOWN));
    }

    /** Compares values with the digests, as far as {@code secret} allows that; it is empty when the environment has none. */
    public Digester digester(String secret) {
        if (where == Where.ENVIRONMENT && secret.isEmpty()) {
            return new Digester.Keyless();
        }
        return digester(where, salt, secret);
    }

    /** Whether this is the key that the digests were made with; without any key nothing is compared. */
    public boolean fits(String secret) {
        return digester(secret)
                .keyed()
                .map(each -> each.of(KNOWN).equals(check))
                .orElse(true);
    }

    private static Digester.Keyed digester(Where where, String salt, String secret) {
        String key = where == Where.FILE ? salt : salt + secret;
        return new Digester.Keyed(key.getBytes(StandardCharsets.UTF_8), where == Where.FILE ? SHORT : WHOLE);
    }
}
