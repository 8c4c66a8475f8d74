package dev.envgate.track;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a tracker knows us by, or what we sign with. It goes into a header or a signature, and never shows itself. */
public final class Secret {
    private static final Pattern FITS_IN_A_HEADER = Pattern.compile("[!-~]{1,4000}");

    /** Shorter ones are parts of usual words, and no token is as short. */
    private static final int TELLING = 6;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Empty when it cannot stand in a header: then an exception would show it. */
    public static Optional<Secret> of(String text) {
        String value = text.strip();
        return FITS_IN_A_HEADER.matcher(value).matches() ? Optional.of(new Secret(value)) : Optional.empty();
    }

    String value() {
        return value;
    }

    /** A text that came back, without the secret in it: there are servers that repeat what they are sent. */
    String conceal(String text) {
        return value.length() < TELLING ? text : text.replace(value, "…");
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
