package dev.envgate.ledger;

/**
 * A line of a contract that does not say what it means.
 *
 * @param name the name that it declares all the same; empty when it has none that can be read
 * @param lost whether a declaration may be lost with it
 * @param why a sentence, without any value
 * @param hint what to do about it, one sentence
 * @param place where it goes wrong; nothing of the line is part of it
 */
public record Unreadable(String name, boolean lost, String why, String hint, Place place) {}
