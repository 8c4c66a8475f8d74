package dev.envgate.report;

/** What one station says, for {@code envgate show}: as a table for people and as JSON in the published schema {@code docs/schema/show.json}. */
public interface Shown {
    String text(Style style);

    String json();
}
