package dev.envgate.track;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which servers may be spoken to: over TLS, or on this machine. */
final class Origins {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private Origins() {}

    /** Scheme, host and the port that is meant. */
    static String of(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getScheme() + "://" + host(address) + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Whether a token may be sent there. */
    static boolean safe(URI address) {
        boolean local = "http".equals(address.getScheme()) && THIS_MACHINE.contains(host(address));
        return !host(address).isEmpty()
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme()) || local);
    }
}
