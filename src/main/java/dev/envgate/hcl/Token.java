package dev.envgate.hcl;

/** The kinds of token outside of template text, each with the words by which a message names it. */
enum Token {
    END_OF_FILE("the end of the file"),
    NEWLINE("the end of the line"),
    IDENTIFIER("a name"),
    NUMBER("a number"),
    QUOTE("a string"),
    HEREDOC("a heredoc"),
    OPEN_BRACE("`{`"),
    CLOSE_BRACE("`}`"),
    CLOSE_AND_STRIP("`~}`"),
    OPEN_PARENTHESIS("`(`"),
    CLOSE_PARENTHESIS("`)`"),
    OPEN_BRACKET("`[`"),
    CLOSE_BRACKET("`]`"),
    ASSIGN("`=`"),
    COLON("`:`"),
    NAMESPACE("`::`"),
    COMMA("`,`"),
    DOT("`.`"),
    ELLIPSIS("`...`"),
    ARROW("`=>`"),
    QUESTION("`?`"),
    PLUS("`+`"),
    MINUS("`-`"),
    STAR("`*`"),
    SLASH("`/`"),
    PERCENT("`%`"),
    NOT("`!`"),
    EQUAL("`==`"),
    NOT_EQUAL("`!=`"),
    LESS("`<`"),
    LESS_OR_EQUAL("`<=`"),
    GREATER("`>`"),
    GREATER_OR_EQUAL("`>=`"),
    AND("`&&`"),
    OR("`||`"),
    OPEN_COMMENT("`/*`"),
    INVALID("a character that has no meaning here");

    private final String words;

    Token(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
