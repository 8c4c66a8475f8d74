package dev.envgate.ledger;

import dev.envgate.text.Span;
import java.util.List;

/**
 * What a contract says about a name in so many words: {@code @required-in prod}.
 *
 * @param name as {@link #KNOWN} spells it, without {@code @}
 * @param argument what follows, or empty
 * @param span the tag with its {@code @} and its argument
 */
public record Tag(String name, String argument, Span span) {
    /** Every tag that means something, sorted. */
    public static final List<String> KNOWN = List.of(
            "alias",
            "any-of",
            "expires",
            "ignore",
            "local",
            "optional",
            "plain",
            "public",
            "replaced-by",
            "required",
            "required-in",
            "secret",
            "sensitive",
            "service");

    /** Whether the tag takes itself back: {@code @required=false}. */
    public boolean negated() {
        return argument.equals("false");
    }
}
