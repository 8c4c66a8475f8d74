package dev.envgate.track;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The client of the Java runtime: the only one of its two that knows PATCH. It is made with the first request. */
public final class Web implements Wire {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long LARGEST = 32L << 20;

    private final Supplier<HttpClient.Builder> network;

    /** {@code network} begins a client that gets out of the network of this machine. */
    public Web(Supplier<HttpClient.Builder> network) {
        this.network = network;
    }

    /** A client for each request: it is closed with it, and nothing of a connection that broke is used again. */
    @Override
    public Reply send(Call call, Duration atMost) {
        try (HttpClient client = network.get()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Collections.min(List.of(CONNECT, atMost)))
                .build()) {
            return answer(client, request(call, atMost), atMost);
        }
    }

    private static HttpRequest request(Call call, Duration atMost) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.address())
                .timeout(atMost)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    /** The timeout of a request ends with its headers; a body may drip on, so the whole is bounded here. */
    private static Reply answer(HttpClient client, HttpRequest request, Duration atMost) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answered(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return late(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Broken("it was interrupted", true);
        } catch (ExecutionException e) {
            return broken(e, atMost);
        } finally {
            client.shutdownNow();
        }
    }

    private static Reply answered(HttpResponse<byte[]> response) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(
                        each -> each.getKey().toLowerCase(Locale.ROOT),
                        each -> each.getValue().getFirst(),
                        (one, _) -> one));
        return new Reply.Answered(response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8));
    }

    private static Reply late(Duration atMost) {
        return new Reply.Broken("it did not answer within %d s".formatted(Math.max(1, atMost.toSeconds())), true);
    }

    private static Reply broken(ExecutionException thrown, Duration atMost) {
        if (among(thrown, UnresolvedAddressException.class)) {
            return new Reply.Broken("its host is not known here", false);
        }
        if (among(thrown, HttpConnectTimeoutException.class) || among(thrown, ConnectException.class)) {
            return new Reply.Broken("nobody takes the call", false);
        }
        if (among(thrown, SSLException.class)) {
            return new Reply.Broken("its certificate is not trusted here, or it speaks no TLS", false);
        }
        if (among(thrown, java.net.http.HttpTimeoutException.class)) {
            return late(atMost);
        }
        return new Reply.Broken(
                among(thrown, IOException.class)
                        ? "the connection broke before the answer was there"
                        : "what it answered is no HTTP",
                true);
    }

    private static boolean among(Throwable thrown, Class<? extends Throwable> cause) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause::isInstance);
    }
}
