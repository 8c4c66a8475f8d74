package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.STRING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hashes and identifiers. */
final class HashFunctions {
    private static final Map<String, UUID> NAMESPACES = Map.of(
            "dns", UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
            "url", UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
            "oid", UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8"),
            "x500", UUID.fromString("6ba7b814-9dad-11d1-80b4-00c04fd430c8"));

    private HashFunctions() {}

    static List<Function> all() {
        return Functions.family(
                hex("md5", "MD5"),
                hex("sha1", "SHA-1"),
                hex("sha256", "SHA-256"),
                hex("sha512", "SHA-512"),
                base64("base64sha256", "SHA-256"),
                base64("base64sha512", "SHA-512"),
                byNature(named("uuid")),
                byNature(named("bcrypt").takes(STRING).takes(Types.NUMBER).andMore()),
                named("uuidv5").takes(STRING).takes(STRING).gives(STRING, HashFunctions::uuidOfName),
                named("rsadecrypt")
                        .takes(STRING)
                        .takes(STRING)
                        .gives(
                                STRING,
                                call -> call.site()
                                        .unsupported("`rsadecrypt` is not evaluated: it would reveal a secret")));
    }

    private static Function hex(String name, String algorithm) {
        return named(name)
                .takes(STRING)
                .gives(STRING, call -> call.answer(HexFormat.of().formatHex(digest(algorithm, bytes(call.text(0))))));
    }

    private static Function base64(String name, String algorithm) {
        return named(name)
                .takes(STRING)
                .gives(
                        STRING,
                        call -> call.answer(
                                Base64.getEncoder().encodeToString(digest(algorithm, bytes(call.text(0))))));
    }

    /** A function whose answer is another one each time. */
    static Function byNature(Function function) {
        return function.gives(
                STRING,
                call -> call.site()
                        .because(new Cause(
                                Cause.Kind.BY_NATURE,
                                "`" + function.name() + "` gives another answer each time",
                                call.site().span())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static Value uuidOfName(Invocation call) {
        return namespace(call.text(0))
                .<Value>map(space -> call.answer(name(space, call.text(1))))
                .orElseGet(() -> call.failed("the name space is `dns`, `url`, `oid`, `x500` or a UUID"));
    }

    private static Optional<UUID> namespace(String text) {
        UUID known = NAMESPACES.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        boolean uuid = text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return uuid ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static String name(UUID space, String name) {
        byte[] seed = bytes(name);
        byte[] all = new byte[16 + seed.length];
        for (int i = 0; i < 8; i++) {
            all[i] = (byte) (space.getMostSignificantBits() >>> (56 - 8 * i));
            all[8 + i] = (byte) (space.getLeastSignificantBits() >>> (56 - 8 * i));
        }
        System.arraycopy(seed, 0, all, 16, seed.length);
        byte[] hash = Arrays.copyOf(digest("SHA-1", all), 16);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(hash);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
