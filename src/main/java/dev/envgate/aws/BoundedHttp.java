package dev.envgate.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The HTTP client of a run, which ends with it. The SDK's own timeouts do not reach a body that stalls or drips; closing this
 * breaks off whatever is under way, so that no thread stays behind.
 */
final class BoundedHttp implements SdkHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final long LONGEST_BODY = 32L << 20;

    private final SdkHttpClient http;
    private final Set<ExecutableHttpRequest> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> doors = new ConcurrentHashMap<>();
    private volatile boolean over;

    BoundedHttp(SdkHttpClient http) {
        this.http = http;
    }

    /** The client that the least is loaded for; no single wait is longer than the whole run may be. */
    static BoundedHttp within(Duration run, Network network) {
        return new BoundedHttp(
                UrlConnectionHttpClient.create(network.connections(shorter(CONNECT, run), shorter(READ, run))));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Request(http.prepareRequest(request), door(request.httpRequest()));
    }

    /**
     * As many requests at a time go to a host as connections to it are kept: more would each open one, greet and close it again. A host that
     * does not answer keeps nobody from another one.
     */
    private Semaphore door(SdkHttpRequest request) {
        return doors.computeIfAbsent(request.host() + ":" + request.port(), _ -> new Semaphore(Network.KEPT));
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        over = true;
        running.forEach(ExecutableHttpRequest::abort);
        http.close();
    }

    private final class Request implements ExecutableHttpRequest {
        private final ExecutableHttpRequest request;
        private final Semaphore door;

        Request(ExecutableHttpRequest request, Semaphore door) {
            this.request = request;
            this.door = door;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            enter();
            running.add(request);
            try {
                return bounded(over ? refuse() : request.call());
            } finally {
                running.remove(request);
                door.release();
            }
        }

        private void enter() throws IOException {
            try {
                door.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the run is over");
            }
        }

        private HttpExecuteResponse refuse() throws IOException {
            throw new IOException("the run is over");
        }

        private HttpExecuteResponse bounded(HttpExecuteResponse response) {
            HttpExecuteResponse.Builder builder = HttpExecuteResponse.builder().response(response.httpResponse());
            response.responseBody()
                    .ifPresent(body -> builder.responseBody(AbortableInputStream.create(new Body(body), body)));
            return builder.build();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    /** A body that ends with the run, and is never endless. */
    private final class Body extends FilterInputStream {
        private long left = LONGEST_BODY;

        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            check(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            check(count);
            return count;
        }

        private void check(int count) throws IOException {
            left -= count;
            if (over || left < 0) {
                throw new IOException(over ? "the run is over" : "an answer without an end");
            }
        }
    }
}
