package dev.envgate.ledger;

/**
 * A name that a task definition would have if a switch of the root were on: a variable that is {@code false} by default and that nobody
 * gave a value. By the files it is not there, and they say why.
 *
 * @param definition the address of the task definition
 * @param presence when it would be there, and where that is written
 */
public record SwitchedOff(String definition, Name name, Presence.Conditional presence) {}
