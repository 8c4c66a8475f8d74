package dev.envgate.ledger;

import dev.envgate.text.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** The names at the beginning of a tag's argument; prose may follow them. */
    private static final Pattern LIST = Pattern.compile("^\\s*[^\\s,]+(?:\\s*,\\s*[^\\s,]+)*");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** The items of its argument: {@code @any-of A, B}. */
    public Stream<String> items() {
        return LIST.matcher(argument)
                .results()
                .flatMap(list -> COMMA.splitAsStream(list.group().strip()));
    }

    /** Whether the tag takes itself back: {@code @required=false}. */
    public boolean negated() {
        return argument.equals("false");
    }
}
