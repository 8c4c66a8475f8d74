package dev.envgate.repair;

/** What takes one fault away. It looks and proposes; whether a proposal is good, the whole of envgate tells by reading the result. */
public interface Repair {
    Outcome of(Fault fault);

    /** The most that it can do. */
    Means means();

    /** What it does, or why nothing is done: one sentence, for the table of all repairs. */
    String summary();

    /** Ways in which a fault is taken away. */
    enum Means {
        /** Files are changed, where that can be proven. */
        PATCH,
        /** Somebody runs commands. */
        COMMANDS,
        /** Somebody decides something. */
        BY_HAND
    }
}
