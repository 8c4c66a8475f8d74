package dev.envgate.ledger;

import dev.envgate.text.Span;

/** Where something stands. */
public sealed interface Place {
    /** In a file of the repository. */
    record InFile(Span span) implements Place {}

    /** In a task definition that AWS has: {@code family:revision}. */
    record InTaskDefinition(String revision) implements Place {}

    /** Nowhere that could be pointed at. */
    record Nowhere() implements Place {}
}
