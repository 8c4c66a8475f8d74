package dev.envgate.ledger;

/** The newest ACTIVE revision of a family that a service runs. */
public sealed interface Newest {
    /** It was looked at; {@code revision} is {@code family:revision}. */
    record Seen(String revision, TaskDefinition definition) implements Newest {}

    /** All revisions of the family were deregistered: what runs goes on, and a new one must be registered to deploy. */
    record None() implements Newest {}

    /** Could not be looked at; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Newest {}

    /** Nobody asked. */
    record NotAsked(String why) implements Newest {}
}
