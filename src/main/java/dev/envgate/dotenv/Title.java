package dev.envgate.dotenv;

import dev.envgate.ledger.NameWords;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first comment line above a name. It is about that name alone, or it heads the names that follow in the block.
 *
 * @param line its words; empty when there is no such line
 * @param name the name that it stands above
 */
record Title(String line, String name) {
    static final Title NONE = new Title("", "");

    private static final String MANY =
            "(?:config(?:uration)?|features|integrations|options|overrides|providers|services|settings|variables|vars)";

    /** Words that stand before the noun in a line about one thing: {@code # Name of the config}. */
    private static final String NO_OTHER = "(?!(?:a|an|by|for|in|list|name|number|of|one|path|the|this|to)\\b)";

    /** A line that is about many things: {@code # Mail settings (optional)}, {@code # Optional integrations}. */
    private static final Pattern OF_MANY =
            Pattern.compile("(?i)\\W{0,3}(?:" + NO_OTHER + "[\\w/&+.-]{1,30}[\\])]?[,:]? +){0,4}" + MANY
                    + "(?= *(?:$|[-–—:.,;(\\[]|for\\b|below\\b)).*|.{0,100}\\b(?:these|the following)\\b.*");

    /** {@code # SMTP — optional.} before a sentence that says what happens without one of the names. */
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?i)(.*?\\boptional\\b[^.]*)\\. .+");

    boolean isEmpty() {
        return line.isEmpty();
    }

    /**
     * Whether it heads another name of the block too: it says the word that both names begin with, and nothing that only the first of
     * them has, or it is about many things. A line that spells out the first name is about that one, and a line above one of several
     * values of a name is about that value.
     */
    boolean heads(String other) {
        Matcher sentence = FIRST_SENTENCE.matcher(line);
        return heads(line, other)
                || (sentence.matches() && !sentence.group(1).contains(". ") && heads(sentence.group(1), other));
    }

    private boolean heads(String words, String other) {
        List<String> said = NameWords.of(words.toLowerCase(Locale.ROOT));
        List<String> first = NameWords.of(name);
        return !other.equals(name)
                && !said.containsAll(first)
                && (ofOneFamily(first, NameWords.of(other), said)
                        || OF_MANY.matcher(words).matches());
    }

    private static boolean ofOneFamily(List<String> first, List<String> other, List<String> said) {
        return !first.isEmpty()
                && !other.isEmpty()
                && first.getFirst().equals(other.getFirst())
                && said.contains(first.getFirst())
                && first.stream().filter(said::contains).allMatch(other::contains);
    }
}
