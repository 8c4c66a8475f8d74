package dev.envgate.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a language is written, as far as finding its strings and comments goes.
 *
 * @param comments what begins a comment that ends with its line
 * @param blocks comments that end with a mark of their own
 * @param quotes its strings by their first character, the longest mark first
 * @param letters what belongs to a word besides letters, digits and {@code _}
 * @param lines whether the end of a line matters
 * @param chars whether {@code 'x'} is a single character, and {@code 'x} is not
 * @param slashes whether <code>/…/</code> is a regular expression where an expression can begin
 */
record Dialect(
        List<String> comments,
        List<Block> blocks,
        Map<Character, List<Quote>> quotes,
        String letters,
        boolean lines,
        boolean chars,
        boolean slashes) {
    /** A comment with an end. */
    record Block(String open, String close, boolean nested) {}

    private static final List<Block> C = List.of(new Block("/*", "*/", false));
    private static final List<Block> NESTED = List.of(new Block("/*", "*/", true));
    private static final List<String> SLASHES = List.of("//");
    private static final List<String> HASH = List.of("#");

    static final Dialect JAVASCRIPT = slashed(of(
            SLASHES,
            C,
            "$#",
            Quote.plain("\""),
            Quote.plain("'"),
            Quote.block("`").holes("${")));
    static final Dialect JAVA = chars(of(SLASHES, C, "$", Quote.block("\"\"\""), Quote.plain("\"")));
    static final Dialect KOTLIN = chars(of(
            SLASHES,
            NESTED,
            "",
            Quote.raw("\"\"\"", "\"\"\"").holes("${").bareHoles(),
            Quote.plain("\"").holes("${").bareHoles()));
    static final Dialect SCALA = chars(of(
            SLASHES,
            NESTED,
            "$",
            Quote.raw("s\"\"\"", "\"\"\"").holes("${").bareHoles(),
            Quote.raw("f\"\"\"", "\"\"\"").holes("${").bareHoles(),
            Quote.raw("\"\"\"", "\"\"\""),
            Quote.plain("\"").after("s").holes("${").bareHoles(),
            Quote.plain("\"").after("f").holes("${").bareHoles(),
            Quote.plain("\"")));
    static final Dialect GROOVY = slashed(of(
            SLASHES,
            C,
            "",
            Quote.block("\"\"\"").holes("${").bareHoles(),
            Quote.block("'''"),
            Quote.plain("\"").holes("${").bareHoles(),
            Quote.plain("'")));
    static final Dialect GO = chars(of(SLASHES, C, "", Quote.raw("`", "`"), Quote.plain("\"")));
    static final Dialect RUST = chars(of(
            SLASHES,
            NESTED,
            "",
            Quote.raw("r###\"", "\"###"),
            Quote.raw("r##\"", "\"##"),
            Quote.raw("r#\"", "\"#"),
            Quote.raw("r\"", "\""),
            Quote.block("\"").after("b"),
            Quote.block("\"")));
    static final Dialect CSHARP = chars(of(
            SLASHES,
            C,
            "",
            Quote.raw("$$\"\"\"", "\"\"\"").holes("{{"),
            Quote.raw("$\"\"\"", "\"\"\"").holes("{"),
            Quote.raw("\"\"\"", "\"\"\""),
            Quote.plain("\"").after("$@").doubled().holes("{").overLines(),
            Quote.plain("\"").after("@$").doubled().holes("{").overLines(),
            Quote.plain("\"").after("@").doubled().overLines(),
            Quote.plain("\"").after("$").holes("{"),
            Quote.plain("\"")));
    static final Dialect FSHARP = chars(of(
            SLASHES,
            List.of(new Block("(*", "*)", true)),
            "",
            Quote.raw("$\"\"\"", "\"\"\"").holes("{"),
            Quote.raw("\"\"\"", "\"\"\""),
            Quote.plain("\"").after("@").doubled().overLines(),
            Quote.block("\"").after("$").holes("{"),
            Quote.block("\"")));
    static final Dialect BASIC = withLines(of(
            List.of("'", "REM "),
            List.of(),
            "",
            Quote.plain("\"").after("$").doubled().holes("{"),
            Quote.plain("\"").doubled()));
    static final Dialect SWIFT = of(
            SLASHES,
            NESTED,
            "",
            Quote.raw("#\"\"\"", "\"\"\"#"),
            Quote.block("\"\"\"").holes("\\("),
            Quote.raw("#\"", "\"#"),
            Quote.plain("\"").holes("\\("));
    static final Dialect DART = of(
            SLASHES,
            NESTED,
            "",
            Quote.raw("r'''", "'''"),
            Quote.raw("r\"\"\"", "\"\"\""),
            Quote.raw("r'", "'"),
            Quote.raw("r\"", "\""),
            Quote.block("'''").holes("${").bareHoles(),
            Quote.block("\"\"\"").holes("${").bareHoles(),
            Quote.plain("'").holes("${").bareHoles(),
            Quote.plain("\"").holes("${").bareHoles());
    static final Dialect C_FAMILY = chars(of(SLASHES, C, "", Quote.raw("R\"(", ")\""), Quote.plain("\"")));
    static final Dialect PYTHON = withLines(of(HASH, List.of(), "", python()));
    static final Dialect RUBY = withLines(slashed(of(
            HASH,
            List.of(),
            "@?!$",
            Quote.block("\"").holes("#{"),
            Quote.block("'"),
            Quote.block("`").holes("#{"))));
    static final Dialect ELIXIR = withLines(of(
            HASH,
            List.of(),
            "@?!",
            Quote.block("\"\"\"").holes("#{"),
            Quote.block("'''").holes("#{"),
            Quote.block("\"").holes("#{"),
            Quote.block("'").holes("#{")));
    static final Dialect PHP =
            of(List.of("//", "#"), C, "$", Quote.block("\"").holes("{$").bareHoles(), Quote.block("'"));
    static final Dialect PERL = slashed(of(
            HASH,
            List.of(),
            "$@%",
            Quote.block("\"").bareHoles(),
            Quote.block("'"),
            Quote.block("`").bareHoles()));
    static final Dialect LUA = of(
            List.of("--"),
            List.of(
                    new Block("--[[", "]]", false),
                    new Block("--[=[", "]=]", false),
                    new Block("--[==[", "]==]", false)),
            "",
            Quote.raw("[[", "]]"),
            Quote.raw("[=[", "]=]"),
            Quote.plain("\""),
            Quote.plain("'"));
    /** Text without strings and comments. */
    static final Dialect TEXT = of(List.of(), List.of(), "");

    /** Prisma and HCL: strings, and comments of both sorts. */
    static final Dialect PRISMA = of(SLASHES, C, "", Quote.plain("\""));

    private static Dialect of(List<String> comments, List<Block> blocks, String letters, Quote... quotes) {
        Map<Character, List<Quote>> byFirst = List.of(quotes).stream()
                .sorted(Comparator.comparingInt((Quote quote) -> -quote.open().length()))
                .collect(Collectors.groupingBy(quote -> quote.open().charAt(0)));
        return new Dialect(comments, blocks, Map.copyOf(byFirst), letters, false, false, false);
    }

    private static Dialect withLines(Dialect of) {
        return new Dialect(of.comments, of.blocks, of.quotes, of.letters, true, of.chars, of.slashes);
    }

    private static Dialect chars(Dialect of) {
        return new Dialect(of.comments, of.blocks, of.quotes, of.letters, of.lines, true, of.slashes);
    }

    private static Dialect slashed(Dialect of) {
        return new Dialect(of.comments, of.blocks, of.quotes, of.letters, of.lines, of.chars, true);
    }

    private static Quote[] python() {
        List<Quote> quotes = new ArrayList<>();
        for (String mark : List.of("\"\"\"", "'''", "\"", "'")) {
            for (String prefix : Set.of("", "b", "B", "u", "U")) {
                quotes.add(new Quote(prefix + mark, mark, Quote.Escape.BACKSLASH, "", false, mark.length() == 3));
            }
            for (String prefix : Set.of("f", "F", "t")) {
                quotes.add(new Quote(prefix + mark, mark, Quote.Escape.BACKSLASH, "{", false, mark.length() == 3));
            }
            for (String prefix : Set.of("r", "R", "br", "rb", "Rb", "rB")) {
                quotes.add(new Quote(prefix + mark, mark, Quote.Escape.BACKSLASH, "", false, mark.length() == 3));
            }
            for (String prefix : Set.of("rf", "fr", "Rf", "fR")) {
                quotes.add(new Quote(prefix + mark, mark, Quote.Escape.BACKSLASH, "{", false, mark.length() == 3));
            }
        }
        return quotes.toArray(Quote[]::new);
    }

    boolean letter(char c) {
        return c == '_' || Character.isLetterOrDigit(c) || letters.indexOf(c) >= 0;
    }

    List<Quote> quotesAt(char first) {
        return quotes.getOrDefault(first, List.of());
    }
}
