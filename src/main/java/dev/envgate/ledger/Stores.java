package dev.envgate.ledger;

/** Answers what the stores say of a reference. Every answer is already here: asking costs nothing. */
@FunctionalInterface
public interface Stores {
    Stored of(Reference reference);
}
