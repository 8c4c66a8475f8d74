package dev.envgate.track;

import java.util.List;

/** Where follow-ups are kept. */
public interface Tracker {
    /** All follow-ups of ours, open and closed. */
    Outcome<List<Kept>> look();

    Outcome<Kept> create(String title, Section section);

    Outcome<Kept> update(Kept kept, Section section);

    /** Closes it as done; {@code comment} says why. */
    Outcome<Kept> close(Kept kept, Section section, String comment);

    Outcome<Kept> reopen(Kept kept, Section section, String comment);
}
