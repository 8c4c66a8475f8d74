package dev.envgate.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Fetches what ECR gives an address for (decision 021): from S3 and nowhere else, without credentials, without following redirects, no
 * more than a megabyte, and only what has the digest that was asked for.
 */
final class Layers {
    private static final int LONGEST = 1 << 20;
    private static final Pattern S3 = Pattern.compile(
            "(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\.)?s3(?:-fips)?(?:\\.dualstack)?(?:[.-][a-z0-9-]{5,30})?\\.amazonaws\\.com(?:\\.cn)?");

    /** The address is signed, and the store that it leads to is that of nobody in particular. */
    private static final Pacers.Where WHERE = new Pacers.Where("", "");

    private final SdkHttpClient http;
    private final Traffic traffic;
    private final String endpoint;

    /** {@code endpoint} is the server that stands for AWS; empty for AWS itself. */
    Layers(SdkHttpClient http, Traffic traffic, String endpoint) {
        this.http = http;
        this.traffic = traffic;
        this.endpoint = endpoint;
    }

    Answer<byte[]> get(Action action, String text, String digest) {
        Optional<URI> address = address(text);
        return address.isEmpty()
                ? new Answer.Failed<>(Failure.of(Trouble.NOT_IN_S3, action))
                : fetch(at(action, address.get()), address.get())
                        .then(layer -> digest(layer).equals(digest)
                                ? new Answer.Got<>(layer)
                                : new Answer.Failed<>(Failure.of(Trouble.OTHER_CONTENT, at(action, address.get()))));
    }

    /** The address is a key as long as it is valid: only its host is ever shown. */
    private static Action at(Action action, URI address) {
        return new Action(action.call(), action.names(), Action.quote(address.getHost()));
    }

    private Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                            && address.getRawUserInfo() == null
                            && (inS3(address) || ofEndpoint(address))
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean inS3(URI address) {
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && S3.matcher(address.getHost()).matches();
    }

    private boolean ofEndpoint(URI address) {
        if (endpoint.isEmpty()) {
            return false;
        }
        URI server = URI.create(endpoint);
        return server.getScheme().equals(address.getScheme())
                && address.getHost().equals(server.getHost())
                && address.getPort() == server.getPort();
    }

    private Answer<byte[]> fetch(Action action, URI address) {
        traffic.send(WHERE, Operation.GET_DOWNLOAD_URL_FOR_LAYER);
        long sent = System.nanoTime();
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(address).build();
        try {
            HttpExecuteResponse response = http.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            traffic.answered(WHERE, Operation.GET_DOWNLOAD_URL_FOR_LAYER, System.nanoTime() - sent);
            try (InputStream body = response.responseBody()
                    .orElseGet(() -> AbortableInputStream.create(InputStream.nullInputStream()))) {
                byte[] layer = body.readNBytes(LONGEST + 1);
                traffic.read(Operation.GET_DOWNLOAD_URL_FOR_LAYER, layer.length);
                return answer(action, response.httpResponse().statusCode(), layer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer<byte[]> answer(Action action, int status, byte[] layer) {
        if (status != 200) {
            return new Answer.Failed<>(Failure.of(Trouble.of("", status), action));
        }
        return layer.length > LONGEST
                ? new Answer.Failed<>(Failure.of(Trouble.OTHER_CONTENT, action))
                : new Answer.Got<>(layer);
    }

    private static String digest(byte[] layer) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(layer));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
