package dev.envgate.report;

import java.util.Locale;

/** Words that all formats have in common. */
final class Words {
    private Words() {}

    /** A constant as reports call it. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number with its noun. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
