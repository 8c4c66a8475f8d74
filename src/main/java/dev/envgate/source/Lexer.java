package dev.envgate.source;

import dev.envgate.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts the text of a file into streams of tokens: the code itself, and each piece of code inside of a string. Every text can be cut; what
 * is not closed ends with its line or with the text.
 */
class Lexer {
    private static final int DEEPEST = 40;
    private static final int LONGEST_PATTERN = 500;
    private static final Set<String> SIGNS = Set.of(
            "===", "!==", "...", "??=", "||=", "&&=", "//=", "??", "||", "&&", "?.", "?:", "::", "->", "=>", ":=", "==",
            "!=", "<=", ">=", "<-", "+=", "-=", "..", "|>", "&.", "//", "!!", "=~", "<>");
    private static final Set<String> BEFORE_OPERAND = Set.of(
            "return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "new", "await", "yield",
            "default", "if", "unless", "when", "and", "or", "not", "while", "until", "split", "grep", "then", "elsif");

    final String text;
    final Dialect dialect;
    int at;
    private final List<Tokens> streams = new ArrayList<>();
    private List<Token> out = new ArrayList<>();
    private int holes;
    private int brackets;

    Lexer(Dialect dialect, String text) {
        this.dialect = dialect;
        this.text = text;
    }

    /** The code first, then each piece of code inside of strings. */
    final List<Tokens> streams() {
        if (text.startsWith("#!")) {
            at = lineEnd(0);
        }
        begin();
        while (at < text.length()) {
            step();
        }
        streams.addFirst(new Tokens(out));
        return List.copyOf(streams);
    }

    /** Before the first character. */
    void begin() {}

    /** Takes what only this language has; false when there is nothing of it here. */
    boolean special(char c) {
        return false;
    }

    /** At the end of a line, before the next one is looked at. */
    void lineEnded() {}

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            line();
        } else if (c <= ' ' || c == '\u00a0') {
            at++;
        } else if (!special(c) && !comment() && !string(c) && !character(c) && !pattern(c)) {
            plain(c);
        }
    }

    private void line() {
        at++;
        lineEnded();
        if (dialect.lines() && brackets == 0) {
            int end = at;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            add(Kind.LINE, at - 1, text.substring(Math.min(at, end), end));
        }
    }

    private boolean comment() {
        for (Dialect.Block block : dialect.blocks()) {
            if (here(block.open())) {
                block(block);
                return true;
            }
        }
        for (String mark : dialect.comments()) {
            if (here(mark)) {
                at = lineEnd(at);
                return true;
            }
        }
        return false;
    }

    private void block(Dialect.Block block) {
        int depth = 0;
        do {
            if (here(block.close())) {
                depth--;
                at += block.close().length();
            } else if (here(block.open()) && (block.nested() || depth == 0)) {
                depth++;
                at += block.open().length();
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        at = Math.min(at, text.length());
    }

    private boolean string(char c) {
        for (Quote quote : dialect.quotesAt(c)) {
            if (here(quote.open())) {
                string(quote);
                return true;
            }
        }
        return false;
    }

    /** Takes a string; {@link #at} is at its opening mark. */
    final void string(Quote quote) {
        int start = at;
        at += quote.open().length();
        StringBuilder part = new StringBuilder();
        String head = "";
        boolean cut = false;
        while (at < text.length() && !closed(quote, part)) {
            if (hole(quote)) {
                head = cut ? head : part.toString();
                part.setLength(0);
                cut = true;
            } else {
                character(quote, part);
            }
        }
        String last = part.toString();
        add(cut ? new Token(Kind.TEMPLATE, start, at, head, last) : new Token(Kind.STRING, start, at, last));
    }

    /** Whether the string ends here; its closing mark is taken then. */
    private boolean closed(Quote quote, StringBuilder part) {
        if (!here(quote.close())) {
            return !quote.lines() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
        }
        int mark = quote.close().length();
        if (quote.escape() == Quote.Escape.DOUBLED && text.startsWith(quote.close(), at + mark)) {
            part.append(quote.close());
            at += 2 * mark;
            return at >= text.length();
        }
        at += mark;
        return true;
    }

    private void character(Quote quote, StringBuilder part) {
        char c = text.charAt(at);
        if (quote.escape() == Quote.Escape.BACKSLASH && c == '\\' && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            part.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            at += 2;
        } else {
            part.append(c);
            at++;
        }
    }

    /** Takes a piece of code inside of a string, when there is one here. */
    final boolean hole(Quote quote) {
        if (holes >= DEEPEST) {
            return false;
        }
        if (!quote.hole().isEmpty() && here(quote.hole())) {
            return bracketHole(quote);
        }
        return quote.bare() && text.charAt(at) == '$' && bareHole();
    }

    private boolean bracketHole(Quote quote) {
        boolean doubled = quote.hole().equals("{") && text.startsWith("{{", at);
        if (doubled) {
            at++; // the second one is taken as a letter
            return false;
        }
        boolean variable = quote.hole().endsWith("$");
        at += quote.hole().length() - (variable ? 1 : 0);
        code(quote.holeStart(), quote.holeEnd());
        return true;
    }

    /** A variable, and what it is asked for: <code>$ENV{X}</code>, {@code $_ENV[X]}. */
    private boolean bareHole() {
        int end = at + 1;
        while (end < text.length() && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        if (end == at + 1) {
            return false;
        }
        int start = at;
        at = end;
        List<Token> outer = out;
        out = new ArrayList<>();
        String name = text.substring(dialect.letter('$') ? start : start + 1, end);
        add(new Token(Kind.WORD, start, end, name));
        bracket();
        streams.add(new Tokens(out));
        out = outer;
        return true;
    }

    private void bracket() {
        char open = at < text.length() ? text.charAt(at) : ' ';
        if ((open == '{' || open == '[') && dialect.letter('$')) {
            add(Kind.SIGN, at, at + 1);
            at++;
            pieces(open, open == '{' ? '}' : ']');
            add(Kind.SIGN, at - 1, at);
        }
    }

    /** Takes code up to the bracket that closes it, as a stream of its own. */
    final void code(char open, char close) {
        List<Token> outer = out;
        out = new ArrayList<>();
        pieces(open, close);
        streams.add(new Tokens(out));
        out = outer;
    }

    private void pieces(char open, char close) {
        int outerBrackets = brackets;
        brackets = 1;
        holes++;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == open ? 1 : 0;
            if (c == close && depth-- == 0) {
                at++;
                break;
            }
            step();
        }
        holes--;
        brackets = outerBrackets;
    }

    /** {@code 'x'}, and nothing of {@code 'x}. */
    private boolean character(char c) {
        if (c != '\'' || !dialect.chars()) {
            return false;
        }
        boolean escaped = at + 1 < text.length() && text.charAt(at + 1) == '\\';
        int close = escaped ? text.indexOf('\'', at + 3) : at + 2;
        boolean single = close > 0 && close < Math.min(text.length(), at + 14) && text.charAt(close) == '\'';
        int end = single ? close + 1 : at + 1;
        add(single ? Kind.NUMBER : Kind.SIGN, at, end);
        at = end;
        return true;
    }

    private boolean pattern(char c) {
        return c == '/' && dialect.slashes() && operandHere() && patternHere();
    }

    private boolean patternHere() {
        boolean inClass = false;
        for (int i = at + 1; i < Math.min(text.length(), at + LONGEST_PATTERN) && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                add(new Token(Kind.NUMBER, at, i + 1, "/"));
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    /** Whether an operand can stand here, and so not an operator. */
    final boolean operandHere() {
        if (out.isEmpty()) {
            return true;
        }
        Token last = out.getLast();
        return switch (last.kind()) {
            case LINE -> true;
            case SIGN ->
                !last.text().equals(")")
                        && !last.text().equals("]")
                        && !last.text().equals("}");
            case WORD -> BEFORE_OPERAND.contains(last.text()) || commandHere();
            case NUMBER, STRING, TEMPLATE, END -> false;
        };
    }

    /** {@code puts /x/}: a blank before and none behind. */
    private boolean commandHere() {
        return dialect.lines()
                && at > 0
                && text.charAt(at - 1) == ' '
                && at + 1 < text.length()
                && text.charAt(at + 1) != ' '
                && text.charAt(at + 1) != '=';
    }

    private void plain(char c) {
        int end = at + 1;
        if (starts(c)) {
            while (end < text.length() && dialect.letter(text.charAt(end))) {
                end++;
            }
            add(Kind.WORD, at, end);
        } else if (Character.isDigit(c)) {
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            add(Kind.NUMBER, at, end);
        } else {
            end = sign();
            brackets = Math.max(
                    0, brackets + (c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0));
            add(Kind.SIGN, at, end);
        }
        at = end;
    }

    private boolean starts(char c) {
        return c == '_' || Character.isLetter(c) || (dialect.letters().indexOf(c) >= 0 && c != '?' && c != '!');
    }

    private int sign() {
        for (int length = 3; length > 1; length--) {
            int end = at + length;
            if (end <= text.length() && SIGNS.contains(text.substring(at, end))) {
                return end;
            }
        }
        return at + 1;
    }

    final boolean here(String mark) {
        return text.startsWith(mark, at);
    }

    /** Where the line ends that an offset lies on. */
    final int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Whether nothing but blanks stands before this place in its line. */
    final boolean lineStart() {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    final void add(Token token) {
        out.add(token);
    }

    private void add(Kind kind, int start, int end) {
        add(new Token(kind, start, end, text.substring(start, end)));
    }

    private void add(Kind kind, int start, String written) {
        add(new Token(kind, start, start, written));
    }

    /** The last token of this stream. */
    final Token last() {
        return out.isEmpty() ? new Token(Kind.END, 0, 0, "") : out.getLast();
    }
}
