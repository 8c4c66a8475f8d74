package dev.envgate.track;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends a report to an address of the team's own, signed. The header {@code Envgate-Signature: t=SECONDS,v1=HEX} has the time of sending and
 * the HMAC-SHA256 of the time, a dot and the body: who checks both takes neither a forged report nor an old one.
 */
public final class Webhook {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_TRIES = 5;

    private final Wire wire;
    private final Time time;
    private final Instant end;
    private final URI address;
    private final Secret secret;

    public Webhook(Wire wire, Time time, Duration patience, URI address, Secret secret) {
        this.wire = wire;
        this.time = time;
        this.end = time.now().plus(patience);
        this.address = address;
        this.secret = secret;
    }

    /** Whether an address may be sent to: one with TLS, or on this machine. */
    public static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return Origins.safe(address) && address.getRawFragment() == null ? Optional.of(address) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Where an address leads, without what may be a key in it. */
    public static String shown(URI address) {
        return Origins.of(address);
    }

    /** {@code delivery} is the same however often it is sent, so that the receiver takes it once. */
    public Outcome<Integer> send(String delivery, String body) {
        for (int tries = 1; ; tries++) {
            Duration left = Duration.between(time.now(), end);
            if (!left.isPositive()) {
                return failed("The time that was given was over before the webhook had answered.");
            }
            Duration longest = Duration.ofSeconds(30);
            Reply reply = wire.send(
                    new Call("POST", address, headers(delivery, body), body),
                    left.compareTo(longest) < 0 ? left : longest);
            if (reply instanceof Reply.Answered(int status, Map<String, String> _, String _)
                    && status >= 200
                    && status < 300) {
                return new Outcome.Got<>(status);
            }
            if (tries >= MOST_TRIES || !again(reply)) {
                return failed(said(reply, tries));
            }
            Duration pause = pause(reply, tries);
            if (pause.compareTo(Duration.between(time.now(), end)) >= 0) {
                return failed(said(reply, tries));
            }
            time.pass(pause);
        }
    }

    private static boolean again(Reply reply) {
        return switch (reply) {
            case Reply.Broken _ -> true;
            case Reply.Answered answer ->
                answer.status() >= 500 || answer.status() == 408 || answer.status() == 425 || answer.status() == 429;
        };
    }

    private static Duration pause(Reply reply, int tries) {
        Duration usual = Duration.ofSeconds(1L << (tries - 1));
        return reply instanceof Reply.Answered answer
                ? Limits.retryAfter(answer).orElse(usual)
                : usual;
    }

    private static String said(Reply reply, int tries) {
        String times = tries == 1 ? "" : ", %d times".formatted(tries);
        return switch (reply) {
            case Reply.Broken(String why, boolean _) -> "The webhook took nothing, because %s%s.".formatted(why, times);
            case Reply.Answered answer -> "The webhook answers %d%s.".formatted(answer.status(), times);
        };
    }

    private static Outcome<Integer> failed(String why) {
        return new Outcome.Failed<>(
                Failure.all(why, "look at what receives it, and run it again; redirects are not followed."));
    }

    private Map<String, String> headers(String delivery, String body) {
        long seconds = time.now().getEpochSecond();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "envgate",
                "Envgate-Delivery",
                delivery,
                "Envgate-Signature",
                "t=%d,v1=%s".formatted(seconds, signature(seconds, body)));
    }

    private String signature(long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HMAC-SHA256", e);
        }
    }
}
