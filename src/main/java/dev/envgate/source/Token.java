package dev.envgate.source;

/**
 * A piece of code that means something: comments and blanks are left out.
 *
 * @param start where it begins in the file, in UTF-16 units
 * @param text a word or sign as it is written, the content of a string; of a string with code inside, what stands before the code
 * @param tail of a string with code inside, what stands behind the last piece of code
 */
record Token(Kind kind, int start, int end, String text, String tail) {
    /** What sort of piece it is. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        /** A string with code inside; the code is a stream of its own. */
        TEMPLATE,
        SIGN,
        /** The end of a line, in languages where it matters; the text is the indentation of the next one. */
        LINE,
        END
    }

    Token(Kind kind, int start, int end, String text) {
        this(kind, start, end, text, "");
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    boolean string() {
        return kind == Kind.STRING;
    }

    boolean sign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
