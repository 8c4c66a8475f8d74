package dev.envgate.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How old something is, as people say it. */
record Age(Duration duration) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,5})([mhd])");

    static Age parse(String text) throws Misuse {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new Misuse(
                    "`--max-age` is not an age.", "write it in minutes, hours or days, like `90m`, `36h` or `7d`.");
        }
        long number = Long.parseLong(written.group(1));
        return new Age(
                switch (written.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    boolean over(Age most) {
        return duration.compareTo(most.duration) > 0;
    }

    /** In the largest unit of which there are two at least. */
    @Override
    public String toString() {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        return duration.toHours() > 1
                ? duration.toHours() + " hours"
                : duration.toMinutes() == 1 ? "1 minute" : duration.toMinutes() + " minutes";
    }
}
