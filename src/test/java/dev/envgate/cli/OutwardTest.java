package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.envgate.aws.Outward;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out for others than AWS: a host that only a proxy knows, with a certificate that only a bundle vouches for. */
class OutwardTest {
    private static final URI TRACKER = URI.create("https://tracker.invalid/issues");

    private final HttpServer server;
    private final Relay tls;
    private final Relay proxy;
    private final String bundle;

    OutwardTest(@TempDir Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Certified tracker = Certified.of(directory, "tracker.invalid");
        bundle = Files.writeString(directory.resolve("bundle.pem"), tracker.pem())
                .toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        tls = Relay.ofTls(tracker.context(), server.getAddress().getPort());
        proxy = Relay.ofProxy("", Map.of("tracker.invalid", tls.port()));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        tls.close();
        server.stop(0);
    }

    private int status(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment =
                new HashMap<>(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port(), "AWS_CA_BUNDLE", bundle));
        environment.putAll(more);
        Outward.Open open = (Outward.Open) Outward.of(environment, new Properties());
        try (HttpClient client = open.clients().get().build()) {
            return client.send(HttpRequest.newBuilder(TRACKER).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void theProxyIsAskedAndTheBundleVouchesForWhoAnswers() throws IOException, InterruptedException {
        assertThat(status(Map.of())).isEqualTo(204);
        assertThat(proxy.asked()).containsExactly("CONNECT tracker.invalid:443 HTTP/1.1");
    }

    @Test
    void whoeverNobodyVouchesForIsNotBelieved() {
        assertThatThrownBy(() -> status(Map.of("AWS_CA_BUNDLE", ""))).isInstanceOf(SSLException.class);
        assertThat(proxy.asked()).isNotEmpty();
    }

    @Test
    void whatIsExceptedIsAskedWithoutAProxy() {
        assertThatThrownBy(() -> status(Map.of("NO_PROXY", ".invalid"))).isInstanceOf(IOException.class);
        assertThat(proxy.asked()).isEmpty();
    }
}
