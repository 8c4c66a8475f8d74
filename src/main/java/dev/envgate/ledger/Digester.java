package dev.envgate.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes of a value a text that tells whether another value is the same, and nothing else to whoever does not have the key. */
public sealed interface Digester {
    /** Whether a digest is that of a value. */
    Agreement compare(String digest, String value);

    /** One with the key. */
    final class Keyed implements Digester {
        private final byte[] key;
        private final int bytes;

        /** {@code bytes} are kept of each digest. */
        public Keyed(byte[] key, int bytes) {
            this.key = key.clone();
            this.bytes = bytes;
        }

        /** The digest of a value, in hexadecimal digits. */
        public String of(String value) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return HexFormat.of()
                        .formatHex(Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has this algorithm", e);
            }
        }

        @Override
        public Agreement compare(String digest, String value) {
            return of(value).equals(digest) ? Agreement.SAME : Agreement.DIFFERENT;
        }
    }

    /** One without the key: nothing can be told. */
    record Keyless() implements Digester {
        @Override
        public Agreement compare(String digest, String value) {
            return Agreement.UNKNOWN;
        }
    }

    /** The one that makes digests; empty without the key. */
    default Optional<Keyed> keyed() {
        return this instanceof Keyed keyed ? Optional.of(keyed) : Optional.empty();
    }
}
