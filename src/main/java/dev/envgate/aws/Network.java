package dev.envgate.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/** What stands between this machine and AWS. */
record Network(Proxies proxies, Authorities authorities) {
    /** Nothing. */
    static final Network BARE = new Network(Proxies.NONE, new Authorities.OfTheRuntime());

    /** The runtime does not log in to a proxy in front of a secure connection unless it is told to, once, before its first connection. */
    private static final String NO_LOGIN_BY = "jdk.http.auth.tunneling.disabledSchemes";

    private static final String CONNECTIONS = "http.maxConnections";

    /** How many connections to a host are kept for the next request. */
    static final int KEPT = 64;

    static Answer<Network> of(AwsSettings settings) {
        return settings.login() instanceof Login.Keys ? new Answer.Got<>(BARE) : ofTheEnvironment();
    }

    static Answer<Network> ofTheEnvironment() {
        return Proxies.of(System.getenv(), System.getProperties())
                .then(proxies -> Authorities.of(System.getenv())
                        .then(authorities -> new Answer.Got<>(new Network(proxies, authorities))));
    }

    static void allowLogin() {
        if (System.getProperty(NO_LOGIN_BY) == null) {
            System.setProperty(NO_LOGIN_BY, "");
        }
    }

    /** The runtime keeps five connections to a host unless it is told otherwise, once, before its first one. */
    static void keepConnections() {
        if (System.getProperty(CONNECTIONS) == null) {
            System.setProperty(CONNECTIONS, String.valueOf(KEPT));
        }
    }

    /** Opens connections whose single waits are bounded. */
    UrlConnectionFactory connections(Duration connect, Duration read) {
        ProxyLogin login = new ProxyLogin(proxies);
        boolean asked = proxies.askForLogin();
        if (asked) {
            allowLogin();
        }
        return address -> {
            HttpURLConnection connection = open(address);
            connection.setConnectTimeout(Math.toIntExact(connect.toMillis()));
            connection.setReadTimeout(Math.toIntExact(read.toMillis()));
            if (asked) {
                connection.setAuthenticator(login);
            }
            if (connection instanceof HttpsURLConnection secure
                    && authorities instanceof Authorities.OfTheBundle(var context)) {
                secure.setSSLSocketFactory(context.getSocketFactory());
            }
            return connection;
        };
    }

    private HttpURLConnection open(URI address) {
        try {
            Optional<Proxies.Through> proxy = proxies.before(address);
            return proxy.isPresent()
                    ? open(address, proxy.get())
                    : (HttpURLConnection) address.toURL().openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent in the clear takes the login along: the body is on its way before a proxy could ask for it. */
    private static HttpURLConnection open(URI address, Proxies.Through proxy) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL()
                .openConnection(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        if (proxy.asksForLogin() && !(connection instanceof HttpsURLConnection)) {
            connection.setRequestProperty("Proxy-Authorization", proxy.basic());
        }
        return connection;
    }
}
