package dev.envgate.ledger;

/** What a container's entry gives to a name. */
public sealed interface Given {
    /** {@code environment}: a value in plain text. */
    record Plain(HiddenValue value) implements Given {}

    /** {@code secrets}: a value that ECS fetches when the container starts. */
    record Secret(Reference reference) implements Given {}
}
