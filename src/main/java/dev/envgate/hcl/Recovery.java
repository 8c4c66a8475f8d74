package dev.envgate.hcl;

/**
 * Finds where to go on behind an item that could not be read: at the end of the line on which all of its brackets are closed, or earlier,
 * where the indentation says that a bracket is missing.
 */
final class Recovery {
    private final Lexer lexer;
    private final TemplateParser templates;
    private final String text;

    Recovery(Lexer lexer, TemplateParser templates) {
        this.lexer = lexer;
        this.templates = templates;
        this.text = lexer.text();
    }

    /**
     * Skips what is left of an item; the token is then a line end, the brace that closes the block around it, or the end of the file.
     *
     * @param start where the item begins
     * @param inBlock whether there is a block around it
     */
    void skipItem(int start, boolean inBlock) {
        int indentation = indentation(start);
        int open = leaveBrackets();
        while (!lexer.at(Token.END_OF_FILE)) {
            switch (lexer.token()) {
                case OPEN_BRACE, OPEN_BRACKET, OPEN_PARENTHESIS -> open++;
                case CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS -> {
                    if (inBlock && closesBlock(open, indentation)) {
                        return;
                    }
                    open = Math.max(0, open - 1);
                }
                case NEWLINE -> {
                    if (open == 0 || isItem(lexer.end(), indentation)) {
                        return;
                    }
                }
                default -> {}
            }
            skipToken();
        }
    }

    /** Whether the token closes the block around the item, although brackets of the item may be open. */
    private boolean closesBlock(int open, int indentation) {
        if (!lexer.at(Token.CLOSE_BRACE)) {
            return false;
        }
        int column = indentation(lexer.start());
        return open == 0 || (column < indentation && skipBlanks(lexer.start() - column) == lexer.start());
    }

    /** Whether a line begins with a name and what can follow one in an item, no further right than another item. */
    private boolean isItem(int lineStart, int indentation) {
        int name = skipBlanks(lineStart);
        int after = Names.end(text, name);
        int next = skipBlanks(after);
        return after > name
                && name - lineStart <= indentation
                && next < text.length()
                && (text.charAt(next) == '{' || text.charAt(next) == '"' || isAssign(next) || isLabel(after, next));
    }

    private boolean isAssign(int at) {
        return text.charAt(at) == '=' && !text.startsWith("==", at) && !text.startsWith("=>", at);
    }

    private boolean isLabel(int nameEnd, int next) {
        return next > nameEnd && Names.end(text, next) > next;
    }

    /** Goes behind the outermost string that is open, or behind a merge conflict, and says how many brackets are open around it. */
    private int leaveBrackets() {
        int string = outermostString();
        int opener = string < lexer.opened() ? lexer.openOffset(string) : -1;
        int line = lineStart(lexer.start());
        lexer.closeDownTo(0);
        if (opener >= 0) {
            lexer.advanceFrom(
                    text.charAt(opener) == '"' ? endOfLine(lexer.start()) : templates.endOfHeredoc(opener, line));
        } else if (text.startsWith("=======", line) && string == 0) {
            lexer.advanceFrom(endOfLine(Math.max(line, text.indexOf("\n>>>>>>>", line) + 1)));
        }
        return string;
    }

    private int outermostString() {
        int index = 0;
        while (index < lexer.opened() && !isString(lexer.openOffset(index))) {
            index++;
        }
        return index;
    }

    private boolean isString(int opener) {
        return text.charAt(opener) == '"' || text.charAt(opener) == '<';
    }

    private void skipToken() {
        switch (lexer.token()) {
            case QUOTE -> lexer.advanceFrom(endOfString(lexer.end()));
            case HEREDOC -> lexer.advanceFrom(templates.endOfHeredoc(lexer.start(), lexer.end()));
            case OPEN_COMMENT -> lexer.advanceFrom(text.length());
            default -> lexer.advance();
        }
    }

    /** Only about: behind the next quote that is not escaped, at most at the end of the line. */
    private int endOfString(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at < text.length() && text.charAt(at) == '"' ? at + 1 : at);
    }

    private int endOfLine(int from) {
        int found = text.indexOf('\n', from);
        return found < 0 ? text.length() : found;
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private int indentation(int offset) {
        return offset - lineStart(offset);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
