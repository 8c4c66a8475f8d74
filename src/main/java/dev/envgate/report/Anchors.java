package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.stream.Stream;

/** Finds a line of the repository for each finding, for trackers that refuse what has none: its own, else that of what it is about. */
record Anchors(Run run, Rows rows) {
    /** What a configuration would be called, where there is none. */
    static final String USUAL = "envgate.yml";

    Anchors(Run run) {
        this(run, new Rows(run));
    }

    Anchor of(Finding finding) {
        Stream<Place> own = Stream.concat(Stream.of(finding.place()), finding.related().stream());
        Stream<Place> row = rows.of(finding).stream().flatMap(Anchors::places);
        Stream<Place> service = run.ledger().services().stream()
                .filter(each -> run.isOf(finding, each))
                .flatMap(Anchors::places);
        return Stream.of(own, row, service)
                .flatMap(each -> each)
                .flatMap(place -> place instanceof Place.InFile file ? Stream.of(Anchor.of(file.span())) : Stream.of())
                .filter(anchor -> inside(anchor.file()))
                .findFirst()
                .orElseGet(this::general);
    }

    /** Where things stand that are about the run as a whole: the configuration, else the contract. */
    Anchor general() {
        return Stream.concat(
                        Stream.of(run.origin().configuration()),
                        run.ledger().services().stream().flatMap(each -> each.contract().files().stream()))
                .filter(file -> !file.isEmpty() && inside(file))
                .findFirst()
                .map(Anchor::top)
                .orElse(Anchor.top(USUAL));
    }

    /** Whether a path can be shown as one of the repository. */
    boolean inside(String path) {
        return isRelative(path) && run.origin().inside().test(path);
    }

    /** Whether a path leads to something below the directory that it is relative to. */
    static boolean isRelative(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && !path.equals("..")
                && !path.startsWith("../")
                && !path.matches("[A-Za-z]:.*");
    }

    private static Stream<Place> places(Row row) {
        return Stream.of(row.configured(), row.declared()).flatMap(Anchors::places);
    }

    private static Stream<Place> places(ServiceLedger service) {
        return Stream.concat(
                        service.definitions().stream().map(each -> each.presence()),
                        service.services().stream().map(each -> each.presence()))
                .flatMap(Anchors::places);
    }

    private static Stream<Place> places(Presence presence) {
        return switch (presence) {
            case Presence.Present present -> Stream.of(present.place());
            case Presence.Conditional conditional -> Stream.of(conditional.place());
            case Presence.Unknown unknown -> Stream.of(unknown.cause());
            case Presence.Absent _ -> Stream.of();
        };
    }
}
