package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;

/** What exists in the small AWS. */
public record World(JsonNode document) {
    /** Reads a world; an {@link IllegalArgumentException} says what is wrong with it. */
    public static World parse(String json) {
        throw new UnsupportedOperationException(json);
    }
}
