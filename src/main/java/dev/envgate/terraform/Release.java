package dev.envgate.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which release of a public module a call gets: the newest that its version constraint allows, or the one that {@code ref} names.
 *
 * @param number 1000 times the major version and the minor one, 5012 for 5.12.1
 */
record Release(int number) {
    /** Newer than all that is known. */
    static final Release NEWEST = new Release(999_999);

    private static final int MAJOR = 1000;
    private static final Pattern REF = Pattern.compile("[?&]ref=v?([0-9]{1,3})\\.([0-9]{1,3})(?:[.\\-+].*)?");
    private static final Pattern CONSTRAINT =
            Pattern.compile("\\s*(=|!=|>=?|<=?|~>)?\\s*v?([0-9]{1,3})(?:\\.([0-9]{1,3}))?(?:\\.([0-9]{1,3}))?\\S*\\s*");

    /**
     * The release of a call.
     *
     * @param source as written
     * @param version the constraint as written, empty where there is none
     */
    static Release of(String source, String version) {
        Matcher ref = REF.matcher(source.substring(Math.max(0, source.indexOf('?'))));
        if (ref.find()) {
            return new Release(number(ref.group(1), ref.group(2)));
        }
        return new Release(Stream.of(version.split(",", -1))
                .mapToInt(Release::highest)
                .min()
                .orElse(NEWEST.number()));
    }

    /** The highest release that one constraint allows. */
    private static int highest(String constraint) {
        Matcher parts = CONSTRAINT.matcher(constraint);
        if (!parts.matches()) {
            return NEWEST.number();
        }
        String operator = parts.group(1) == null ? "=" : parts.group(1);
        String minor = parts.group(3) == null ? "0" : parts.group(3);
        int named = number(parts.group(2), minor);
        return switch (operator) {
            case "=", "<=" -> named;
            case "<" -> parts.group(4) == null || parts.group(4).equals("0") ? named - 1 : named;
            case "~>" -> parts.group(4) == null ? number(parts.group(2), "999") : named;
            default -> NEWEST.number();
        };
    }

    private static int number(String major, String minor) {
        return MAJOR * Integer.parseInt(major) + Integer.parseInt(minor);
    }
}
