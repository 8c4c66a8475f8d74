package dev.envgate.ledger;

import java.util.Comparator;

/** Revisions of task definitions, {@code family:revision}. */
public final class Revisions {
    /** By family, and within it from the oldest to the newest. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(Revisions::family).thenComparingLong(Revisions::number);

    private Revisions() {}

    /** {@code web} of {@code web:7}, and of {@code web}. */
    public static String family(String revision) {
        int colon = revision.lastIndexOf(':');
        return colon < 0 ? revision : revision.substring(0, colon);
    }

    /** 7 of {@code web:7}; 0 where there is none. */
    public static long number(String revision) {
        String digits = revision.substring(revision.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,18}") && revision.contains(":") ? Long.parseLong(digits) : 0;
    }

    /** Whether a revision is a later one of the same family. */
    public static boolean newer(String one, String other) {
        return family(one).equals(family(other)) && number(one) > number(other);
    }
}
