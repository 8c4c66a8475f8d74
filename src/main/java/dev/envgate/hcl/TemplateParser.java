package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;

/** Reads quoted strings, heredocs and whole files as templates: text with <code>${…}</code> and <code>%{…}</code> in it. */
final class TemplateParser {
    private final Lexer lexer;
    private final ExpressionParser expressions;
    private final Nesting nesting;
    private final Complaints complaints;
    private final String text;

    TemplateParser(Lexer lexer, ExpressionParser expressions, Nesting nesting) {
        this.lexer = lexer;
        this.expressions = expressions;
        this.nesting = nesting;
        this.complaints = new Complaints(lexer);
        this.text = lexer.text();
    }

    /** Reads the string whose opening quote is the token. */
    Expression.Template quoted() {
        int open = lexer.start();
        int end = endOfPlain(lexer.end());
        return text.startsWith("\"", end) ? plain(open, end) : withSequences(open);
    }

    /** The offset of the first character that is not simply itself. */
    private int endOfPlain(int from) {
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"', '\\', '\n', '\r' -> {
                    return at;
                }
                case '$', '%' -> {
                    if (is(at + 1, '{')) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return text.length();
    }

    private Expression.Template plain(int open, int close) {
        lexer.advanceFrom(close + 1);
        nesting.leaf();
        Span span = lexer.since(open);
        List<TemplatePart> parts = lexer.texts(open + 1, close);
        nesting.above(0, span);
        return new Expression.Template(parts, span);
    }

    private Expression.Template withSequences(int open) {
        nesting.enter(lexer);
        lexer.push(open, lexer.newlines());
        Pieces pieces = new Pieces(lexer);
        int at = lexer.end();
        int run = at;
        while (!is(at, '"')) {
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (c == '\n' || c == '\r') {
                throw complaints.unclosedString(open, at);
            } else if (c == '\\') {
                pieces.text(run, at);
                at = escape(pieces, at);
                run = at;
            } else if (c == '$' || c == '%') {
                int after = sequence(pieces, run, at);
                run = after > at + 1 ? after : run;
                at = after;
            } else {
                at++;
            }
        }
        pieces.text(run, at);
        lexer.pop();
        nesting.leave();
        lexer.advanceFrom(at + 1);
        return new Expression.Template(pieces.parts(nesting), lexer.since(open));
    }

    private int escape(Pieces pieces, int at) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return switch (kind) {
            case 'n' -> simpleEscape(pieces, at, "\n");
            case 'r' -> simpleEscape(pieces, at, "\r");
            case 't' -> simpleEscape(pieces, at, "\t");
            case '"' -> simpleEscape(pieces, at, "\"");
            case '\\' -> simpleEscape(pieces, at, "\\");
            case 'u' -> unicodeEscape(pieces, at, 4);
            case 'U' -> unicodeEscape(pieces, at, 8);
            default -> throw complaints.noSuchEscape(at);
        };
    }

    private static int simpleEscape(Pieces pieces, int at, String meaning) {
        pieces.escaped(at, at + 2, meaning);
        return at + 2;
    }

    private int unicodeEscape(Pieces pieces, int at, int digits) {
        int end = at + 2 + digits;
        int point = 0;
        for (int i = at + 2; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0 || text.charAt(i) > 'f') {
                throw complaints.badUnicodeEscape(at, digits);
            }
            point = point * 16 + digit;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (!Character.isValidCodePoint(point) || surrogate) {
            throw complaints.noSuchCharacter(at, end);
        }
        pieces.escaped(at, end, Character.toString(point));
        return end;
    }

    /**
     * Reads what begins with a dollar or percent sign.
     *
     * @return the offset after it, which is {@code at + 1} when the sign stands for itself
     */
    private int sequence(Pieces pieces, int run, int at) {
        char sign = text.charAt(at);
        if (is(at + 1, '{')) {
            pieces.text(run, at);
            return sign == '$' ? interpolation(pieces, at) : directive(pieces, at);
        }
        if (is(at + 1, sign) && is(at + 2, '{')) {
            pieces.text(run, at);
            pieces.escaped(at, at + 3, sign == '$' ? "${" : "%{");
            return at + 3;
        }
        return at + 1;
    }

    private int interpolation(Pieces pieces, int at) {
        enter(pieces, at);
        Expression inside = expressions.expression();
        int end = closeSequence();
        pieces.interpolation(inside, at, end, nesting.height());
        return end;
    }

    private int directive(Pieces pieces, int at) {
        enter(pieces, at);
        Directive directive = directive();
        int end = closeSequence();
        pieces.directive(directive, at, end, nesting.height());
        return end;
    }

    private Directive directive() {
        nesting.leaf();
        String keyword = lexer.at(Token.IDENTIFIER) ? lexer.word() : "";
        return switch (keyword) {
            case "if" -> {
                lexer.advance();
                yield new Directive.If(expressions.expression());
            }
            case "for" -> {
                lexer.advance();
                yield new Directive.For(expressions.names());
            }
            default -> {
                Directive end = Directive.End.of(keyword).orElseThrow(complaints::noSuchDirective);
                lexer.advance();
                yield end;
            }
        };
    }

    private void enter(Pieces pieces, int at) {
        boolean strips = is(at + 2, '~');
        pieces.endOfText(strips);
        lexer.push(at, false);
        lexer.advanceFrom(at + (strips ? 3 : 2));
    }

    /** The offset after the brace that closes a sequence. */
    private int closeSequence() {
        if (!lexer.at(Token.CLOSE_BRACE) && !lexer.at(Token.CLOSE_AND_STRIP)) {
            throw complaints.sequenceNotClosed();
        }
        lexer.pop();
        return lexer.end();
    }

    /** Reads the heredoc whose first line is the token. */
    Expression.Template heredoc() {
        nesting.enter(lexer);
        int open = lexer.start();
        lexer.push(open, lexer.newlines());
        String marker = marker(open);
        Pieces pieces = new Pieces(lexer);
        int at = lexer.end();
        int end = endMarker(at, marker);
        while (end < 0) {
            int lineStart = at;
            at = line(pieces, lineStart);
            if (at < 0) {
                throw complaints.unclosedHeredoc(open, marker, text.endsWith("\n" + marker));
            }
            refuseLoneReturns(lineStart, at);
            end = endMarker(at, marker);
        }
        if (isDedented(open)) {
            pieces.dedent();
        }
        lexer.pop();
        nesting.leave();
        lexer.advanceFrom(end);
        return new Expression.Template(pieces.parts(nesting), lexer.since(open));
    }

    /** HashiCorp's lexer has no meaning for a carriage return inside of a line, although it is text. */
    private void refuseLoneReturns(int from, int to) {
        int at = text.indexOf('\r', from, to);
        while (at >= 0 && is(at + 1, '\n')) {
            at = text.indexOf('\r', at + 1, to);
        }
        if (at >= 0) {
            throw complaints.loneReturn(at);
        }
    }

    private boolean isDedented(int open) {
        return text.charAt(open + 2) == '-';
    }

    private String marker(int open) {
        int from = open + (isDedented(open) ? 3 : 2);
        return text.substring(from, Names.end(text, from));
    }

    /** The offset after the end marker of a heredoc, looked for from a line on without reading what is between. */
    int endOfHeredoc(int open, int firstLine) {
        String marker = marker(open);
        int lineStart = firstLine;
        while (lineStart < text.length()) {
            int end = endMarker(lineStart, marker);
            if (end >= 0) {
                return end;
            }
            int lineEnd = text.indexOf('\n', lineStart);
            lineStart = lineEnd < 0 ? text.length() : lineEnd + 1;
        }
        return text.length();
    }

    /** Reads the whole text as one template. */
    Expression.Template file() {
        Pieces pieces = new Pieces(lexer);
        int at = 0;
        while (at >= 0) {
            at = line(pieces, at);
        }
        return new Expression.Template(pieces.parts(nesting), lexer.span(0, text.length()));
    }

    /** Reads up to the beginning of the next line of text; -1 at the end of the file. */
    private int line(Pieces pieces, int from) {
        int run = from;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineEnd(pieces, run, at);
                return at + 1;
            }
            int after = c == '$' || c == '%' ? sequence(pieces, run, at) : at + 1;
            run = after > at + 1 ? after : run;
            at = after;
        }
        pieces.text(run, at);
        return -1;
    }

    private void lineEnd(Pieces pieces, int run, int lineFeed) {
        int end = lineFeed > run && text.charAt(lineFeed - 1) == '\r' ? lineFeed - 1 : lineFeed;
        // HashiCorp's lexer takes a lone sign together with the byte after it, and then a line end on its own.
        boolean alone = end - 2 >= run && "$%".indexOf(text.charAt(end - 2)) >= 0 && text.charAt(end - 1) <= ' ';
        if (alone) {
            pieces.text(run, end);
            pieces.endOfStretch();
        }
        pieces.text(alone ? end : run, lineFeed + 1);
        pieces.endOfStretch();
    }

    /** The offset after the marker when a line holds nothing else, or -1. */
    private int endMarker(int lineStart, String marker) {
        int at = skipBlanks(lineStart);
        if (!text.startsWith(marker, at)) {
            return -1;
        }
        int end = at + marker.length();
        return is(skipBlanks(end), '\n') ? end : -1;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && Blanks.is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean is(int at, char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }
}
