package dev.envgate.text;

import java.util.Set;

/** Hides what may be a value in one line of a source file. */
final class Mask {
    /** Stands for one hidden character; not a character that text holds. */
    static final char HIDDEN = '\uE000';

    private static final Set<String> WORDS = Set.of("true", "false", "null", "for", "if", "in");

    private final String line;
    private final boolean assigns;
    private final StringBuilder out;

    /** {@code assigns} for files of {@code NAME=value} lines, where nothing after the equals sign is shown. */
    Mask(String line, boolean assigns) {
        this.line = line;
        this.assigns = assigns;
        this.out = new StringBuilder(line.length());
    }

    /** The line with everything hidden that may be a value, except between {@code from} and {@code to}; as long as it was. */
    String without(int from, int to) {
        if (assigns) {
            hideAfterAssignment();
        } else {
            hideValues();
        }
        if (to > from) {
            out.replace(from, to, line.substring(from, to));
        }
        return out.toString();
    }

    private void hideAfterAssignment() {
        int sign = line.replace(':', '=').indexOf('=');
        int kept = sign < 0 ? prose() : sign + 1;
        out.append(line, 0, kept);
        hide(line.length() - kept);
    }

    /** A line without an assignment is a comment, or a part of a value that began on an earlier line. */
    private int prose() {
        return line.stripLeading().startsWith("#") ? line.length() : 0;
    }

    private void hideValues() {
        boolean given = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = c == '"' ? stringEnd(at) : Character.isLetterOrDigit(c) ? wordEnd(at) : at + 1;
            if (c == '"') {
                hideString(at, end);
            } else if (Character.isLetterOrDigit(c) && given && !harmless(at, end)) {
                hide(end - at);
            } else {
                out.append(line, at, end);
            }
            given = Character.isWhitespace(c) ? given : c == '=' || c == ':';
            at = end;
        }
    }

    private void hideString(int start, int end) {
        boolean closed = end - start >= 2 && line.charAt(end - 1) == '"';
        boolean key = opensPair(start) && isKey(end);
        out.append('"');
        if (key) {
            out.append(line, start + 1, end);
        } else {
            hide(end - start - (closed ? 2 : 1));
            out.append(closed ? "\"" : "");
        }
    }

    /** Not the first arm of a conditional, which is followed by a colon too. */
    private boolean opensPair(int start) {
        String before = line.substring(0, start).stripTrailing();
        return before.endsWith("{") || before.endsWith(",") || before.isEmpty();
    }

    /** {@code "name":} is the key of a JSON object, not a value. */
    private boolean isKey(int end) {
        int next = end;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next < line.length() && line.charAt(next) == ':';
    }

    private int stringEnd(int start) {
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, line.length());
    }

    private int wordEnd(int start) {
        int at = start;
        while (at < line.length()
                && !Character.isWhitespace(line.charAt(at))
                && "\"'=:,;()[]{}".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** A word of the language, a reference with a dot after a lower-case name, or the name of a function. */
    private boolean harmless(int start, int end) {
        String word = line.substring(start, end);
        return WORDS.contains(word)
                || word.matches("(var|local|data|module|each|count|path|terraform|aws)[._].*")
                || (end < line.length() && "([{".indexOf(line.charAt(end)) >= 0);
    }

    private void hide(int count) {
        out.repeat(HIDDEN, Math.max(0, count));
    }
}
