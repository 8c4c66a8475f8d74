package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code track webhook} against a receiver that checks the signature as the documentation tells it to. */
class TrackWebhookTest {
    private static final String SECRET = "planted-secret-of-the-webhook";
    private static final String KEY = "planted-key-in-the-address";

    @TempDir
    private Path directory;

    private final QuickTime time = new QuickTime();
    private final List<Received> received = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Map<String, String> headers = new HashMap<>();
    private HttpServer server;
    private Tracked tracked;

    private record Received(String delivery, String signature, String body) {}

    @BeforeEach
    void aReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        tracked = new Tracked(
                directory,
                time,
                List.of("webhook"),
                Map.of(
                        "ENVGATE_WEBHOOK_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/" + KEY,
                        "ENVGATE_WEBHOOK_SECRET",
                        SECRET),
                List.of(SECRET, KEY));
    }

    @AfterEach
    void noReceiverIsLeft() {
        server.stop(0);
    }

    /** A status of 0 closes the connection without a word. */
    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("Envgate-Delivery"),
                exchange.getRequestHeaders().getFirst("Envgate-Signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = statuses.isEmpty() ? 204 : statuses.poll();
        headers.forEach(exchange.getResponseHeaders()::set);
        if (status > 0) {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private Ran track(Map<String, String> environment, String... more) {
        return tracked.run(environment, new FoundReport().finding("TOKEN"), more);
    }

    private static boolean genuine(Received received, long now) throws GeneralSecurityException {
        String[] parts = received.signature().split("[=,]", -1);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String wanted = HexFormat.of()
                .formatHex(mac.doFinal((parts[1] + "." + received.body()).getBytes(StandardCharsets.UTF_8)));
        return parts[0].equals("t")
                && parts[2].equals("v1")
                && parts[3].equals(wanted)
                && Math.abs(now - Long.parseLong(parts[1])) < 300;
    }

    @Test
    void theReportIsSentAndSigned() throws IOException, GeneralSecurityException {
        Ran ran = track(Map.of("GITHUB_REPOSITORY", "shop/web"), "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("sent the report with 1 finding to http://127.0.0.1:");
        assertThat(received).hasSize(1);
        assertThat(genuine(received.getFirst(), time.now().getEpochSecond())).isTrue();
        JsonNode body = new JsonMapper().readTree(received.getFirst().body());
        Schemas.assertValid("webhook", received.getFirst().body());
        Schemas.assertCheck(body.path("report").toString());
        assertThat(body.path("delivery").asText()).isEqualTo(received.getFirst().delivery());
        assertThat(body.path("repository").asText()).isEqualTo("shop/web");
        assertThat(body.at("/report/findings/0/name").asText()).isEqualTo("TOKEN");
    }

    @Test
    void withoutWriteNothingIsSent() throws IOException {
        Ran ran = track(Map.of());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("would send", "Nothing was sent; `--write` does it.");
        Schemas.assertValid("track", track(Map.of(), "--format", "json").out());
        assertThat(received).isEmpty();
    }

    @Test
    void nothingIsSentUnsignedOrInTheClear() {
        assertThat(track(Map.of("ENVGATE_WEBHOOK_SECRET", ""), "--write").exit())
                .isEqualTo(2);
        assertThat(track(Map.of("ENVGATE_WEBHOOK_URL", "http://example.com/" + KEY), "--write")
                        .exit())
                .isEqualTo(2);
        assertThat(track(Map.of("ENVGATE_WEBHOOK_URL", ""), "--write").err()).contains("It is not known where");
        assertThat(received).isEmpty();
    }

    @Test
    void itIsSentAgainUntilItIsTakenAndKnownByItsDelivery() throws GeneralSecurityException {
        statuses.addAll(List.of(503, 0, 429));
        headers.put("Retry-After", "20");
        Ran ran = track(Map.of(), "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(received).hasSize(4);
        assertThat(received.stream().map(Received::delivery).distinct()).hasSize(1);
        assertThat(received.stream().map(Received::signature).distinct()).hasSize(4);
        assertThat(genuine(received.getLast(), time.now().getEpochSecond())).isTrue();
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 404, 410})
    void whatIsRefusedIsNotSentAgain(int status) throws IOException {
        statuses.add(status);
        headers.put("Location", "https://evil.invalid/");
        Ran ran = track(Map.of(), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("The webhook answers " + status + ".");
        assertThat(received).hasSize(1);
        statuses.add(status);
        Ran machine = track(Map.of(), "--write", "--format", "json");
        assertThat(machine.out()).contains("\"failed\"");
        Schemas.assertValid("track", machine.out());
    }

    @Test
    void aReceiverThatKeepsFailingIsGivenUp() {
        statuses.addAll(List.of(500, 500, 500, 500, 500, 500));
        Ran ran = track(Map.of(), "--write");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("The webhook answers 500, 5 times.");
        assertThat(received).hasSize(5);
    }
}
