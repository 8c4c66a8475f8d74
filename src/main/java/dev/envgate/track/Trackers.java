package dev.envgate.track;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of APIs, as the environment gives them. */
public final class Trackers {
    private Trackers() {}

    /** An address that a token may be sent to, without a slash at its end; empty when it is none. */
    public static Optional<URI> api(String text) {
        try {
            URI address = new URI(text.strip().replaceFirst("/+$", ""));
            return Origins.safe(address) && address.getRawQuery() == null && address.getRawFragment() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
