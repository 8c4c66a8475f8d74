package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.Optional;

/**
 * Every message about the native syntax, in one place. Those without an offset are about the token that the lexer is at, unless something
 * on its line says more: a merge conflict, a character that an office program put there, a bracket that is never closed.
 */
final class Complaints {
    private final Lexer lexer;

    Complaints(Lexer lexer) {
        this.lexer = lexer;
    }

    SyntaxError noExpression() {
        return here(
                lexer.at(Token.NEWLINE) ? "The value is missing." : "Expected a value, but found " + found() + ".",
                lexer.at(Token.NEWLINE) ? "A value begins on the line of its `=`, operator or comma." : "");
    }

    SyntaxError noElseArm(int question) {
        return here(
                "Expected `:` and the other value of the conditional, but found " + found() + ".",
                "A conditional is written `condition ? one : other`; this one has its `?` " + place(question) + ".");
    }

    SyntaxError noAttributeName() {
        return here(
                "Expected the name of an attribute after the dot, but found " + found() + ".",
                "Other keys are written in brackets: `object[\"key\"]`, `list[0]`.");
    }

    SyntaxError legacyIndexInIndex(Span number) {
        return at(
                number,
                "Two indexes cannot be written with dots one behind the other.",
                "Write indexes in brackets: `list[0][1]`.");
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

    SyntaxError noArguments() {
        return here("Expected `(` after the name of a function, but found " + found() + ".", "");
    }

    SyntaxError notClosed(Token expected) {
        return here("Expected " + expected.words() + ", but found " + found() + ".", opened());
    }

    SyntaxError noListEnd(Token expected) {
        return here("Expected `,` or " + expected.words() + ", but found " + found() + ".", opened());
    }

    SyntaxError noPairEnd() {
        return here(
                "Expected a comma, a new line or `}` after this pair, but found " + found() + ".",
                "Put each pair on a line of its own, or a comma between them.");
    }

    SyntaxError noPairValue(int key) {
        return here(
                "Expected `=` and a value after the key of a pair, but found " + found() + ".",
                lexer.at(Token.OPEN_BRACE) ? "In an object, what is in braces needs `=` before the brace." : opened());
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
        return here("Expected `:` after the collection of the `for`, but found " + found() + ".", forForm());
    }

    SyntaxError noInInFor() {
        return here("Expected `in` after the variables of the `for`, but found " + found() + ".", forForm());
    }

    SyntaxError noVariableInFor() {
        return here(
                "Expected the name of a variable for the `for`, but found " + found() + ".",
                "A key that is called `for` is written in quotes.");
    }

    private static String forForm() {
        return "A `for` is written `[for key, value in collection : result]`.";
    }

    /** About a string that its line ends in. */
    SyntaxError unclosedString(int open, int end) {
        Optional<SyntaxError> conflict = conflictMarker(end);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        int sequence = lexer.opened() > 1 ? lexer.openOffset(lexer.opened() - 2) : open;
        return at(
                lexer.span(open, end),
                "This string is not closed before the end of its line.",
                isSequence(sequence)
                        ? "Add the closing quote, or close the sequence that begins " + place(sequence) + "."
                        : "Add the closing quote; text of several lines is written as a heredoc.");
    }

    SyntaxError noSuchEscape(int at) {
        return at(
                lexer.span(at, Math.min(at + 2, lexer.text().length())),
                "There is no such escape.",
                "There are `\\n`, `\\r`, `\\t`, `\\\"`, `\\\\`, `\\uNNNN` and `\\UNNNNNNNN`; to mean a backslash, write `\\\\`.");
    }

    SyntaxError badUnicodeEscape(int at, int digits) {
        return at(lexer.span(at, at + 2), "This escape needs " + digits + " hexadecimal digits.", "");
    }

    SyntaxError loneReturn(int at) {
        return at(
                lexer.span(at, at + 1), "A line cannot end in a carriage return alone.", "End lines with LF or CR LF.");
    }

    SyntaxError strayByte(int at) {
        return at(lexer.span(at, at + 1), "This byte is no UTF-8.", "Save the file as UTF-8.");
    }

    SyntaxError noSuchCharacter(int at, int end) {
        return at(lexer.span(at, end), "There is no character with this number.", "");
    }

    SyntaxError noSuchDirective() {
        return here(
                "Expected `if`, `else`, `endif`, `for` or `endfor`, but found " + found() + ".",
                "To mean the text `%{`, write `%%{`.");
    }

    SyntaxError sequenceNotClosed() {
        return here(
                "Expected `}`, but found " + found() + ".",
                "The sequence was opened " + place(innermost()) + "; to mean the text `${`, write `$${`.");
    }

    SyntaxError unclosedHeredoc(int open, String marker, boolean markerAtEnd) {
        return at(
                lexer.span(open, lexer.text().indexOf(marker, open) + marker.length()),
                "This heredoc is never closed.",
                markerAtEnd
                        ? "Add a line end after the `" + marker + "` at the end of the file."
                        : "Add a line that holds nothing but `" + marker + "`.");
    }

    SyntaxError endWithoutBegin(int start, int end, String keyword) {
        return at(lexer.span(start, end), "There is nothing that this `" + keyword + "` belongs to.", "");
    }

    SyntaxError directiveNotEnded(int start, int end, String keyword) {
        return at(
                lexer.span(start, end),
                "This directive is never ended.",
                "Add `%{ " + keyword + " }` after the part that belongs to it.");
    }

    SyntaxError afterExpression() {
        return here("Expected the end of the expression, but found " + found() + ".", "");
    }

    SyntaxError duplicate(Body.Attribute again, Body.Attribute earlier) {
        return at(
                again.nameSpan(),
                "The argument `" + again.name() + "` is set twice.",
                "It is already set on line " + earlier.nameSpan().line() + "; remove one of the two.");
    }

    SyntaxError noItem() {
        return switch (lexer.token()) {
            case CLOSE_BRACE ->
                here("There is no `{` that this `}` closes.", "Remove it, or add what is missing before it.");
            case QUOTE -> here("The name of an argument or block is written without quotes.", "Remove the quotes.");
            default -> here("Expected an argument or a block, but found " + found() + ".", "");
        };
    }

    SyntaxError markup() {
        return at(
                lexer.span(),
                "This is HTML or XML, not Terraform.",
                "The file was probably downloaded from a page that shows it; fetch the raw file.");
    }

    SyntaxError json() {
        return at(
                lexer.span(),
                "This is JSON, which Terraform reads only from files whose name ends in `.tf.json` or `.tfvars.json`.",
                "Rename the file, or write it in the native syntax.");
    }

    SyntaxError noAssignment() {
        return switch (lexer.token()) {
            case COLON -> here("An argument takes `=` and not `:` before its value.", "Write `name = value`.");
            case DOT, OPEN_BRACKET -> here("An argument has a plain name.", "A reference can stand only in a value.");
            default ->
                here(
                        "Expected `=` or a block after this name, but found " + found() + ".",
                        "Write `name = value` or `name {`.");
        };
    }

    SyntaxError noLineEndAfterArgument() {
        return here(
                "Expected a new line after this argument, but found " + found() + ".",
                lexer.at(Token.COMMA) ? "Remove the comma." : "Put each argument on a line of its own.");
    }

    SyntaxError noLineEndAfterBlock() {
        return here(
                "Expected a new line after this block, but found " + found() + ".",
                "Put each block on lines of its own.");
    }

    SyntaxError noBlockBrace() {
        return switch (lexer.token()) {
            case NEWLINE ->
                here("The `{` of a block stands on the line of its name.", "Move the brace up to this line.");
            case ASSIGN ->
                here(
                        "A block takes no `=`, and an argument takes no label.",
                        "Remove the `=` to write a block, or what stands between the name and the `=`.");
            default -> here("Expected a label or the `{` of the block, but found " + found() + ".", "");
        };
    }

    SyntaxError sequenceInLabel(Span span) {
        return at(
                span,
                "The label of a block cannot be computed.",
                "Write it out, or use `for_each` inside of the block.");
    }

    SyntaxError blockInOneLine() {
        return here("A block on one line can hold one argument and nothing else.", ownLines());
    }

    SyntaxError oneLineNotClosed() {
        return here(
                "A block on one line must be closed after its one argument, but here is " + found() + ".", ownLines());
    }

    private static String ownLines() {
        return "Put everything between the braces on lines of its own.";
    }

    /** About a block that the file ends in. */
    Problem blockNeverClosed(int open, Optional<Span> suspect) {
        return new Problem(
                lexer.span(open, open + 1),
                "This block is never closed.",
                suspect.map(span -> "A `}` is probably missing before line " + span.line() + ".")
                        .orElse("Add the missing `}`."));
    }

    private SyntaxError here(String message, String hint) {
        return conflictMarker(lexer.start())
                .or(this::escapedSequence)
                .or(this::neverClosed)
                .or(this::strangeCharacter)
                .orElseGet(() -> at(lexer.at(Token.NEWLINE) ? beforeLineEnd() : lexer.span(), message, hint));
    }

    private Span beforeLineEnd() {
        return lexer.span(lexer.start(), lexer.start());
    }

    private static SyntaxError at(Span span, String message, String hint) {
        return new SyntaxError(new Problem(span, message, hint));
    }

    /** A line that Git left where two changes met; it is at fault whatever stumbled over it. */
    private Optional<SyntaxError> conflictMarker(int offset) {
        String text = lexer.text();
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        boolean marked = text.startsWith("<<<<<<<", start)
                || text.startsWith("=======", start)
                || text.startsWith(">>>>>>>", start)
                || text.startsWith("|||||||", start);
        return marked
                ? Optional.of(
                        at(
                                lexer.span(start, start + 7),
                                "A merge conflict was left in the file.",
                                "Keep one of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."))
                : Optional.empty();
    }

    /** A string that ends too early, because a sequence that was meant in it is escaped: {@code "~$${var.size == "small" ? 1 : 2}"}. */
    private Optional<SyntaxError> escapedSequence() {
        String text = lexer.text();
        int quote = lexer.previousEnd() - 1;
        if (quote < 1 || text.charAt(quote) != '"') {
            return Optional.empty();
        }
        int open = text.lastIndexOf('"', quote - 1);
        int escaped = text.lastIndexOf("$${", quote);
        return open < 0 || escaped < open || text.substring(escaped, quote).indexOf('}') >= 0
                ? Optional.empty()
                : Optional.of(at(
                        lexer.span(escaped, escaped + 3),
                        "`$${` is the text `${` and begins no sequence, so the string ends at the next quote.",
                        "Where a value is meant, write `${`; a `$` before a value is written `${\"$\"}${…}`."));
    }

    private Optional<SyntaxError> neverClosed() {
        if (!lexer.at(Token.END_OF_FILE) || lexer.opened() == 0) {
            return Optional.empty();
        }
        int open = innermost();
        int end = isSequence(open) ? open + 2 : open + 1;
        String bracket = lexer.text().substring(open, end);
        return Optional.of(
                at(lexer.span(open, end), "This `" + bracket + "` is never closed.", "Add the closing bracket."));
    }

    private boolean isSequence(int open) {
        return lexer.text().startsWith("${", open) || lexer.text().startsWith("%{", open);
    }

    private Optional<SyntaxError> strangeCharacter() {
        return switch (lexer.token()) {
            case OPEN_COMMENT -> Optional.of(at(lexer.span(), "This comment is never closed.", "Add `*/`."));
            case INVALID -> Optional.of(strange(lexer.text().codePointAt(lexer.start())));
            default -> Optional.empty();
        };
    }

    private SyntaxError strange(int point) {
        return switch (point) {
            case '\'' -> at(lexer.span(), "A string is written in double quotes.", "Write `\"` instead of `'`.");
            case '“', '”', '„', '‟', '‘', '’', '«', '»' ->
                at(lexer.span(), "This is a typographic quotation mark.", "Write `\"` instead.");
            case ';' -> at(lexer.span(), "Arguments are not separated by `;`.", "Put each on a line of its own.");
            case '&', '|', '^', '~' ->
                at(lexer.span(), "There are no operators on bits.", "For conditions there are `&&` and `||`.");
            case '$' ->
                at(
                        lexer.span(),
                        "A `$` has a meaning only inside of quotes.",
                        "Write the expression without `${` and `}`.");
            case '\r' -> loneReturn(lexer.start());
            case 0xFFFD -> at(lexer.span(), "This is not UTF-8 text.", "Save the file as UTF-8.");
            default ->
                at(
                        lexer.span(),
                        "The character U+%04X has no meaning here.".formatted(point),
                        Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT
                                ? "It cannot be seen; replace it by a space."
                                : "");
        };
    }

    private String found() {
        return lexer.token().words();
    }

    private String opened() {
        return "It belongs to the `" + lexer.text().charAt(innermost()) + "` " + place(innermost()) + ".";
    }

    private int innermost() {
        return lexer.openOffset(lexer.opened() - 1);
    }

    private String place(int offset) {
        Span span = lexer.span(offset, offset);
        return "on line " + span.line() + ", column " + span.column();
    }
}
