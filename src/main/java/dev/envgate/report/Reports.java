package dev.envgate.report;

import java.util.List;
import java.util.Optional;

/** All formats. */
public final class Reports {
    /** Sorted by name. */
    public static final List<Report> ALL = List.of(new JsonReport(), new TextReport());

    private Reports() {}

    /** The format of a name. */
    public static Optional<Report> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
