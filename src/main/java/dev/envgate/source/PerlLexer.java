package dev.envgate.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Perl: documentation, here-documents, {@code q(…)} and what is matched. */
final class PerlLexer extends Lexer {
    private static final Pattern HEREDOC = Pattern.compile("<<~?(?:([\"'])(\\w{1,100})\\1|([A-Z_]\\w{0,100}))");
    private static final Pattern LITERAL = Pattern.compile("(qq|q|qw|qr|m|s|tr|y)([({\\[</|!])");
    private static final Quote HOLES = Quote.block("\"").bareHoles();

    private final Heredocs heredocs = new Heredocs();

    PerlLexer(String text) {
        super(Dialect.PERL, text);
    }

    @Override
    boolean special(char c) {
        return switch (c) {
            case '=' -> documentation();
            case '_' -> here("__END__") && lineStart() && ended();
            case '<' -> heredoc();
            case '$' -> count();
            case 'q', 'm', 's', 't', 'y' -> literal();
            default -> false;
        };
    }

    private boolean documentation() {
        boolean begins = (at == 0 || text.charAt(at - 1) == '\n')
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
        if (begins) {
            int cut = text.indexOf("\n=cut", at);
            at = cut < 0 ? text.length() : lineEnd(cut + 1);
        }
        return begins;
    }

    private boolean ended() {
        at = text.length();
        return true;
    }

    /** {@code $#list}: no comment. */
    private boolean count() {
        boolean count = here("$#");
        at += count ? 2 : 0;
        return count;
    }

    private boolean literal() {
        Matcher matcher = LITERAL.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt() || last().sign("->") || last().sign("{")) {
            return false;
        }
        boolean holes = !matcher.group(1).matches("q|qw|tr|y");
        String close = closing(matcher.group(2));
        string(new Quote(matcher.group(), close, Quote.Escape.BACKSLASH, "", holes, true));
        if (matcher.group(1).matches("s|tr|y")) {
            replacement(close, matcher.group(2).equals(close));
        }
        return true;
    }

    /** The second half of {@code s/a/b/}. */
    private void replacement(String close, boolean shared) {
        int end = lineEnd(at);
        at = Math.min(end, shared ? at : at + 1);
        while (at < end && !here(close)) {
            at++;
        }
        at = Math.min(end, at + 1);
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

    @Override
    void lineEnded() {
        heredocs.take(this);
    }

    private boolean heredoc() {
        Matcher matcher = HEREDOC.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt()) {
            return false;
        }
        boolean bare = matcher.start(3) >= 0;
        boolean raw = !bare && matcher.group(1).equals("'");
        heredocs.announce(bare ? matcher.group(3) : matcher.group(2), raw ? Quote.block("'") : HOLES);
        add(new Token(Token.Kind.STRING, at, matcher.end(), "heredoc"));
        at = matcher.end();
        return true;
    }
}
