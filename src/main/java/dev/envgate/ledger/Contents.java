package dev.envgate.ledger;

/** What a look at the value that a reference gives has shown. It is a verdict, and holds nothing of the value. */
public sealed interface Contents {
    /** A container gets the text as it is stored. */
    record Text(Look look) implements Contents {}

    /** A container gets something else than what is stored. */
    record Changed(Form form) implements Contents {}

    /** A key is asked for, and the value is no JSON object. */
    record NotJson() implements Contents {}

    /**
     * The value is a JSON object without the key that is asked for.
     *
     * @param meant a key that differs from it in nothing but capitals and signs; empty when there is none
     */
    record WithoutKey(String meant) implements Contents {}

    /** Could not be looked at; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Contents {}

    /** Nobody asked: the run is not a deep one. */
    record NotAsked() implements Contents {}

    /** What a text looks like. */
    enum Look {
        /** A value that may be meant. */
        MEANT,
        /** Nothing is in it. */
        EMPTY,
        /** It only says that it is to be replaced. */
        PLACEHOLDER
    }

    /** What is stored where no text is. */
    enum Form {
        /** Bytes, of which ECS makes an empty text. */
        BINARY,
        /** A number that ECS writes in another way. */
        NUMBER,
        /** A JSON object. */
        OBJECT,
        /** A JSON list. */
        LIST,
        /** JSON {@code null}. */
        NULL
    }
}
