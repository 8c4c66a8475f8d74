package dev.envgate.ledger;

/** Answers what the stores say of a reference, and who may fetch it. Every answer is already here: asking costs nothing. */
@FunctionalInterface
public interface Stores {
    Stored of(Reference reference);

    /** Whether a role may fetch what a reference points to. */
    default Access access(RoleReference role, Reference reference) {
        return new Access.NotAsked("AWS was not asked who may read it.");
    }
}
