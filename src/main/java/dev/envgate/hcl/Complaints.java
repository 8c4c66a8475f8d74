package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;

/** Every message about the native syntax, in one place. Those without an offset are about the token that the lexer is at. */
final class Complaints {
    private final Lexer lexer;

    Complaints(Lexer lexer) {
        this.lexer = lexer;
    }

    SyntaxError noExpression() {
        return here("Expected a value, but found " + found() + ".", "");
    }

    SyntaxError noElseArm(int question) {
        return here(
                "Expected `:` and the other value of the conditional, but found " + found() + ".",
                "The `?` stands " + place(question) + "; a conditional is written `condition ? one : other`.");
    }

    SyntaxError noAttributeName() {
        return here("Expected the name of an attribute after the dot, but found " + found() + ".", "");
    }

    SyntaxError legacyIndexInIndex(Span number) {
        return new SyntaxError(new Problem(
                number,
                "Two indexes cannot be written with dots one behind the other.",
                "Write indexes in brackets: `list[0][1]`."));
    }

    SyntaxError splatInSplat() {
        return here("A splat with `.*` cannot hold another one.", "Write `[*]` instead of `.*`.");
    }

    SyntaxError notANumber() {
        return here("This is no number.", "A number has digits, at most one point and at most one exponent: `1.5e3`.");
    }

    SyntaxError noFunctionName() {
        return here("Expected the name of a function after `::`, but found " + found() + ".", "");
    }

    SyntaxError noArguments(String name) {
        return here("Expected `(` after the function name `" + name + "`, but found " + found() + ".", "");
    }

    SyntaxError notClosed(Token expected, int open) {
        return here(
                "Expected " + expected.words() + ", but found " + found() + ".",
                "It closes the bracket that was opened " + place(open) + ".");
    }

    SyntaxError noListEnd(Token expected, int open) {
        return here(
                "Expected `,` or " + expected.words() + ", but found " + found() + ".",
                "The list was opened " + place(open) + ".");
    }

    SyntaxError noPairEnd(int open) {
        return here(
                "Expected a comma, a new line or `}` after this pair, but found " + found() + ".",
                "The object was opened " + place(open) + ".");
    }

    SyntaxError noPairValue(int key, int open) {
        return here(
                "Expected `=` and a value after the key, but found " + found() + ".",
                "The object was opened " + place(open) + ".");
    }

    SyntaxError neverClosed(int open) {
        return at(open, open + 1, "This brace is never closed.", "");
    }

    SyntaxError keyInTuple() {
        return here("A `for` in brackets makes a list and takes no key.", "Write it in braces to make an object.");
    }

    SyntaxError groupingInTuple() {
        return here("A `for` in brackets cannot group with `...`.", "Write it in braces to make an object.");
    }

    SyntaxError noKeyInObject() {
        return here(
                "A `for` in braces needs `key => value`, but here is " + found() + ".",
                "Write it in brackets to make a list.");
    }

    SyntaxError noColonInFor() {
        return here("Expected `:` after the collection of the `for`, but found " + found() + ".", "");
    }

    SyntaxError noInInFor() {
        return here("Expected `in` after the variables of the `for`, but found " + found() + ".", "");
    }

    SyntaxError noVariableInFor() {
        return here("Expected the name of a variable for the `for`, but found " + found() + ".", "");
    }

    SyntaxError unclosedString(int open, int at) {
        return at(open, at, "This string is not closed before the end of its line.", "Add the closing quote.");
    }

    SyntaxError noSuchEscape(int at) {
        return at(at, at + 2, "There is no such escape.", "To mean a backslash, write `\\\\`.");
    }

    SyntaxError badUnicodeEscape(int at, int digits) {
        return at(at, at + 2, "This escape needs " + digits + " hexadecimal digits.", "");
    }

    SyntaxError noSuchCharacter(int at, int end) {
        return at(at, end, "There is no character with this number.", "");
    }

    SyntaxError noSuchDirective() {
        return here(
                "Expected `if`, `else`, `endif`, `for` or `endfor`, but found " + found() + ".",
                "To mean the text `%{`, write `%%{`.");
    }

    SyntaxError sequenceNotClosed(int open) {
        return here(
                "Expected `}`, but found " + found() + ".", "It closes the sequence that begins " + place(open) + ".");
    }

    SyntaxError unclosedHeredoc(int open, String marker) {
        return at(
                open,
                open + 2,
                "This heredoc is never closed.",
                "Add a line that holds only `" + marker + "`, and end it with a line end.");
    }

    SyntaxError endWithoutBegin(int start, int end, String keyword) {
        return at(start, end, "There is nothing that this `" + keyword + "` belongs to.", "");
    }

    SyntaxError directiveNotEnded(int start, int end, String keyword) {
        return at(start, end, "This has no `" + keyword + "`.", "");
    }

    SyntaxError afterExpression() {
        return here("Expected the end of the expression, but found " + found() + ".", "");
    }

    SyntaxError duplicate(Body.Attribute again, Body.Attribute earlier) {
        return new SyntaxError(new Problem(
                again.nameSpan(),
                "The argument `" + again.name() + "` is set twice.",
                "It was set before on line " + earlier.nameSpan().line() + "; remove one of the two."));
    }

    SyntaxError noItem() {
        return here("Expected an argument or a block, but found " + found() + ".", "");
    }

    SyntaxError noAssignment(String word) {
        return here(
                "Expected `=` or a block after `" + word + "`, but found " + found() + ".",
                "Write `" + word + " = value` or `" + word + " {`.");
    }

    SyntaxError noLineEnd(String what) {
        return here("Expected a new line after " + what + ", but found " + found() + ".", "");
    }

    SyntaxError noBlockBrace() {
        return here("Expected a label or `{` of the block, but found " + found() + ".", "");
    }

    SyntaxError sequenceInLabel(Span span) {
        return new SyntaxError(Problem.at(span, "The label of a block cannot be computed."));
    }

    SyntaxError blockInOneLine() {
        return here(
                "A block on one line can hold one argument and nothing else.",
                "Put what is in the braces on lines of its own.");
    }

    SyntaxError oneLineNotClosed() {
        return here(
                "A block on one line must be closed after its one argument, but here is " + found() + ".",
                "Put what is in the braces on lines of its own.");
    }

    SyntaxError here(String message, String hint) {
        return at(lexer.start(), lexer.end(), message, hint);
    }

    SyntaxError at(int start, int end, String message, String hint) {
        int limit = lexer.text().length();
        return new SyntaxError(new Problem(lexer.span(Math.min(start, limit), Math.min(end, limit)), message, hint));
    }

    String found() {
        return lexer.token().words();
    }

    private String place(int offset) {
        Span span = lexer.span(offset, offset);
        return "on line " + span.line() + ", column " + span.column();
    }
}
