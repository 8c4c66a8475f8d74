package dev.envgate.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHP: the text outside of {@code <?php}, here-documents, and attributes, which begin like a comment. */
final class PhpLexer extends Lexer {
    private static final Pattern HEREDOC = Pattern.compile("<<<[ \\t]*([\"']?)(\\w{1,100})\\1");
    private static final Quote HOLES = Quote.block("\"").holes("{$").bareHoles();

    private final Heredocs heredocs = new Heredocs();

    PhpLexer(String text) {
        super(Dialect.PHP, text);
    }

    @Override
    void begin() {
        outside();
    }

    /** Passes over text up to the next piece of PHP. */
    private void outside() {
        int open = text.indexOf("<?", at);
        while (open >= 0 && !text.startsWith("<?php", open) && !text.startsWith("<?=", open)) {
            open = text.indexOf("<?", open + 2);
        }
        at = open < 0 ? text.length() : open + (text.startsWith("<?=", open) ? 3 : 5);
    }

    @Override
    boolean special(char c) {
        return switch (c) {
            case '?' -> here("?>") && closed();
            case '#' -> here("#[") && attribute();
            case '/' -> here("//") && comment();
            case '<' -> heredoc();
            default -> false;
        };
    }

    private boolean closed() {
        add(new Token(Token.Kind.SIGN, at, at + 2, ";"));
        outside();
        return true;
    }

    private boolean attribute() {
        at++;
        return true;
    }

    /** A comment ends with its line or with the piece of PHP. */
    private boolean comment() {
        int end = lineEnd(at);
        while (at < end && !here("?>")) {
            at++;
        }
        return true;
    }

    @Override
    void lineEnded() {
        heredocs.take(this);
    }

    private boolean heredoc() {
        Matcher matcher = HEREDOC.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt()) {
            return false;
        }
        heredocs.announce(matcher.group(2), matcher.group(1).equals("'") ? Quote.block("'") : HOLES);
        add(new Token(Token.Kind.STRING, at, matcher.end(), "heredoc"));
        at = matcher.end();
        return true;
    }
}
