package dev.envgate.cli;

import java.time.Duration;

/** Times as people type them: {@code 90s}, {@code 10m}, {@code 1h}. */
final class Patience {
    private Patience() {}

    static Duration parse(String option, String text) throws Misuse {
        if (!text.matches("[1-9][0-9]{0,4}[smh]")) {
            throw new Misuse(
                    "`%s` is not a time.".formatted(option),
                    "write it in seconds, minutes or hours, like `90s` or `10m`.");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
