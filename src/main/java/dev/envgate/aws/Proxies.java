package dev.envgate.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The proxies that the environment names ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}), and who logs in to them. Where the
 * properties of the Java runtime ({@code https.proxyHost}) name one, the runtime goes there by itself, and only the login is known here.
 *
 * @param byScheme those of the environment
 * @param byProperties those of the Java runtime
 * @param exceptions hosts, and the domains of hosts, that are reached without
 */
record Proxies(Map<String, Through> byScheme, List<Through> byProperties, List<String> exceptions) {
    static final Proxies NONE = new Proxies(Map.of(), List.of(), List.of());

    private static final List<String> SCHEMES = List.of("https", "http");
    private static final int USUAL_PORT = 80;

    Proxies {
        byScheme = Map.copyOf(byScheme);
        byProperties = List.copyOf(byProperties);
        exceptions = List.copyOf(exceptions);
    }

    /** A proxy; an empty user is nobody. */
    record Through(String host, int port, String user, String password) {
        boolean asksForLogin() {
            return !user.isEmpty();
        }

        /** The login as a header has it. */
        String basic() {
            byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(login);
        }

        @Override
        public String toString() {
            return "Through[" + host + ":" + port + "]";
        }
    }

    static Answer<Proxies> of(Map<String, String> environment, Properties properties) {
        Map<String, Through> found = new HashMap<>();
        List<Through> known = new ArrayList<>();
        for (String scheme : SCHEMES) {
            Optional<String> name = Stream.of(scheme + "_proxy", scheme.toUpperCase(Locale.ROOT) + "_PROXY")
                    .filter(each -> !environment.getOrDefault(each, "").isBlank())
                    .findFirst();
            Optional<Through> proxy = name.flatMap(
                    each -> parse(environment.getOrDefault(each, "").strip()));
            if (!properties.getProperty(scheme + ".proxyHost", "").isEmpty()) {
                known.add(ofProperties(scheme, properties));
            } else if (proxy.isPresent()) {
                found.put(scheme, proxy.get());
            } else if (name.isPresent()) {
                return new Answer.Failed<>(Failure.of(Trouble.NOT_A_PROXY, Action.login(List.of(name.get()), "AWS")));
            }
        }
        String without = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return new Answer.Got<>(new Proxies(
                found,
                known,
                Arrays.stream(without.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                        .filter(each -> !each.isEmpty())
                        .toList()));
    }

    private static Through ofProperties(String scheme, Properties properties) {
        String port = properties.getProperty(scheme + ".proxyPort", "");
        return new Through(
                properties.getProperty(scheme + ".proxyHost", ""),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : scheme.equals("https") ? 443 : USUAL_PORT,
                properties.getProperty(scheme + ".proxyUser", ""),
                properties.getProperty(scheme + ".proxyPassword", ""));
    }

    /** Empty when it is no address of a proxy that is spoken to in the clear: the runtime knows no other. */
    private static Optional<Through> parse(String text) {
        try {
            URI address = new URI(text.contains("://") ? text : "http://" + text);
            if (address.getHost() == null || !"http".equalsIgnoreCase(address.getScheme())) {
                return Optional.empty();
            }
            String[] login = Names.text(address.getRawUserInfo()).split(":", 2);
            return Optional.of(new Through(
                    address.getHost(),
                    address.getPort() < 0 ? USUAL_PORT : address.getPort(),
                    decoded(login[0]),
                    login.length < 2 ? "" : decoded(login[1])));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The one of the environment that stands before an address; nothing stands before this machine itself. */
    Optional<Through> before(URI address) {
        String host = Names.text(address.getHost()).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byScheme.get(Names.text(address.getScheme())))
                .filter(_ -> !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]"))
                .filter(_ -> exceptions.stream().noneMatch(each -> excepts(each, host, address.getPort())));
    }

    private static boolean excepts(String exception, String host, int port) {
        int colon = exception.lastIndexOf(':');
        boolean withPort = colon > 0 && exception.substring(colon + 1).matches("\\d+");
        String name = (withPort ? exception.substring(0, colon) : exception).replaceFirst("^\\*?\\.", "");
        return name.equals("*")
                || ((!withPort || exception.endsWith(":" + port)) && (host.equals(name) || host.endsWith("." + name)));
    }

    boolean askForLogin() {
        return all().anyMatch(Through::asksForLogin);
    }

    /** The one that can be logged in to at a place. */
    Optional<Through> login(String host, int port) {
        return all().filter(each -> each.asksForLogin() && each.host().equalsIgnoreCase(host) && each.port() == port)
                .findFirst();
    }

    private Stream<Through> all() {
        return Stream.concat(byScheme.values().stream(), byProperties.stream());
    }
}
