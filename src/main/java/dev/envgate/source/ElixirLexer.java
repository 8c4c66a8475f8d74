package dev.envgate.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Elixir: sigils, and {@code ?"} for a character. */
final class ElixirLexer extends Lexer {
    private static final Pattern SIGIL = Pattern.compile("~([a-zA-Z]+)(\"\"\"|'''|[(\\[{<|/\"'])");

    ElixirLexer(String text) {
        super(Dialect.ELIXIR, text);
    }

    @Override
    boolean special(char c) {
        if (c == '?' && at + 1 < text.length() && "\"'#\\".indexOf(text.charAt(at + 1)) >= 0) {
            at += text.charAt(at + 1) == '\\' ? 3 : 2;
            at = Math.min(at, text.length());
            return true;
        }
        return c == '~' && sigil();
    }

    private boolean sigil() {
        Matcher matcher = SIGIL.matcher(text).region(at, lineEnd(at));
        if (!matcher.lookingAt()) {
            return false;
        }
        boolean raw = Character.isUpperCase(matcher.group(1).charAt(0));
        String hole = raw ? "" : "#{";
        string(new Quote(matcher.group(), closing(matcher.group(2)), Quote.Escape.BACKSLASH, hole, false, true));
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
}
