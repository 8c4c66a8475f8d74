package dev.envgate.smoke;

import dev.envgate.ledger.Endpoint;
import dev.envgate.ledger.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** One call of an endpoint, with the redirects between hosts that may be called, in the time that it may take. */
final class Exchange {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_HOPS = 5;
    private static final int BLOCK = 1 << 13;

    private final Endpoint endpoint;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Set<String> hosts;

    Exchange(Endpoint endpoint, Map<String, String> headers, byte[] body, Set<String> hosts) {
        this.endpoint = endpoint;
        this.headers = headers;
        this.body = body;
        this.hosts = hosts;
    }

    /** What the address says besides its path: the host, and the port that is meant. */
    static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    private URI address() {
        return URI.create(endpoint.address());
    }

    /** A timer of its own ends a call that drips: the timeouts of a connection begin anew with every byte. */
    Probe.Outcome call() {
        AtomicReference<HttpURLConnection> open = new AtomicReference<>();
        CompletableFuture<Probe.Outcome> answer = new CompletableFuture<>();
        Thread caller =
                Thread.ofPlatform().daemon().name("envgate-smoke").unstarted(() -> answer.complete(outcome(open)));
        caller.start();
        try {
            return answer.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call that ended without an outcome", e.getCause());
        } finally {
            if (open.get() != null) {
                open.get().disconnect();
            }
        }
    }

    private Probe.Outcome late() {
        return new Probe.Outcome.Broken("it did not answer within %s".formatted(seconds(endpoint.timeout())));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private Probe.Outcome outcome(AtomicReference<HttpURLConnection> open) {
        try {
            return follow(open, address());
        } catch (UnknownHostException e) {
            return new Probe.Outcome.NotCalled(
                    "The host `%s` is not known here.".formatted(address().getHost()),
                    "run it where the host can be reached, or correct the address.");
        } catch (SocketTimeoutException e) {
            return late();
        } catch (ConnectException e) {
            return new Probe.Outcome.Broken("nobody takes the call");
        } catch (SSLException e) {
            return new Probe.Outcome.Broken("its certificate is not trusted here, or it speaks no TLS");
        } catch (IOException | RuntimeException e) {
            return new Probe.Outcome.Broken("the connection broke before the answer was there");
        }
    }

    private Probe.Outcome follow(AtomicReference<HttpURLConnection> open, URI from) throws IOException {
        URI address = from;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            HttpURLConnection connection = connect(address, hops == 0);
            open.set(connection);
            int status = connection.getResponseCode();
            if (status < 0) {
                return new Probe.Outcome.Broken("what it answered is no HTTP");
            }
            String location = connection.getHeaderField("Location");
            if (!redirects(status) || location == null || endpoint.statuses().contains(status)) {
                return answered(status, connection);
            }
            connection.disconnect();
            URI next = address.resolve(location);
            if (next.getHost() == null || !hosts.contains(host(next)) || downgrades(address, next)) {
                return new Probe.Outcome.Elsewhere(status, next.getHost() == null ? location : host(next));
            }
            address = next;
        }
        return new Probe.Outcome.Broken("it redirects more than %d times".formatted(MOST_HOPS));
    }

    private static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean downgrades(URI from, URI to) {
        return "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    }

    /** What is sent with the first call goes to no other host, and a redirect is followed with a plain GET. */
    private HttpURLConnection connect(URI address, boolean first) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        int timeout =
                Math.toIntExact(Math.min(Integer.MAX_VALUE, endpoint.timeout().toMillis()));
        connection.setConnectTimeout(timeout);
        connection.setReadTimeout(timeout);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("User-Agent", "envgate");
        if (first || host(address).equals(host(address()))) {
            headers.forEach(connection::setRequestProperty);
        }
        connection.setRequestMethod(first ? endpoint.method() : "GET");
        if (first && body.length > 0) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length); // a broken call is not sent again behind our back
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return connection;
    }

    private Probe.Outcome answered(int status, HttpURLConnection connection) throws IOException {
        InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (stream == null) {
            return new Probe.Outcome.Answered(status, List.of(), true);
        }
        byte[] start = new byte[LARGEST];
        int length = 0;
        boolean ended = false;
        try (stream) {
            while (!ended && length < LARGEST) {
                int read = stream.read(start, length, Math.min(BLOCK, LARGEST - length));
                ended = read < 0;
                length += Math.max(0, read);
            }
        } catch (SocketTimeoutException e) {
            return late();
        } catch (IOException e) {
            return new Probe.Outcome.Broken("its answer was cut off");
        }
        String text = new String(start, 0, length, StandardCharsets.UTF_8);
        return new Probe.Outcome.Answered(
                status,
                Stream.concat(endpoint.contains().stream(), endpoint.omits().stream())
                        .filter(text::contains)
                        .distinct()
                        .toList(),
                ended);
    }
}
