package dev.envgate.aws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** The way out of the network of this machine for others than AWS: through the same proxies, and trusting the same authorities. */
public sealed interface Outward {
    /** There is one; each client begins with it. */
    record Open(Supplier<HttpClient.Builder> clients) implements Outward {}

    /** What the environment says of it cannot be used. */
    record Shut(String why, String hint) implements Outward {}

    static Outward of(Map<String, String> environment, Properties properties) {
        return Proxies.of(environment, properties)
                .then(proxies -> Authorities.of(environment)
                        .then(authorities -> new Answer.Got<>(new Network(proxies, authorities))))
                .resolve(
                        network -> new Open(() -> client(network)), failure -> new Shut(failure.why(), failure.hint()));
    }

    private static HttpClient.Builder client(Network network) {
        Proxies proxies = network.proxies();
        HttpClient.Builder client = HttpClient.newBuilder().proxy(new Chosen(proxies));
        if (proxies.askForLogin()) {
            Network.allowLogin();
            client.authenticator(new ProxyLogin(proxies));
        }
        if (network.authorities() instanceof Authorities.OfTheBundle(var context)) {
            client.sslContext(context);
        }
        return client;
    }

    /** The proxy of the environment; that of the runtime's own properties where there are such. */
    final class Chosen extends ProxySelector {
        private final Proxies proxies;

        private Chosen(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI address) {
            Optional<Proxies.Through> through = proxies.before(address);
            if (through.isPresent()) {
                return List.of(new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(
                                through.get().host(), through.get().port())));
            }
            return proxies.byProperties().isEmpty()
                    ? List.of(Proxy.NO_PROXY)
                    : ProxySelector.getDefault().select(address);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException thrown) {
            // The client says so itself.
        }
    }
}
