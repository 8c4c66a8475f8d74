package dev.envgate.ledger;

/**
 * Something that could not be looked at. It never counts as fine.
 *
 * @param what the thing, by its name
 * @param why a sentence
 * @param hint what to do about it; empty when nothing can be done
 */
public record NotVerified(Station station, String what, String why, String hint) {}
