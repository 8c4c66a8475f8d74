package dev.envgate.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text from outside harmless for the place it is shown at. */
public final class Escape {
    /** What runners of pipelines take for a command when it stands in a log: {@code ::name::} that begins a line, <code>##[name]</code> anywhere. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<!\\S)::|##(?=\\w{0,20}\\[)", Pattern.UNICODE_CHARACTER_CLASS);

    private Escape() {}

    /**
     * For a terminal or a log, in one line: control characters, line breaks, direction marks and lone surrogates become visible
     * <code>\\u{1b}</code> forms, and so does what a pipeline would take for a command.
     */
    public static String terminal(String text) {
        String visible = visible(text);
        return mayCommand(visible) ? COMMAND.matcher(visible).replaceAll(Escape::broken) : visible;
    }

    /** Every command has one of these; most names of thousands have neither, and none of them is searched by a pattern. */
    private static boolean mayCommand(String text) {
        return text.contains("::") || text.contains("##");
    }

    /** The second of two signs is written as its number, so that they are no command any more. */
    private static String broken(MatchResult command) {
        char sign = command.group().charAt(0);
        return Matcher.quoteReplacement(sign + "\\u{" + Integer.toHexString(sign) + "}");
    }

    /** In one line, with everything that could act on its surroundings made visible. */
    private static String visible(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> appendVisible(shown, c));
        return shown.toString();
    }

    private static boolean plain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** For JSON that is written already: what acts on its surroundings when a person or a runner looks at it is written as a number. */
    public static String json(String json) {
        StringBuilder written = new StringBuilder();
        json.replace("##", "#\\u0023").codePoints().forEach(c -> {
            if (c == '\n' || harmless(c)) {
                written.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> written.append("\\u%04x".formatted(unit)));
            }
        });
        return written.toString();
    }

    private static void appendVisible(StringBuilder shown, int c) {
        if (harmless(c)) {
            shown.appendCodePoint(c);
        } else {
            shown.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
