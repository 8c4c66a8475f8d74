package dev.envgate.ledger;

/** What a container's entry gives to a name. */
public sealed interface Given {
    /** {@code environment}: a value in plain text. */
    record Plain(HiddenValue value) implements Given {}

    /** {@code secrets}: a value that ECS fetches when the container starts. */
    record Secret(Reference reference) implements Given {}

    /** {@code environmentFiles}: a value in an object of S3, by its ARN. */
    record FromFile(String file) implements Given {}

    /** {@code ENV} of the image: what the container has when nothing else gives it. */
    record FromImage(String image) implements Given {}
}
