package dev.envgate.ledger;

/** Names may be missing from a list, because something is not known; {@code why} is half a sentence that can follow "not known:". */
public record Gap(String why, Place place) {}
