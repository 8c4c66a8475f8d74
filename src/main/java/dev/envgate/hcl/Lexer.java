package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into tokens as the parser asks for them, and stands at one token at a time. The text of strings and heredocs is not cut
 * here: the template parser reads it and then says where to go on.
 */
final class Lexer {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final SourceFile file;
    private final String text;
    private final Places places;
    private Token token = Token.END_OF_FILE;
    private int start;
    private int end;
    private int previousEnd;
    private boolean newlines = true;
    private int opened;
    private int[] openOffsets = new int[16];
    private boolean[] outerNewlines = new boolean[16];

    Lexer(SourceFile file) {
        this(file, file.text(), new Places.Shifted(0), 0);
    }

    /** Reads a text that is written in a file in another way, as a JSON string writes it. */
    Lexer(SourceFile file, String text, Places places) {
        this(file, text, places, !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0);
    }

    private Lexer(SourceFile file, String text, Places places, int from) {
        this.file = file;
        this.text = text;
        this.places = places;
        this.end = from;
    }

    SourceFile file() {
        return file;
    }

    String text() {
        return text;
    }

    Token token() {
        return token;
    }

    boolean at(Token kind) {
        return token == kind;
    }

    /** Whether the token is this very name. */
    boolean atName(String name) {
        return token == Token.IDENTIFIER && end - start == name.length() && text.startsWith(name, start);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Where the token before this one ended. */
    int previousEnd() {
        return previousEnd;
    }

    /** The place of the token. */
    Span span() {
        return span(start, end);
    }

    /** The place of a part of the text. Every place goes through here: the text may be written somewhere else in another way. */
    Span span(int from, int to) {
        return new Span(file, places.of(from), places.of(to));
    }

    /** Text that is meant as it is written, in as many parts as it takes for characters to stand at their places. */
    List<TemplatePart> texts(int from, int to) {
        if (from < to && places.endOfRun(from, to) >= to) {
            return List.of(new TemplatePart.Text(readable(from, to), span(from, to)));
        }
        List<TemplatePart> parts = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = Math.min(to, places.endOfRun(at, to));
            end += end < to && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            parts.add(new TemplatePart.Text(readable(at, end), span(at, end)));
            at = end;
        }
        return parts;
    }

    private String readable(int from, int to) {
        String part = text.substring(from, to);
        int stray = part.indexOf(SourceFile.STRAY);
        if (stray >= 0) {
            throw new Complaints(this).strayByte(from + stray);
        }
        return part;
    }

    /** From an offset to the end of the token before this one. */
    Span since(int from) {
        return span(from, Math.max(from, previousEnd));
    }

    String word() {
        return text.substring(start, end);
    }

    /**
     * Steps over an opening bracket.
     *
     * @param newlinesInside whether the end of a line is a token inside of it
     */
    void open(boolean newlinesInside) {
        push(start, newlinesInside);
        advance();
    }

    /** Steps over a closing bracket; the end of a line is again what it was before the opening one. */
    void close() {
        pop();
        advance();
    }

    /** Notes that something is open that begins at an offset. */
    void push(int offset, boolean newlinesInside) {
        if (opened == openOffsets.length) {
            openOffsets = Arrays.copyOf(openOffsets, opened * 2);
            outerNewlines = Arrays.copyOf(outerNewlines, opened * 2);
        }
        openOffsets[opened] = offset;
        outerNewlines[opened++] = newlines;
        newlines = newlinesInside;
    }

    void pop() {
        newlines = outerNewlines[--opened];
    }

    /** Inside of the innermost bracket the end of a line means nothing after all. */
    void ignoreNewlines() {
        newlines = false;
        if (token == Token.NEWLINE) {
            advance();
        }
    }

    /** From the next token on the end of a line is a token. */
    void heedNewlines() {
        newlines = true;
    }

    boolean newlines() {
        return newlines;
    }

    /** How many brackets, strings and sequences are open. */
    int opened() {
        return opened;
    }

    /** The offset at which an open one begins, counted from the outermost. */
    int openOffset(int index) {
        return openOffsets[index];
    }

    /** Forgets all but the outermost {@code count} open ones. */
    void closeDownTo(int count) {
        while (opened > count) {
            pop();
        }
    }

    /** Goes on to the next token. */
    void advance() {
        previousEnd = end;
        do {
            scan(end);
        } while (token == Token.NEWLINE && !newlines);
    }

    /** Goes on to the token after an offset, where a template ended. */
    void advanceFrom(int offset) {
        end = offset;
        advance();
    }

    /** Whether the first thing after this token that is no blank, comment or line end is this name; the token stays. */
    boolean nameFollows(String name) {
        Token keptToken = token;
        int keptStart = start;
        int keptEnd = end;
        do {
            scan(end);
        } while (token == Token.NEWLINE);
        boolean found = atName(name);
        token = keptToken;
        start = keptStart;
        end = keptEnd;
        return found;
    }

    private void scan(int from) {
        int at = from;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at = endOfBlanks(at);
            } else if (c == '#' || (c == '/' && is(at + 1, '/'))) {
                at = endOfLine(at);
            } else if (c == '/' && is(at + 1, '*')) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0) {
                    set(Token.OPEN_COMMENT, at, 2);
                    return;
                }
                at = close + 2;
            } else {
                scanToken(c, at);
                return;
            }
        }
        set(Token.END_OF_FILE, length, 0);
    }

    private int endOfBlanks(int from) {
        int at = from + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int endOfLine(int from) {
        int found = text.indexOf('\n', from);
        if (found < 0) {
            return text.length();
        }
        return text.charAt(found - 1) == '\r' ? found - 1 : found;
    }

    private void scanToken(char c, int at) {
        switch (c) {
            case '\n' -> set(Token.NEWLINE, at, 1);
            case '\r' -> {
                if (is(at + 1, '\n')) {
                    set(Token.NEWLINE, at, 2);
                } else {
                    set(Token.INVALID, at, 1);
                }
            }
            case '"' -> set(Token.QUOTE, at, 1);
            case '{' -> set(Token.OPEN_BRACE, at, 1);
            case '}' -> set(Token.CLOSE_BRACE, at, 1);
            case '(' -> set(Token.OPEN_PARENTHESIS, at, 1);
            case ')' -> set(Token.CLOSE_PARENTHESIS, at, 1);
            case '[' -> set(Token.OPEN_BRACKET, at, 1);
            case ']' -> set(Token.CLOSE_BRACKET, at, 1);
            case ',' -> set(Token.COMMA, at, 1);
            case '?' -> set(Token.QUESTION, at, 1);
            case '+' -> set(Token.PLUS, at, 1);
            case '-' -> set(Token.MINUS, at, 1);
            case '*' -> set(Token.STAR, at, 1);
            case '/' -> set(Token.SLASH, at, 1);
            case '%' -> set(Token.PERCENT, at, 1);
            case '.' -> {
                if (is(at + 1, '.') && is(at + 2, '.')) {
                    set(Token.ELLIPSIS, at, 3);
                } else {
                    set(Token.DOT, at, 1);
                }
            }
            case '=' -> {
                if (is(at + 1, '=')) {
                    set(Token.EQUAL, at, 2);
                } else if (is(at + 1, '>')) {
                    set(Token.ARROW, at, 2);
                } else {
                    set(Token.ASSIGN, at, 1);
                }
            }
            case '<' -> scanLess(at);
            case ':' -> pair(at, ':', Token.NAMESPACE, Token.COLON);
            case '!' -> pair(at, '=', Token.NOT_EQUAL, Token.NOT);
            case '>' -> pair(at, '=', Token.GREATER_OR_EQUAL, Token.GREATER);
            case '&' -> pair(at, '&', Token.AND, Token.INVALID);
            case '|' -> pair(at, '|', Token.OR, Token.INVALID);
            case '~' -> pair(at, '}', Token.CLOSE_AND_STRIP, Token.INVALID);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> set(Token.NUMBER, at, endOfNumber(at) - at);
            default -> scanName(c, at);
        }
    }

    private void pair(int at, char second, Token both, Token alone) {
        if (is(at + 1, second)) {
            set(both, at, 2);
        } else {
            set(alone, at, 1);
        }
    }

    private void scanLess(int at) {
        int heredoc = is(at + 1, '<') ? endOfHeredocIntro(at + 2) : -1;
        if (heredoc >= 0) {
            set(Token.HEREDOC, at, heredoc - at);
        } else {
            pair(at, '=', Token.LESS_OR_EQUAL, Token.LESS);
        }
    }

    /** The offset after the line end of {@code -MARKER}, or -1 when this is no heredoc. */
    private int endOfHeredocIntro(int from) {
        int marker = is(from, '-') ? from + 1 : from;
        int after = Names.end(text, marker);
        if (after == marker) {
            return -1;
        }
        int lineEnd = is(after, '\r') ? after + 1 : after;
        return is(lineEnd, '\n') ? lineEnd + 1 : -1;
    }

    /** Digits, dots and exponents as far as they go; whether it is a number that can be read shows later. */
    private int endOfNumber(int from) {
        int accepted = from + 1;
        int at = accepted;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                accepted = ++at;
            } else if (c == '.') {
                at++;
            } else if ((c == 'e' || c == 'E') && endOfExponent(at) > 0) {
                at = endOfExponent(at);
                accepted = at;
            } else {
                break;
            }
        }
        return accepted;
    }

    private int endOfExponent(int at) {
        int digit = is(at + 1, '+') || is(at + 1, '-') ? at + 2 : at + 1;
        return digit < text.length() && isDigit(text.charAt(digit)) ? digit + 1 : -1;
    }

    private void scanName(char c, int at) {
        int after = Names.end(text, at);
        if (after > at) {
            set(Token.IDENTIFIER, at, after - at);
        } else {
            set(Token.INVALID, at, Character.isHighSurrogate(c) ? Character.charCount(text.codePointAt(at)) : 1);
        }
    }

    private boolean is(int at, char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void set(Token kind, int at, int length) {
        token = kind;
        start = at;
        end = at + length;
    }
}
