package dev.envgate.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ruby: here-documents, {@code %w[…]}, {@code =begin} and {@code __END__}. */
final class RubyLexer extends Lexer {
    private static final Pattern HEREDOC = Pattern.compile("<<[~-]?(?:([\"'`])(\\w{1,100})\\1|([A-Z_]\\w{0,100}))");
    private static final Pattern LITERAL = Pattern.compile("%([qQwWiIrsx]?)([(\\[{<|!/])");
    private static final Quote HOLES = Quote.block("\"").holes("#{");

    private final Heredocs heredocs = new Heredocs();

    RubyLexer(String text) {
        super(Dialect.RUBY, text);
    }

    @Override
    boolean special(char c) {
        return switch (c) {
            case '=' -> here("=begin") && lineStart() && passedOver("\n=end");
            case '_' -> here("__END__") && lineStart() && passedOver("\0");
            case '<' -> heredoc();
            case '%' -> literal();
            case '?' -> letter();
            default -> false;
        };
    }

    @Override
    void lineEnded() {
        heredocs.take(this);
    }

    private boolean passedOver(String end) {
        int close = text.indexOf(end, at);
        at = close < 0 ? text.length() : close + end.length();
        return true;
    }

    private boolean heredoc() {
        Matcher matcher = HEREDOC.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt() || (last().kind() == Token.Kind.NUMBER)) {
            return false;
        }
        boolean bare = matcher.start(3) >= 0;
        boolean raw = !bare && matcher.group(1).equals("'");
        heredocs.announce(bare ? matcher.group(3) : matcher.group(2), raw ? Quote.block("'") : HOLES);
        add(new Token(Token.Kind.STRING, at, matcher.end(), "heredoc"));
        at = matcher.end();
        return true;
    }

    private boolean literal() {
        Matcher matcher = LITERAL.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt() || !(operandHere() || (!matcher.group(1).isEmpty() && last().word()))) {
            return false;
        }
        boolean holes = !matcher.group(1).matches("[qwis]");
        String open = matcher.group();
        Quote quote = Quote.block(closing(matcher.group(2))).overLines();
        string(new Quote(open, quote.close(), quote.escape(), holes ? "#{" : "", false, true));
        return true;
    }

    private static String closing(String open) {
        return switch (open) {
            case "(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            case "<" -> ">";
            default -> open;
        };
    }

    /** {@code ?"}: one character. */
    private boolean letter() {
        boolean quote = here("?\"") || here("?'") || here("?#");
        if (!quote || !operandHere()) {
            return false;
        }
        add(new Token(Token.Kind.NUMBER, at, at + 2, "?"));
        at += 2;
        return true;
    }
}
