package dev.envgate.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Hides what may be a value in one line of a source file. */
final class Mask {
    /** Stands for one hidden character; not a character that text holds. */
    static final char HIDDEN = '\uE000';

    private static final int SHORT_WORD = 8;
    private static final int LONG_WORD = 20;
    private static final Pattern WORD_BREAKS = Pattern.compile("[\\s.#]+");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "for", "if", "in");

    /** The first line of a block: its type and labels are names. */
    private static final Pattern HEADER = Pattern.compile("\\s*\\w+( \"[\\w.-]*\"){0,3} \\{\\s*");

    private final String line;
    private final boolean assigns;
    private final int indent;
    private final StringBuilder out;

    /** {@code assigns} for files of {@code NAME=value} lines, where nothing after the equals sign is shown. */
    Mask(String line, boolean assigns) {
        this.line = line;
        this.assigns = assigns;
        this.indent = line.length() - line.stripLeading().length();
        this.out = new StringBuilder(line.length());
    }

    /** The line with everything hidden that may be a value, except between {@code from} and {@code to}; as long as it was. */
    String without(int from, int to) {
        if (assigns) {
            hideAfterAssignment();
        } else if (HEADER.matcher(line).matches()) {
            out.append(line);
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
        int kept = sign < 0 || holdsKey(sign) ? prose() : sign + 1;
        out.append(line, 0, kept);
        hide(line.length() - kept);
    }

    /** A long word of small and capital letters and digits before the sign is the end of a pasted key, and the sign fills it up. */
    private boolean holdsKey(int sign) {
        return WORD_BREAKS
                .splitAsStream(line.substring(0, sign))
                .anyMatch(word -> (word.length() >= LONG_WORD && isMixed(word))
                        || (word.length() >= SHORT_WORD && isMixed(word) && line.startsWith("==", sign)));
    }

    private static boolean isMixed(String word) {
        return word.indexOf('_') < 0
                && word.chars().anyMatch(Character::isLowerCase)
                && word.chars().anyMatch(Character::isUpperCase)
                && (word.length() < LONG_WORD || word.chars().anyMatch(Character::isDigit));
    }

    /** A line without an assignment is a comment, or a part of a value that began on an earlier line. */
    private int prose() {
        return line.stripLeading().startsWith("#") ? line.length() : 0;
    }

    private void hideValues() {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean word = Character.isLetterOrDigit(c);
            int end = c == '"' ? stringEnd(at) : word ? wordEnd(at) : at + 1;
            if (c == '"') {
                hideString(at, end);
            } else if (word && !harmless(at, end)) {
                hide(end - at);
            } else {
                out.append(line, at, end);
            }
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
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(line.charAt(before))) {
            before--;
        }
        return before < 0 || line.charAt(before) == '{' || line.charAt(before) == ',';
    }

    /** {@code "name":} is the key of a JSON object, not a value. */
    private boolean isKey(int end) {
        return next(end) == ':';
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

    /** A word of the language, a reference, a small number, the name of a function, a key, or the type of a block. */
    private boolean harmless(int start, int end) {
        String word = line.substring(start, end);
        char next = next(end);
        boolean first = start == indent;
        return WORDS.contains(word)
                || word.matches("(var|local|data|module|each|count|path|terraform|aws)[._].*|[0-9]{1,3}")
                || next == '='
                || next == '{'
                || (first && (next == '"' || next == ':'))
                || (end < line.length() && "([".indexOf(line.charAt(end)) >= 0);
    }

    /** The next character that is no blank; a line feed at the end. */
    private char next(int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? line.charAt(at) : '\n';
    }

    private void hide(int count) {
        out.repeat(HIDDEN, Math.max(0, count));
    }
}
