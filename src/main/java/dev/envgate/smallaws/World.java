package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What exists in the small AWS. */
public record World(JsonNode document) {
    /** Reads a world; an {@link IllegalArgumentException} says what is wrong with it. */
    public static World parse(String json) {
        return new World(TextNode.valueOf(json));
    }
}
