package dev.envgate.dotenv;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;

/** Every message about the grammar of a contract, in one place. */
final class Complaints {
    private Complaints() {}

    static Problem noAssignment(Span line) {
        return new Problem(
                line,
                "This line is neither an assignment nor a comment.",
                "Write `NAME=value`, or put `#` before it; a value over several lines needs quotes.");
    }

    static Problem badName(Span name) {
        return new Problem(
                name,
                "This is not the name of a variable.",
                "A name has letters, digits, `_`, `.`, `-` and `:` only, and begins with a letter, a digit or `_`.");
    }

    static Problem noName(Span sign) {
        return new Problem(sign, "There is no name before this sign.", "Write `NAME=value`.");
    }

    static Problem unclosedQuote(Span quote) {
        return new Problem(
                quote,
                "This quote is never closed.",
                "Close it; reading went on at the next line as if it ended here.");
    }

    static Problem textAfterQuote(Span tail) {
        return new Problem(
                tail,
                "There is text after the closing quote.",
                "Put the whole value in quotes, escape the quotes in it, or begin a comment with `#`.");
    }

    static Problem unclosed(Span opening) {
        return new Problem(
                opening,
                "This `" + opening.text() + "` is never closed.",
                "Close it, or put the value in single quotes.");
    }

    static Problem severalLines(Span start) {
        return new Problem(start, "A value over several lines needs quotes.", "Put it in single or double quotes.");
    }

    /** The line may be a part of a key that somebody pasted, so nothing in it is taken for a name. */
    static Problem encoded(Span line) {
        return new Problem(
                line,
                "This line looks like a part of an encoded value.",
                "Put the whole value in quotes, or in one line.");
    }

    static Problem computedName(Span line) {
        return new Problem(
                line, "This line is made by a template, so its name is not known.", "Write the name out in full.");
    }

    static Problem nul(Span character) {
        return new Problem(character, "There is a NUL character in the text.", "Save the file as text in UTF-8.");
    }

    static Problem undecodable(Span character) {
        return new Problem(
                character, "A character here could not be decoded.", "Save the file as UTF-8 and write it again.");
    }
}
