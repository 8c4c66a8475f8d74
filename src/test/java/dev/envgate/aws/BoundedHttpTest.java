package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** How many requests are under way. */
class BoundedHttpTest {
    private final AtomicInteger entered = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void noMoreGoToAHostThanConnectionsToItAreKeptAndOthersAreNotHeldUp() throws Exception {
        try (BoundedHttp http = new BoundedHttp(new Slow())) {
            List<Thread> callers = IntStream.rangeClosed(0, Network.KEPT)
                    .mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> call(http, "slow.example")))
                    .toList();
            while (!callers.stream().allMatch(each -> each.getState() == Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            assertThat(entered).hasValue(Network.KEPT);

            call(http, "quick.example");

            open.countDown();
            for (Thread each : callers) {
                each.join();
            }
            assertThat(entered).hasValue(Network.KEPT + 1);
        }
    }

    private static void call(BoundedHttp http, String host) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://" + host + "/"))
                .build();
        try {
            http.prepareRequest(HttpExecuteRequest.builder().request(request).build())
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One host answers when it is told to, the others at once. */
    private final class Slow implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    if (request.httpRequest().host().equals("slow.example")) {
                        entered.incrementAndGet();
                        await();
                    }
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .build();
                }

                @Override
                public void abort() {
                    open.countDown();
                }
            };
        }

        private void await() throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            open.countDown();
        }
    }
}
