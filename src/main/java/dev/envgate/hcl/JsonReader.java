package dev.envgate.hcl;

import dev.envgate.hcl.Expression.ObjectCons.Pair;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text as an expression: objects, lists and literals, the strings either as templates or as plain text. */
final class JsonReader {
    private final SourceFile file;
    private final String text;
    private final boolean templates;
    private final Nesting nesting = new Nesting();
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    /**
     * @param templates whether strings are templates, as in {@code .tf.json}; in {@code .tfvars.json} they are not
     */
    JsonReader(SourceFile file, boolean templates) {
        this.file = file;
        this.text = file.text();
        this.templates = templates;
    }

    /** Problems inside of templates are collected; one of the JSON itself ends the reading. */
    Parsed<Expression> read() {
        Expression value = new Expression.NullLiteral(file.all());
        try {
            skipBlanks();
            value = value();
            skipBlanks();
            if (at < text.length()) {
                throw unexpected("the end of the file");
            }
        } catch (SyntaxError error) {
            problems.add(error.problem());
        }
        return new Parsed<>(value, problems);
    }

    private Expression value() {
        nesting.leaf();
        return switch (current()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", new Expression.BoolLiteral(true, file.span(at, at + 4)));
            case 'f' -> word("false", new Expression.BoolLiteral(false, file.span(at, at + 5)));
            case 'n' -> word("null", new Expression.NullLiteral(file.span(at, at + 4)));
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected("a value");
        };
    }

    private Expression object() {
        int open = enter();
        List<Pair> pairs = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        int height = 0;
        boolean more = current() != '}';
        while (more) {
            if (current() != '"') {
                throw unexpected("a name in double quotes");
            }
            Expression key = string();
            noteDuplicate(names, key);
            skipBlanks();
            take(':');
            skipBlanks();
            pairs.add(new Pair(key, value()));
            height = Math.max(height, nesting.height());
            more = another('}', open);
        }
        at++;
        return leave(new Expression.ObjectCons(pairs, new Span(file, open, at)), height);
    }

    /** In a file of blocks a name may come again; where all is value, Terraform refuses that. */
    private void noteDuplicate(Map<String, Span> names, Expression key) {
        if (!templates) {
            Span earlier = names.putIfAbsent(JsonSyntax.name(key), key.span());
            if (earlier != null) {
                problems.add(new Problem(
                        key.span(),
                        "This name is set twice in the same object.",
                        "It is already set on line " + earlier.line() + "; remove one of the two."));
            }
        }
    }

    private Expression array() {
        int open = enter();
        List<Expression> items = new ArrayList<>();
        int height = 0;
        boolean more = current() != ']';
        while (more) {
            items.add(value());
            height = Math.max(height, nesting.height());
            more = another(']', open);
        }
        at++;
        return leave(new Expression.Tuple(items, new Span(file, open, at)), height);
    }

    private int enter() {
        nesting.enter(new Span(file, at, at + 1));
        int open = at++;
        skipBlanks();
        return open;
    }

    private Expression leave(Expression whole, int height) {
        nesting.leave();
        nesting.above(height, whole.span());
        return whole;
    }

    /** Steps over a comma; false at the closing bracket, which stays. */
    private boolean another(char close, int open) {
        skipBlanks();
        if (current() == close) {
            return false;
        }
        if (at >= text.length()) {
            throw new SyntaxError(new Problem(
                    new Span(file, open, open + 1), "This bracket is never closed.", "Add `" + close + "`."));
        }
        int comma = at;
        take(',');
        skipBlanks();
        if (current() == close) {
            throw new SyntaxError(new Problem(
                    new Span(file, comma, comma + 1),
                    "JSON allows no comma before a closing bracket.",
                    "Remove the comma."));
        }
        return true;
    }

    private Expression word(String word, Expression meaning) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return meaning;
    }

    private Expression number() {
        int from = at;
        boolean negative = current() == '-';
        at += negative ? 1 : 0;
        boolean zero = current() == '0';
        int digits = digits();
        boolean valid = digits > 0 && (!zero || digits == 1);
        if (current() == '.') {
            at++;
            valid &= digits() > 0;
        }
        if (current() == 'e' || current() == 'E') {
            at++;
            at += current() == '+' || current() == '-' ? 1 : 0;
            valid &= digits() > 0;
        }
        Span span = new Span(file, from, at);
        if (!valid) {
            throw notANumber(span);
        }
        int unsigned = negative ? from + 1 : from;
        var number = Numbers.numeral(text, unsigned, at).orElseThrow(() -> notANumber(span));
        return new Expression.NumberLiteral(negative ? number.negated() : number, span);
    }

    private static SyntaxError notANumber(Span span) {
        return new SyntaxError(Problem.at(span, "This is no number as JSON has them."));
    }

    private int digits() {
        int from = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        return at - from;
    }

    private Expression.Template string() {
        int open = at;
        int close = endOfPlain();
        if (text.charAt(close) == '"') {
            at = close + 1;
            return template(text.substring(open + 1, close), new Places.Shifted(open + 1), new Span(file, open, at));
        }
        return escaped(open, close);
    }

    /** The offset of the first character that is not simply itself. */
    private int endOfPlain() {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                return i;
            }
            if (c < ' ') {
                throw controlCharacter(i);
            }
        }
        throw unclosed();
    }

    private SyntaxError controlCharacter(int where) {
        char c = text.charAt(where);
        return c == '\n' || c == '\r'
                ? unclosed()
                : new SyntaxError(new Problem(
                        new Span(file, where, where + 1),
                        "A JSON string cannot hold a control character as it is.",
                        "Write it as an escape."));
    }

    private SyntaxError unclosed() {
        return new SyntaxError(new Problem(
                new Span(file, at, at + 1),
                "This string is not closed before the end of its line.",
                "Add the closing quote; a line end inside of a JSON string is written `\\n`."));
    }

    private Expression.Template escaped(int open, int firstEscape) {
        StringBuilder decoded = new StringBuilder(text.substring(open + 1, firstEscape));
        int[] offsets = new int[64];
        for (int i = open + 1; i < firstEscape; i++) {
            offsets = put(offsets, i - open - 1, i);
        }
        int i = firstEscape;
        while (i >= text.length() || text.charAt(i) != '"') {
            if (i >= text.length()) {
                throw unclosed();
            }
            if (text.charAt(i) < ' ') {
                throw controlCharacter(i);
            }
            offsets = put(offsets, decoded.length(), i);
            i = text.charAt(i) == '\\' ? escape(decoded, i) : plain(decoded, i);
        }
        offsets = put(offsets, decoded.length(), i);
        at = i + 1;
        Places places = new Places.Listed(offsets, decoded.length() + 1);
        return template(decoded.toString(), places, new Span(file, open, at));
    }

    private static int[] put(int[] offsets, int index, int offset) {
        int[] roomy = index < offsets.length ? offsets : Arrays.copyOf(offsets, index * 2);
        roomy[index] = offset;
        return roomy;
    }

    private int plain(StringBuilder decoded, int i) {
        decoded.append(text.charAt(i));
        return i + 1;
    }

    private int escape(StringBuilder decoded, int i) {
        char kind = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (kind == 'u') {
            return unicodeEscape(decoded, i);
        }
        int meaning = "\"\\/bfnrt".indexOf(kind);
        if (meaning < 0) {
            throw noSuchEscape(i);
        }
        decoded.append("\"\\/\b\f\n\r\t".charAt(meaning));
        return i + 2;
    }

    /** Half of a character that has no other half beside it becomes the replacement character, as in Terraform. */
    private int unicodeEscape(StringBuilder decoded, int i) {
        char first = fourDigits(i);
        boolean paired = Character.isHighSurrogate(first)
                && text.startsWith("\\u", i + 6)
                && Character.isLowSurrogate(fourDigits(i + 6));
        boolean half = Character.isLowSurrogate(first)
                && !(decoded.length() > 0 && Character.isHighSurrogate(decoded.charAt(decoded.length() - 1)));
        decoded.append((Character.isHighSurrogate(first) && !paired) || half ? '\uFFFD' : first);
        return i + 6;
    }

    private char fourDigits(int escape) {
        int value = 0;
        for (int i = escape + 2; i < escape + 6; i++) {
            int digit = i < text.length() && text.charAt(i) <= 'f' ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw noSuchEscape(escape);
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private SyntaxError noSuchEscape(int i) {
        Span span = file.span(i, i + 2);
        return new SyntaxError(
                new Problem(span, "There is no such escape in JSON.", "To mean a backslash, write `\\\\`."));
    }

    private Expression.Template template(String decoded, Places places, Span span) {
        Lexer lexer = new Lexer(file, decoded, places);
        if (templates && (decoded.contains("${") || decoded.contains("%{"))) {
            return sequences(lexer, span);
        }
        nesting.above(0, span);
        return new Expression.Template(lexer.texts(0, decoded.length()), span);
    }

    private Expression.Template sequences(Lexer lexer, Span span) {
        int depth = nesting.depth();
        try {
            TemplateParser parser = new ExpressionParser(lexer, nesting).templates();
            return new Expression.Template(parser.file().parts(), span);
        } catch (SyntaxError error) {
            problems.add(error.problem());
            nesting.returnTo(depth);
            return new Expression.Template(List.of(), span);
        }
    }

    private void take(char expected) {
        if (current() != expected) {
            throw unexpected("`" + expected + "`");
        }
        at++;
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipBlanks() {
        while (current() == ' ' || current() == '\t' || current() == '\n' || current() == '\r') {
            at++;
        }
    }

    private SyntaxError unexpected(String expected) {
        char c = current();
        if (c == '#' || c == '/') {
            return new SyntaxError(new Problem(
                    file.span(at, at + 1), "JSON has no comments.", "Write a comment as the value of the name `//`."));
        }
        return new SyntaxError(
                Problem.at(file.span(at, at + 1), "Expected " + expected + ", but found " + found(c) + "."));
    }

    private String found(char c) {
        if (at >= text.length()) {
            return "the end of the file";
        }
        return switch (c) {
            case '{', '}', '[', ']', ',', ':' -> "`" + c + "`";
            case '"' -> "a string";
            case '\'' -> "a single quote";
            default -> Character.isLetterOrDigit(c) ? "a word or number" : "a character that has no meaning here";
        };
    }
}
