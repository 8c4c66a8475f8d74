package dev.envgate.source;

/** JavaScript and TypeScript, with the elements of JSX, whose text is no code. */
final class ScriptLexer extends Lexer {
    private static final int DEEPEST = 200;

    private final boolean elements;
    private int depth;

    /** @param elements whether {@code <a>} can be an element; in TypeScript without JSX it is a type */
    ScriptLexer(String text, boolean elements) {
        super(Dialect.JAVASCRIPT, text);
        this.elements = elements;
    }

    @Override
    boolean special(char c) {
        if (c != '<' || !elements || depth >= DEEPEST || !operandHere() || !opensElement()) {
            return false;
        }
        int start = at;
        element();
        add(new Token(Token.Kind.NUMBER, start, at, "<>"));
        return true;
    }

    private boolean opensElement() {
        char next = charAt(at + 1);
        if (next == '>') {
            return true;
        }
        int end = nameEnd(at + 1);
        boolean generic = charAt(end) == ',' || text.startsWith(" extends ", end) || text.startsWith(" =", end);
        return Character.isLetter(next) && !generic;
    }

    private void element() {
        depth++;
        at = nameEnd(at + 1);
        if (!attributes()) {
            children();
        }
        depth--;
    }

    /** Whether the element has no children. */
    private boolean attributes() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (here("/>")) {
                at += 2;
                return true;
            } else if (c == '>') {
                at++;
                return false;
            } else if (c == '{') {
                at++;
                code('{', '}');
            } else if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close + 1;
            } else {
                at++;
            }
        }
        return true;
    }

    private void children() {
        while (at < text.length()) {
            if (here("</")) {
                int close = text.indexOf('>', at);
                at = close < 0 ? text.length() : close + 1;
                return;
            } else if (text.charAt(at) == '{') {
                at++;
                code('{', '}');
            } else if (text.charAt(at) == '<' && depth < DEEPEST && opensElement()) {
                element();
            } else {
                at++;
            }
        }
    }

    private int nameEnd(int from) {
        int end = from;
        while (Character.isLetterOrDigit(charAt(end)) || ".:-_".indexOf(charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }
}
